package io.odoosync.source;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.Map;
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

  /**
   * When the host last changed this record; {@link
   * io.odoosync.conflict.ConflictPolicy#newestWins()} asks.
   *
   * @return the time, or {@code null} if the host does not keep it
   */
  default @Nullable Instant updatedAt() {
    return null;
  }

  /**
   * Values for Odoo fields that the default mapping does not know, such as a studio field or one of
   * another app. They are kept in step like all others, in both directions. One that the server
   * does not have, does not let be written or has with another type fails this record.
   *
   * @return the values by technical name of the field; a field that is not named is not kept in
   *     step, one with {@link FieldValue#nothing()} is cleared
   */
  default Map<String, FieldValue> extra() {
    return Map.of();
  }

  /**
   * Why the host could not read this record. Then nothing but its key is known: it is reported as
   * failed with this reason, and what Odoo has of it is left as it is. Made by the sources' {@code
   * read} and {@code unreadable}.
   *
   * @return the reason; {@code null} for a record that could be read
   */
  default @Nullable String unreadableBecause() {
    return null;
  }
}
