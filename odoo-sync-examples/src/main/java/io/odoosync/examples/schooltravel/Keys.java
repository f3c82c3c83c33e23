package io.odoosync.examples.schooltravel;

import io.odoosync.LocalKey;
import java.util.Collection;
import java.util.List;

/**
 * The kinds under which the sync knows this application's records. They are part of the external
 * ids in Odoo, so they stay as they are, whatever happens to the tables' names.
 */
final class Keys {

  static final String TEACHER = "teacher";
  static final String GUEST = "guest";
  static final String TRAVEL = "travel";
  static final String INVOICE = "invoice";

  private Keys() {}

  /** The primary key in the table, or -1, which no row has, if the key is not of that kind. */
  static long rowId(LocalKey key, String kind) {
    return key.kind().equals(kind) && key.id().matches("[1-9][0-9]{0,17}")
        ? Long.parseLong(key.id())
        : -1;
  }

  /** The primary keys in the table; others are left out. */
  static List<Long> rowIds(Collection<LocalKey> keys, String kind) {
    return keys.stream().map(key -> rowId(key, kind)).filter(id -> id > 0).toList();
  }
}
