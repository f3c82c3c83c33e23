package io.odoosync.internal.run;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.stage.StageSurvey;
import io.odoosync.internal.state.Memory;
import io.odoosync.internal.state.RunStoppedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Looks over all that a run would do before it does anything, and stops what looks like a mistake.
 * Only reads.
 */
public final class Survey {

  private static final String GO_AHEAD =
      "If that is meant, let one run pass with run(Brakes.released()).";

  private final Memory memory;
  private final Brakes brakes;

  Survey(Memory memory, Brakes brakes) {
    this.memory = memory;
    this.brakes = brakes;
  }

  /**
   * Checks all stages of a run.
   *
   * @throws RunStoppedException if a brake holds
   */
  void check(List<StageSurvey<?>> stages) {
    stages.forEach(this::checkMapping);
    stages.forEach(this::checkRecords);
  }

  /** Remembers the mappings, after a run that nothing stopped. */
  void remember(List<StageSurvey<?>> stages) {
    Map<String, String> mappings = new HashMap<>();
    stages.forEach(stage -> mappings.put(name(stage.type()), text(stage)));
    mappings.entrySet().removeAll(memory.find(mappings.keySet()).entrySet());
    memory.save(mappings);
  }

  private static String name(EntityType type) {
    return "mapping/" + type;
  }

  private static String text(StageSurvey<?> stage) {
    return String.join(" ", stage.mappedFields());
  }

  private void checkMapping(StageSurvey<?> stage) {
    Optional<String> last = memory.find(name(stage.type()));
    if (brakes.onChangedMapping() && last.isPresent() && !last.get().equals(text(stage))) {
      throw held(
          "the mapping of "
              + stage.type()
              + " records is another one than in the last run: "
              + difference(List.of(last.get().split(" ")), List.copyOf(stage.mappedFields())));
    }
  }

  private static String difference(List<String> before, List<String> now) {
    List<String> added = new ArrayList<>(now);
    added.removeAll(before);
    List<String> removed = new ArrayList<>(before);
    removed.removeAll(now);
    return "new fields " + new TreeSet<>(added) + ", gone " + new TreeSet<>(removed);
  }

  private void checkRecords(StageSurvey<?> stage) {
    stage.count().ifPresent(count -> check(stage, count));
  }

  private void check(StageSurvey<?> stage, StageSurvey.Count count) {
    if (brakes.onEmptySource() && count.read() == 0 && stage.hasLinks()) {
      throw held(
          "the source of "
              + stage.type()
              + " records is suddenly empty, although some were synced before");
    }
    if (brakes.stops(count.changed(), count.linked())) {
      throw held(
          count.changed()
              + " of "
              + count.linked()
              + " linked "
              + stage.type()
              + " records differ from what was sent last, more than "
              + brakes.maxUpdatePercent()
              + " %");
    }
  }

  private static RunStoppedException held(String why) {
    return new RunStoppedException(Failure.of(FailureCause.HELD_BACK, why, GO_AHEAD), null);
  }
}
