package io.slipway.chassis.rows;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Lets nobody have a database client before the migrations have run. Spring Boot sees to that for
 * JDBC only.
 */
public final class DatabaseClientsWait
    extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {

  @Override
  protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
    return Set.of(DatabaseClient.class);
  }
}
