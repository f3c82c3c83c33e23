package io.odoosync.internal.stage;

import io.odoosync.LocalKey;
import io.odoosync.conflict.ResolvedConflict;
import io.odoosync.conflict.Winner;
import io.odoosync.internal.compare.Agreement;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.HostFailures;
import io.odoosync.report.Outcome;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One record that both sides have, on its way to what was decided. */
final class RecordUpdate<T extends SourceRecord> {

  private final StageKind<T> kind;
  private final RunContext run;
  private final Decided<T> decided;
  private final Decision.Update decision;
  private final Dependencies dependencies;
  private Agreement agreement;
  private boolean pulled;
  private boolean pushed;
  private boolean done;
  private Outcome.@Nullable Failed failure;

  RecordUpdate(
      StageKind<T> kind,
      RunContext run,
      Decided<T> decided,
      Decision.Update decision,
      Dependencies dependencies) {
    this.kind = kind;
    this.run = run;
    this.decided = decided;
    this.decision = decision;
    this.dependencies = dependencies;
    this.agreement = decision.agreement();
  }

  LocalKey key() {
    return decided.source().key();
  }

  Decision.Update decision() {
    return decision;
  }

  boolean needsPush() {
    return failure == null && !decision.push().isEmpty();
  }

  /** Both values of each conflict, before one of them is overwritten. */
  void logResolutions() {
    decision.resolutions().forEach(run.log()::conflict);
  }

  /** Whether a value that somebody gave is about to be overwritten by another one. */
  boolean settlesConflict() {
    return decision.resolutions().stream().anyMatch(each -> each.winner() != Winner.MANUAL);
  }

  /** Hands Odoo's values to the host, which may refuse them; then nothing is pushed either. */
  void pull() {
    if (failure != null) {
      return;
    }
    if (!decision.pull().isEmpty()) {
      T after = kind.open().mapper().applied(decided.source(), decision.pull());
      try {
        kind.kind().apply(decision.odooId(), decided.source(), after);
      } catch (Throwable e) {
        Throwable thrown = HostFault.reportable(e);
        failed(HostFailures.notTaken(decision.pull().byField().keySet(), thrown));
        return;
      }
      if (kind.map(after, dependencies) instanceof Mapping.Mapped mapped) {
        agreement = agreement.pulled(mapped.fields());
      }
      pulled = true;
    }
    done = decision.push().isEmpty();
  }

  /**
   * Odoo has what was pushed.
   *
   * @param now what it holds; {@code null} if the record is gone by now
   */
  void pushed(@Nullable OdooValues now) {
    if (now == null) {
      failed(Failures.vanished(kind.model().name(), decision.odooId()));
    } else {
      agreement = agreement.pushed(now);
      pushed = true;
      done = true;
    }
  }

  void failed(Outcome.Failed why) {
    failure = why;
  }

  /** The link with what is agreed by now. */
  Link link() {
    Base now = agreement.base();
    Base remembered = done ? now : now.mappedFromOf(before());
    return run.links().rebased(Objects.requireNonNull(decided.link()), remembered.text());
  }

  private Base before() {
    Link stored = decided.stored();
    return Base.parse(stored == null ? null : stored.base());
  }

  /** What was written, on either side. */
  void logChanges() {
    if (pulled) {
      log(SyncEvent.RECORD_PULLED, "taken over from Odoo", decision.pull());
    }
    if (pushed) {
      log(SyncEvent.RECORD_UPDATED, "written to Odoo", decision.push());
    }
  }

  private void log(SyncEvent event, String words, FieldValues values) {
    run.log()
        .changed(event, kind.type(), key(), decision.odooId(), words, values.byField().keySet());
  }

  /** What became of it; nothing if it was not reached. */
  Optional<Outcome> outcome() {
    if (failure != null) {
      return Optional.of(failure);
    }
    return done ? Optional.of(success()) : Optional.empty();
  }

  private Outcome success() {
    long id = decision.odooId();
    if (!decision.resolutions().isEmpty()) {
      return new Outcome.Conflicted(id, winner(), reason());
    } else if (!decision.push().isEmpty()) {
      return new Outcome.Updated(id);
    }
    return decision.pull().isEmpty() ? new Outcome.Unchanged(id) : new Outcome.Pulled(id);
  }

  private Winner winner() {
    Set<Winner> winners =
        decision.resolutions().stream().map(ResolvedConflict::winner).collect(Collectors.toSet());
    if (winners.contains(Winner.MANUAL)) {
      return Winner.MANUAL;
    }
    return winners.size() == 1 ? winners.iterator().next() : Winner.MERGED;
  }

  private String reason() {
    List<String> each = decision.resolutions().stream().map(ResolvedConflict::toString).toList();
    return String.join("; ", each);
  }
}
