package io.odoosync.spring;

import io.odoosync.odoo.OdooConnection;

/**
 * A bean of this type sets what is left to be set of the connection: an HTTP client, a proxy, how
 * calls are repeated. Called last, in the order of the beans; a later call of a setter counts.
 */
@FunctionalInterface
public interface OdooConnectionBuilderCustomizer {

  /**
   * Sets what it wants.
   *
   * @param builder has all that properties and beans say
   */
  void customize(OdooConnection.Builder builder);
}
