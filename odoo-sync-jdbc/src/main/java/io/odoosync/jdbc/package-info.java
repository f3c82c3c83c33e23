/**
 * The links and the sync log in tables of the host's own database. {@link
 * io.odoosync.jdbc.JdbcStores} is the door.
 */
package io.odoosync.jdbc;
