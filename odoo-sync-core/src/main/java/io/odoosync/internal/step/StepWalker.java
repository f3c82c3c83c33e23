package io.odoosync.internal.step;

import io.odoosync.LocalKey;
import io.odoosync.internal.state.BatchOutcomes;
import io.odoosync.report.Outcome;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Walks through the steps that records lack: in words for a plan, in deed for a run. */
public final class StepWalker<T extends SourceRecord, P extends Progress> {

  private final FollowUp<T, P> followUp;

  private StepWalker(FollowUp<T, P> followUp) {
    this.followUp = followUp;
  }

  /** Walks through what is left to do of one kind. */
  public static <T extends SourceRecord, P extends Progress> StepWalker<T, P> through(
      FollowUp<T, P> followUp) {
    return new StepWalker<>(followUp);
  }

  /**
   * What is left to do for one record.
   *
   * @param steps the steps that it lacks, in words
   * @param failure why none can be taken, if so
   */
  public record Lacking(List<String> steps, Optional<Outcome.Failed> failure) {

    /** Nothing. */
    public static final Lacking NOTHING = new Lacking(List.of(), Optional.empty());

    /** Whether nothing is left to do or to say. */
    public boolean isNothing() {
      return steps.isEmpty() && failure.isEmpty();
    }
  }

  /** Says what {@link #walk} would do. Writes nothing anywhere. */
  public Map<LocalKey, Lacking> lacking(Map<LocalKey, FollowUp.Followed<T>> records) {
    Map<LocalKey, Lacking> lacking = new LinkedHashMap<>();
    followUp.open(records).forEach(progress -> lacking.put(progress.key(), lacking(progress)));
    return lacking;
  }

  private Lacking lacking(P progress) {
    List<String> words = new ArrayList<>();
    for (Step<P> step : followUp.steps()) {
      if (isOpen(step, progress)) {
        words.addAll(step.words(progress));
      }
    }
    Optional<Outcome.Failed> failure =
        progress
            .result()
            .outcome()
            .filter(Outcome.Failed.class::isInstance)
            .map(Outcome.Failed.class::cast);
    return new Lacking(words, failure);
  }

  /**
   * Takes the steps, each for all records that lack it.
   *
   * @param outcomes takes what came of it, also if this ends by an exception
   * @param record is told of each step that was taken
   */
  public void walk(
      Map<LocalKey, FollowUp.Followed<T>> records,
      BatchOutcomes outcomes,
      BiConsumer<LocalKey, Deed> record) {
    List<P> work = followUp.open(records);
    try {
      for (Step<P> step : followUp.steps()) {
        List<P> open = work.stream().filter(progress -> isOpen(step, progress)).toList();
        if (!open.isEmpty()) {
          take(step, open, record);
        }
      }
    } finally {
      followUp.close(work);
      work.forEach(
          progress ->
              progress
                  .result()
                  .outcome()
                  .ifPresent(outcome -> outcomes.add(progress.key(), outcome)));
    }
  }

  /** A step that fails for a record is that record's failure, not its deed. */
  private void take(Step<P> step, List<P> open, BiConsumer<LocalKey, Deed> record) {
    Map<P, Deed> deeds = new LinkedHashMap<>();
    Map<P, Optional<Outcome>> before = new LinkedHashMap<>();
    for (P progress : open) {
      step.deed(progress).ifPresent(deed -> deeds.put(progress, deed));
      before.put(progress, progress.result().outcome());
    }
    step.take(open);
    deeds.forEach(
        (progress, deed) -> {
          Optional<Outcome> after = progress.result().outcome();
          if (!progress.result().hasFailed() || after.equals(before.get(progress))) {
            record.accept(progress.key(), deed);
          }
        });
  }

  private boolean isOpen(Step<P> step, P progress) {
    return (step.followsFailure() || !progress.result().hasFailed()) && step.isOpen(progress);
  }
}
