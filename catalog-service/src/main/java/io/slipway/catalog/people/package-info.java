/**
 * People and teams. They have no tables: they are the entities of {@code _user} and {@code _team},
 * seen with the eyes of the routes and doors that speak of users.
 *
 * <p>Start at {@link io.slipway.catalog.people.Person}.
 */
@NullMarked
package io.slipway.catalog.people;

import org.jspecify.annotations.NullMarked;
