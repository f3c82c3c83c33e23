/** The engine on a host's own database: mirrored columns, locks, faults of the database. */
@org.jspecify.annotations.NullMarked
package io.odoosync.verification.database;
