/**
 * An Odoo in the test's own process, and suites for those who implement a port. Start at {@link
 * io.odoosync.testkit.InProcessOdoo}.
 *
 * <p>It behaves as Odoo 14, 16, 17, 18, 19 or 20 for what a synchronisation of contacts, leads and
 * invoices uses, over HTTP, and can be made to fail on demand.
 */
@org.jspecify.annotations.NullMarked
module io.odoosync.testkit {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires jdk.httpserver;
  requires transitive io.odoosync.core;
  requires transitive org.jspecify;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;

  exports io.odoosync.testkit;
  exports io.odoosync.testkit.contract;

  opens io.odoosync.testkit.contract to
      org.junit.platform.commons;
}
