package io.slipway.events.nullness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An optional field of an event: it may be null.
 *
 * <p>Only for generated code. The Avro compiler writes its mark in front of a fully qualified type,
 * where Java refuses a type annotation such as JSpecify's; one that belongs to the declaration is
 * welcome there, and NullAway knows it by its name.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface Nullable {}
