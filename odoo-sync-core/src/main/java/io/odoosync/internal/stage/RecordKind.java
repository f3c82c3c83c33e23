package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.intake.Intake;
import io.odoosync.internal.intake.spool.RecordCodec;
import io.odoosync.odoo.Domain;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind of record that the host brought a source for: what tells it from the others, everything
 * else the kinds share. Each kind implements it in a room of its own.
 */
public interface RecordKind<T extends SourceRecord> {

  /** Its name. */
  EntityType type();

  /** What lets a user create and write its records in Odoo, in Odoo's words. */
  String right();

  /** The fields without which nothing of it can be synced. */
  List<String> requiredFields();

  /**
   * Fields, with their models, without which a record that has a value there makes no sense. Any
   * other that a server does not take is left out.
   */
  default Set<String> essentialFields() {
    return Set.of();
  }

  /** Mapped fields that not each release has, so that one without them is as it should be. */
  default Set<String> optionalFields() {
    return Set.of();
  }

  /** The fields that a new record takes although some releases call them read-only. */
  default Set<String> takenThoughReadonly() {
    return Set.of();
  }

  /**
   * The fields that tell its records apart, the most telling one first. By them, a record that only
   * an external id speaks for is seen to be another application's.
   */
  List<String> identifyingFields();

  /** Which of the model's records could be ours. */
  Domain ours();

  /** Whether a record is never changed once it is in Odoo. */
  boolean sentOnce();

  /** What happens to records that were deleted in Odoo, unless the host says. */
  default MissingRecordPolicy whenDeleted() {
    return MissingRecordPolicy.RECREATE;
  }

  /** The kinds whose records its records refer to. */
  Set<EntityType> dependsOn();

  /** The records that one of its records refers to and waits for. */
  Stream<Dependency> dependenciesOf(T record);

  /** Opens a pass over the host's records. */
  Stream<T> records();

  /** Opens a pass over those that the host changed since then, if it can tell. */
  Optional<Stream<T>> changedSince(Instant since);

  /**
   * Whether the host's record is what it was when the two sides were last compared, by what its
   * link remembers.
   *
   * @param link not pending
   */
  default boolean isAsCompared(T record, Link link) {
    return Base.parse(link.base()).mappedFrom().filter(from -> from.isOf(record)).isPresent();
  }

  /**
   * When Odoo had written the record that was last found as agreed.
   *
   * @param link not pending
   * @return nothing if that is not known
   */
  default Optional<Instant> lastWritten(Link link) {
    return Base.parse(link.base()).writeDate();
  }

  /** Writes its records down and reads them back. */
  RecordCodec<T> codec();

  /** Those of these records that the host has. */
  Collection<T> find(Collection<LocalKey> keys);

  /** The names under which something is remembered of a record from run to run. */
  default List<String> rememberedAs(LocalKey key) {
    return List.of();
  }

  /**
   * Makes the host's record as Odoo's; what the host throws is the caller's to report.
   *
   * @param odooId its id in Odoo
   * @param before the record as the source gave it
   * @param after the record with Odoo's values
   */
  void apply(long odooId, T before, T after);

  /**
   * Looks up what mapping needs to know of the server. Whatever is missing there stops the run.
   *
   * @param fields the fields that its model has on this server
   * @param intake what its source gives to the run
   */
  OpenKind<T> open(RunContext run, ModelFields fields, Intake<T> intake);
}
