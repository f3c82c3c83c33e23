/**
 * Keeps a host application in step with Odoo. Start at SyncEngine; someone who only wants to talk
 * to Odoo starts at OdooClient.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the JDBC module is compiled after this one
module io.odoosync.core {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires transitive org.jspecify;
  requires transitive java.net.http;
  requires org.slf4j;
  // an application server's; without it there is none
  requires static java.naming;

  exports io.odoosync;
  exports io.odoosync.conflict;
  exports io.odoosync.odoo;
  exports io.odoosync.plan;
  exports io.odoosync.report;
  exports io.odoosync.source;
  exports io.odoosync.store;
  exports io.odoosync.internal.text to
      io.odoosync.jdbc;
}
