package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.field.RecordMapper;
import io.odoosync.internal.step.FollowUp;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
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

  /** What is remembered before a record is sent. */
  Base intent(T record, Mapping.Mapped mapped);

  /** What is left to do once records are in Odoo. */
  FollowUp<T, ?> followUp();

  /** What may be behind it that Odoo refused to create a record. */
  default Optional<String> hint(T record) {
    return Optional.empty();
  }
}
