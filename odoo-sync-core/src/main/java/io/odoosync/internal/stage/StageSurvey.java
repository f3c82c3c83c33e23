package io.odoosync.internal.stage;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ServedFields;
import io.odoosync.internal.intake.BatchReader;
import io.odoosync.internal.intake.SourceBatch;
import io.odoosync.internal.state.Coverage;
import io.odoosync.internal.state.LinkPages;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks over all records of one kind before anything is done. Only reads. */
public final class StageSurvey<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final RunContext run;
  private final Coverage coverage;
  private final Preview<T> preview;
  private final AcceptedMappings<T> accepted;
  private final GoneRecords<T> gone;
  private final MappingFit fit = new MappingFit();

  StageSurvey(
      StageKind<T> kind, RunContext run, Coverage coverage, GoneRecords<T> gone, Brakes brakes) {
    this.kind = kind;
    this.run = run;
    this.coverage = coverage;
    this.preview = new Preview<>(kind, run.reading(), brakes);
    this.accepted = new AcceptedMappings<>(kind, run.memory());
    this.gone = gone;
  }

  /** The kind of the records. */
  public EntityType type() {
    return kind.type();
  }

  /** The Odoo fields that the default mapping sets, and what the server makes of them. */
  public ServedFields mappedFields() {
    return ServedFields.of(kind.open().mappedFields(), kind.model().fields());
  }

  /** Whether it is about all that the source gives. */
  public boolean isWhole() {
    return kind.isWhole();
  }

  /**
   * How many records of this kind were synced before.
   *
   * @param most where counting ends
   */
  public long links(long most) {
    return new LinkPages(run.settings()).count(kind.type(), most);
  }

  /** Tells people something about all records of this kind. */
  public void warn(String message) {
    run.log().stageWarned(kind.type(), message);
  }

  /** Whether records of this kind were synced before. */
  public boolean hasLinks() {
    return run.links().hasAny(kind.type());
  }

  /** How many linked records the source does not have. */
  public GoneCount gone() {
    return gone.count(coverage.seen());
  }

  /** Whether something is done in Odoo about records that are gone. */
  public boolean archivesGone() {
    return gone.archives();
  }

  /** Why not all records could be looked over; {@code null} if they were. */
  public @Nullable Failure failure() {
    return coverage.failure();
  }

  /** Nothing of this kind may be written. */
  public void close(StageFailedException why) {
    coverage.close(why);
  }

  /**
   * Counts what the source holds, as far as it can be read. Asks Odoo for the names that unsent
   * records use, for records that may match, and for the values that may come to the host.
   *
   * @throws RunStoppedException if the host's own mapping fits none of the records
   */
  public SurveyCount count() {
    SurveyCount count = SurveyCount.NONE;
    try {
      BatchReader<T> reader = kind.intake().batches();
      for (SourceBatch<T> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
        run.control().checkCancelled();
        count = count.plus(count(batch));
        batch.keys().forEach(coverage::add);
      }
    } catch (StageFailedException e) {
      coverage.endsBy(e);
    }
    fit.require();
    return count;
  }

  private SurveyCount count(SourceBatch<T> batch) {
    Map<LocalKey, T> records = batch.records();
    Map<LocalKey, Link> links = run.links().stored(kind.type(), records.keySet());
    Map<LocalKey, T> mapped = new LinkedHashMap<>(records);
    mapped.keySet().removeIf(key -> kind.kind().sentOnce() && links.containsKey(key));
    kind.open().prepare(mapped.values());
    Map<LocalKey, Mapping> mappings = mappings(mapped, links);
    return new SurveyCount(batch.size(), links.size())
        .plus(changed(mapped, mappings, links))
        .plus(preview.of(mapped, mappings, links));
  }

  private Map<LocalKey, Mapping> mappings(Map<LocalKey, T> records, Map<LocalKey, Link> links) {
    Dependencies linked = linked(records);
    Map<LocalKey, Mapping> mappings = new LinkedHashMap<>();
    records.forEach((key, source) -> mappings.put(key, mapping(source, linked, links.get(key))));
    return mappings;
  }

  private Dependencies linked(Map<LocalKey, T> records) {
    Set<Dependency> wanted =
        records.values().stream().flatMap(kind.kind()::dependenciesOf).collect(Collectors.toSet());
    Map<Dependency, Long> ids = new HashMap<>();
    DependencyResolver.byType(wanted)
        .forEach(
            (type, keys) ->
                run.links()
                    .odooIds(type, keys)
                    .forEach((key, id) -> ids.put(new Dependency(type, key), id)));
    return new Dependencies(ids, Map.of(), Set.of());
  }

  /** A new record that waits for another one is taken as if the same run had created that. */
  private Mapping mapping(T source, Dependencies linked, @Nullable Link link) {
    Mapping mapping = kind.map(source, linked);
    Mapping own = mapping instanceof Mapping.Blocked ? kind.mapAlone(source) : mapping;
    fit.add(own);
    return link == null ? own : mapping;
  }

  private SurveyCount changed(
      Map<LocalKey, T> records, Map<LocalKey, Mapping> mappings, Map<LocalKey, Link> links) {
    long changed =
        links.values().stream().filter(link -> isChanged(link, mappings.get(link.key()))).count();
    return SurveyCount.changed(changed, accepted.unaccepted(records, mappings, links));
  }

  private boolean isChanged(Link link, @Nullable Mapping mapping) {
    return mapping instanceof Mapping.Mapped mapped
        && !Base.parse(link.base()).inTermsOf(kind.model().fields()).wasSentAs(mapped.fields());
  }
}
