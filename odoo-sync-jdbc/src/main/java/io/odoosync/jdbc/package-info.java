/**
 * The links, the state, the sync log and the lock in tables of the host's own database. {@link
 * io.odoosync.jdbc.JdbcStores} is the door.
 */
package io.odoosync.jdbc;
