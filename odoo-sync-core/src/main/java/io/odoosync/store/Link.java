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
 */
public record Link(
    EntityType type,
    LocalKey key,
    @Nullable Long odooId,
    @Nullable String base,
    Instant updatedAt) {

  /**
   * Checks the parts and cuts the time.
   *
   * @throws IllegalArgumentException if the Odoo id is not positive
   */
  public Link {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(key, "key");
    updatedAt = updatedAt.truncatedTo(ChronoUnit.MILLIS);
    if (odooId != null && odooId <= 0) {
      throw new IllegalArgumentException(
          "odooId of " + key + " must be positive, but is " + odooId);
    }
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
   * The same link once the record is known to be in Odoo.
   *
   * @param id database id in Odoo, greater than 0
   * @param at now
   * @return a link that is not pending
   */
  public Link linkedTo(long id, Instant at) {
    return new Link(type, key, id, base, at);
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
