package io.odoosync.conflict;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field of one record that the host and people in Odoo changed to different values since both
 * sides last agreed, or on whose first value they do not agree.
 *
 * @param type the kind of entity
 * @param key the local record
 * @param odooId database id of the record in Odoo
 * @param field technical name of the field in Odoo, for example {@code email}
 * @param local what the host has, as it would be written to Odoo
 * @param odoo what Odoo has
 * @param base what both had when they last agreed; {@code null} if that is not known, as when a
 *     record is linked that both sides had before
 * @param localChangedAt when the host changed its record, if its source says so ({@link
 *     io.odoosync.source.SourceRecord#updatedAt()})
 * @param odooChangedAt Odoo's {@code write_date}, cut to the second. It is the record's, not the
 *     field's, and also moves when Odoo touches the record by itself
 */
public record Conflict(
    EntityType type,
    LocalKey key,
    long odooId,
    String field,
    FieldValue local,
    FieldValue odoo,
    @Nullable FieldValue base,
    @Nullable Instant localChangedAt,
    @Nullable Instant odooChangedAt) {

  /** Checks that what must be known is known. */
  public Conflict {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(local, "local");
    Objects.requireNonNull(odoo, "odoo");
  }
}
