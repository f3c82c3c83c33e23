package io.odoosync.source;

import io.odoosync.LocalKey;
import org.jspecify.annotations.Nullable;

/** What the three kinds of records have in common. */
public sealed interface SourceRecord permits Contact, Travel, Invoice {

  /**
   * The record's key.
   *
   * @return the key, unique among the records of its source
   */
  LocalKey key();

  /**
   * The Odoo id that the host already holds for this record. It is used once, when the {@link
   * io.odoosync.store.IdStore} knows no link yet: the record is then linked to that id instead of
   * being created. Afterwards the link counts.
   *
   * @return the database id in Odoo, or {@code null} if the host knows none
   */
  @Nullable Long odooId();
}
