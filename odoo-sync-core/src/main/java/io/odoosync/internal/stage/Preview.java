package io.odoosync.internal.stage;

import io.odoosync.Brakes;
import io.odoosync.LocalKey;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.state.LinkPages;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides about records as a run would, writing nothing anywhere, to count what would be done.
 * Looks at linked records only where that can matter: where their values may come to the host and
 * there are more of them than may come in any case, and where nothing was agreed on yet.
 */
final class Preview<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final RunContext run;
  private final Brakes brakes;
  private @Nullable Boolean many;

  /**
   * Makes it for one survey.
   *
   * @param run writes nothing
   */
  Preview(StageKind<T> kind, RunContext run, Brakes brakes) {
    this.kind = kind;
    this.run = run;
    this.brakes = brakes;
  }

  /** Counts what would be done about a batch. */
  SurveyCount of(
      Map<LocalKey, T> records, Map<LocalKey, Mapping> mappings, Map<LocalKey, Link> links) {
    Map<LocalKey, T> looked = new LinkedHashMap<>(records);
    boolean pulls = mayPull(mappings.values());
    looked.keySet().removeIf(key -> !isLookedAt(mappings.get(key), links.get(key), pulls));
    if (looked.isEmpty()) {
      return SurveyCount.NONE;
    }
    Map<LocalKey, Link> known = new LinkedHashMap<>(links);
    known.keySet().retainAll(looked.keySet());
    FoundRecords<T> found = new FoundRecords<>(kind, run, looked, known);
    found.adopt();
    found.look(kind.kind().sentOnce() ? Set.of() : names(mappings.values()));
    return counted(looked, mappings, found);
  }

  private boolean isLookedAt(@Nullable Mapping mapping, @Nullable Link link, boolean pulls) {
    if (!(mapping instanceof Mapping.Mapped)) {
      return false;
    } else if (link == null) {
      return brakes.creates().isSet() || brakes.adoptions().isSet();
    }
    return !link.isPending()
        && (pulls || (brakes.adoptions().isSet() && Base.parse(link.base()).isNothing()));
  }

  private boolean mayPull(Collection<Mapping> mappings) {
    ConflictPolicy policy = run.settings().rules().conflicts();
    return brakes.pulls().isSet()
        && names(mappings).stream().anyMatch(field -> mayPull(policy, field))
        && isMany();
  }

  /** A policy that throws is the failure of each record that it is asked about. */
  private boolean mayPull(ConflictPolicy policy, String field) {
    try {
      return policy.pulls(kind.type(), field);
    } catch (Throwable e) {
      HostFault.reportable(e);
      return true;
    }
  }

  /** Found out once. */
  private boolean isMany() {
    if (many == null) {
      many = new LinkPages(run.settings()).isMoreThan(kind.type(), brakes.pulls().allowed());
    }
    return many;
  }

  private static Set<String> names(Collection<Mapping> mappings) {
    Set<String> names = new TreeSet<>();
    for (Mapping mapping : mappings) {
      if (mapping instanceof Mapping.Mapped mapped) {
        names.addAll(mapped.fields().byField().keySet());
      }
    }
    return names;
  }

  private SurveyCount counted(
      Map<LocalKey, T> records, Map<LocalKey, Mapping> mappings, FoundRecords<T> found) {
    SurveyCount count = SurveyCount.NONE;
    for (Map.Entry<LocalKey, T> record : records.entrySet()) {
      LocalKey key = record.getKey();
      count = count.plus(counted(found.decided(key, record.getValue(), mappings.get(key))));
    }
    return count;
  }

  private static SurveyCount counted(Decided<?> decided) {
    if (decided.decision() instanceof Decision.Create) {
      return SurveyCount.done(1, 0, 0);
    } else if (decided.decision() instanceof Decision.Update update) {
      boolean adopts = decided.isAdopted() || isNew(decided.stored());
      boolean writes = !update.push().isEmpty() || !update.pull().isEmpty();
      return SurveyCount.done(0, adopts && writes ? 1 : 0, update.pull().isEmpty() ? 0 : 1);
    }
    return SurveyCount.NONE;
  }

  private static boolean isNew(@Nullable Link stored) {
    return stored != null && Base.parse(stored.base()).isNothing();
  }
}
