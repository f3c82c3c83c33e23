package io.odoosync;

import org.jspecify.annotations.Nullable;

/**
 * What {@link SyncEngine#forget} erased, and what it left: the record in Odoo, and the host's own.
 *
 * @param type the kind of entity
 * @param key the local record
 * @param model the model in Odoo, for example {@code res.partner}
 * @param odooId database id of the record that is left in Odoo; {@code null} if none was known
 * @param externalId the external id under which Odoo has the record, if this application created
 *     it; it holds the local key
 * @param logEntries how many entries of {@code sync_logs} were erased
 * @param links how many links were erased, each with the values that both sides had agreed on
 * @param memories how many other things were forgotten, such as a quarantine
 */
public record Forgotten(
    EntityType type,
    LocalKey key,
    String model,
    @Nullable Long odooId,
    String externalId,
    long logEntries,
    long links,
    long memories) {

  /** What was erased and what is left to do, for a person. */
  @Override
  public String toString() {
    return "forgot "
        + type
        + " "
        + key
        + ": erased "
        + logEntries
        + " log entries, "
        + links
        + " links, "
        + memories
        + " memories; Odoo keeps "
        + (odooId == null ? "what it may have" : model + " " + odooId)
        + " under "
        + externalId
        + "; if the host's record stays in its source, the next run finds it there again";
  }
}
