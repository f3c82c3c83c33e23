package io.odoosync.internal.stage;

import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.field.RecordMapper;
import io.odoosync.internal.step.FollowUp;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A kind of record in one run, with what was looked up on the server. */
public interface OpenKind<T extends SourceRecord> {

  /** Maps its records to Odoo's fields, and back. */
  RecordMapper<T> mapper();

  /** The fields that the default mapping sets, as far as a server has them. */
  List<String> mappedFields();

  /** Looks up in Odoo what records name that are about to be mapped. */
  default void prepare(Collection<T> records) {}

  /**
   * Looks for records that Odoo has already of host records without link.
   *
   * @return those for which there is one, or for which none can be chosen
   */
  default Map<LocalKey, Adoption> adopt(Collection<T> records) {
    return Map.of();
  }

  /**
   * What was found in Odoo for a record without link.
   *
   * @param odooId the record that is its own; {@code null} if none can be chosen
   * @param words what it matches, or why none can be chosen
   */
  record Adoption(@Nullable Long odooId, String words) {}

  /**
   * Finds out what became of records that Odoo does not have any more, nor their external ids.
   *
   * @param lost the records with their links; those that are pending may never have been there
   * @return those that were merged into others, for certain or as it seems
   */
  default Map<LocalKey, Successor> successors(Map<LocalKey, Link> lost) {
    return Map.of();
  }

  /**
   * What became of a record that was merged into another one.
   *
   * @param odooId the one that is left; {@code null} if it can't be told for certain
   * @param words what speaks for that
   */
  record Successor(@Nullable Long odooId, String words) {}

  /**
   * Which of these Odoo records belong to Odoo itself, so that no host record may be linked with
   * them and nothing may be written to them.
   *
   * @return those, each with what it is in words
   */
  default Map<Long, String> untouchable(Collection<Long> odooIds) {
    return Map.of();
  }

  /** The fields that are read along with a record's values. */
  default Set<String> readAlong() {
    return followUp().fields();
  }

  /**
   * Decides about one record.
   *
   * @param link what the id store knows, or what it matches; never pending
   * @param mapping what it maps to; {@code null} if it is sent once and is in Odoo
   * @param odoo what Odoo has under the link's id, else the host's; {@code null} if it has none
   */
  Decision decide(
      T record, @Nullable Link link, @Nullable Mapping mapping, @Nullable OdooValues odoo);

  /**
   * Finds out which of these Odoo records must stay active, whatever becomes of the host's.
   *
   * @return why, for each of them
   */
  default Map<Long, String> neverArchived(Collection<Long> odooIds) {
    return Map.of();
  }

  /** What is remembered before a record is sent. */
  Base intent(T record, Mapping.Mapped mapped);

  /** What is left to do once records are in Odoo. */
  FollowUp<T, ?> followUp();

  /** What keeps Odoo's users from seeing what is synced, with what to do about it. Only reads. */
  default List<Failure> warnings() {
    return List.of();
  }

  /**
   * Hears that a record was deleted in Odoo, which is reported.
   *
   * @param link its link; {@code null} if only the host knew its id
   */
  default void deleted(T record, long odooId, @Nullable Link link) {}

  /**
   * Finds out what may have moved Odoo's {@code write_date} of records without an edit of theirs.
   *
   * @param times when each record was last changed, by its id in Odoo
   * @return in words, for those of which there is something
   */
  default Map<Long, String> sideEffects(Map<Long, Times> times) {
    return Map.of();
  }

  /**
   * When both sides last changed a record.
   *
   * @param host the host's time, cut to the second
   * @param odoo Odoo's {@code write_date}, which is later
   */
  record Times(Instant host, Instant odoo) {}

  /** What may be behind it that Odoo refused to create a record. */
  default Optional<String> hint(T record) {
    return Optional.empty();
  }
}
