package io.odoosync.spring;

import io.odoosync.jdbc.JdbcStores;

/**
 * A bean of this type sets what is left to be set of the stores: names of tables, a compatible
 * product. Called last, in the order of the beans; a later call of a setter counts.
 */
@FunctionalInterface
public interface JdbcStoresBuilderCustomizer {

  /**
   * Sets what it wants.
   *
   * @param builder has all that properties and beans say
   */
  void customize(JdbcStores.Builder builder);
}
