package io.odoosync.store;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ties a local record to its Odoo record. A link without an Odoo id is <em>pending</em>: the sync
 * was about to create the record, and whether Odoo has it must be asked before anything else is
 * done.
 *
 * @param type the kind of entity
 * @param key the local record
 * @param odooId database id in Odoo, greater than 0; {@code null} while pending
 * @param base what the sync last agreed on with Odoo, as text that only the engine reads; of any
 *     length, without NUL and unpaired surrogates; {@code null} if nothing was agreed yet
 * @param updatedAt when the link was last written; cut to the millisecond
 * @param createdAt when the record was created, as Odoo says ({@code create_date}, whole seconds):
 *     another record that comes to have the same id, for example after a backup was restored, was
 *     created at another time; cut to the millisecond; {@code null} if not known
 */
public record Link(
    EntityType type,
    LocalKey key,
    @Nullable Long odooId,
    @Nullable String base,
    Instant updatedAt,
    @Nullable Instant createdAt) {

  /**
   * Checks the parts and cuts the time.
   *
   * @throws IllegalArgumentException if the Odoo id is not positive
   */
  public Link {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(key, "key");
    updatedAt = updatedAt.truncatedTo(ChronoUnit.MILLIS);
    createdAt = createdAt == null ? null : createdAt.truncatedTo(ChronoUnit.MILLIS);
    if (odooId != null && odooId <= 0) {
      throw new IllegalArgumentException(
          "odooId of " + key + " must be positive, but is " + odooId);
    }
  }

  /**
   * A link of which it is not known when its record was created.
   *
   * @param type the kind of entity
   * @param key the local record
   * @param odooId database id in Odoo, greater than 0; {@code null} while pending
   * @param base what the sync last agreed on with Odoo; {@code null} if nothing was agreed yet
   * @param updatedAt when the link was last written
   * @throws IllegalArgumentException if the Odoo id is not positive
   */
  public Link(
      EntityType type,
      LocalKey key,
      @Nullable Long odooId,
      @Nullable String base,
      Instant updatedAt) {
    this(type, key, odooId, base, updatedAt, null);
  }

  /**
   * The intent to create a record.
   *
   * @param type the kind of entity
   * @param key the local record
   * @param base what is about to be sent, as text that only the engine reads
   * @param at now
   * @return a pending link
   */
  public static Link pending(EntityType type, LocalKey key, @Nullable String base, Instant at) {
    return new Link(type, key, null, base, at);
  }

  /**
   * The same link once the record is known to be in Odoo; when that was created is not known yet.
   *
   * @param id database id in Odoo, greater than 0
   * @param at now
   * @return a link that is not pending
   */
  public Link linkedTo(long id, Instant at) {
    return new Link(type, key, id, base, at);
  }

  /**
   * The same link once it is known when its record was created.
   *
   * @param created Odoo's {@code create_date}, or {@code null} if not known
   * @return a link with that time
   */
  public Link withCreatedAt(@Nullable Instant created) {
    return new Link(type, key, odooId, base, updatedAt, created);
  }

  /**
   * Whether the record's creation was intended but its outcome is not known yet.
   *
   * @return {@code true} while there is no Odoo id
   */
  public boolean isPending() {
    return odooId == null;
  }
}
