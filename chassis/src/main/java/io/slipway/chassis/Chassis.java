package io.slipway.chassis;

import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.core.Ordered;
import org.springframework.core.type.AnnotationMetadata;

/**
 * What each service's main class imports: {@code @Import(Chassis.class)}. What is wired is listed
 * in {@link ChassisWiring}.
 *
 * <p>Deferred until the service's own beans are known, so that a service may replace a part of the
 * frame by defining its own; but ahead of Spring Boot's own configuration, which in turn makes way
 * for ours.
 */
public final class Chassis implements DeferredImportSelector, Ordered {

  @Override
  public String[] selectImports(AnnotationMetadata importing) {
    return new String[] {ChassisWiring.class.getName(), MessagingWiring.class.getName()};
  }

  @Override
  public int getOrder() {
    return new AutoConfigurationImportSelector().getOrder() - 1;
  }
}
