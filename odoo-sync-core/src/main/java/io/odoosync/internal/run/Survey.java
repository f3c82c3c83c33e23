package io.odoosync.internal.run;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.field.ServedFields;
import io.odoosync.internal.stage.GoneCount;
import io.odoosync.internal.stage.StageSurvey;
import io.odoosync.internal.stage.SurveyCount;
import io.odoosync.internal.state.Memory;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.internal.state.StageFailedException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Looks over all that a run would do before it does anything, and stops what looks like a mistake.
 * Only reads.
 */
public final class Survey {

  private static final String GO_AHEAD =
      "If that is meant, let one run pass with run(Brakes.released()).";

  private final Memory memory;
  private final Brakes brakes;
  private final Map<EntityType, SurveyCount> counts = new EnumMap<>(EntityType.class);
  private final Set<EntityType> onOtherServer = EnumSet.noneOf(EntityType.class);

  Survey(Memory memory, Brakes brakes) {
    this.memory = memory;
    this.brakes = brakes;
  }

  /**
   * Checks all stages of a run. One that can't be checked is closed: nothing of it is written.
   *
   * @throws RunStoppedException if a brake holds
   */
  void check(List<StageSurvey<?>> stages) {
    stages.forEach(stage -> guarded(stage, this::checkMapping));
    stages.forEach(stage -> guarded(stage, this::checkRecords));
  }

  private static void guarded(StageSurvey<?> stage, Consumer<StageSurvey<?>> check) {
    try {
      check.accept(stage);
    } catch (StageFailedException e) {
      stage.close(e);
    }
  }

  /** Remembers what the stages were like that came to their end, after a run nothing stopped. */
  void remember(List<StageSurvey<?>> stages, Predicate<EntityType> isDone) {
    Map<String, String> values = new HashMap<>();
    for (StageSurvey<?> stage : stages) {
      if (stage.isWhole() && stage.failure() == null) {
        values.put(name(stage.type()), stage.mappedFields().text());
        if (isDone.test(stage.type())) {
          values.put(known(stage.type()), String.valueOf(read(stage.type())));
        }
      }
    }
    values.entrySet().removeAll(memory.find(values.keySet()).entrySet());
    memory.save(values);
  }

  private static String name(EntityType type) {
    return "mapping/" + type;
  }

  private long read(EntityType type) {
    return counts.getOrDefault(type, SurveyCount.NONE).read();
  }

  private static String known(EntityType type) {
    return "known/" + type;
  }

  /** A server that takes other fields is no mistake of the host's: it is told, and goes on. */
  private void checkMapping(StageSurvey<?> stage) {
    Optional<ServedFields> last = memory.find(name(stage.type())).map(ServedFields::parse);
    if (last.isEmpty()) {
      return;
    }
    ServedFields now = stage.mappedFields();
    Set<String> added = now.unknownTo(last.get());
    Set<String> removed = last.get().unknownTo(now);
    if (brakes.onChangedMapping() && !(added.isEmpty() && removed.isEmpty())) {
      throw held(
          "the mapping of "
              + stage.type()
              + " records is another one than in the last run: new fields "
              + added
              + ", gone "
              + removed);
    }
    tell(stage, now.changesSince(last.get()));
  }

  private void tell(StageSurvey<?> stage, Set<String> changes) {
    if (!changes.isEmpty()) {
      onOtherServer.add(stage.type());
      if (stage.isWhole()) {
        stage.warn("this Odoo treats fields otherwise than in the last run: " + changes);
      }
    }
  }

  private void checkRecords(StageSurvey<?> stage) {
    if (stage.failure() != null) {
      return;
    }
    SurveyCount count = stage.count();
    counts.put(stage.type(), count);
    if (count.read() == 0 && stage.isWhole() && stage.failure() == null) {
      checkEmpty(stage);
    }
    checkUpdates(stage, count);
    checkPulls(stage, count);
    checkAdoptions(stage.type(), count);
    checkCreates(stage, count);
    checkGone(stage);
  }

  private void checkEmpty(StageSurvey<?> stage) {
    if (brakes.onEmptySource() && stage.hasLinks()) {
      throw held(
          "the source of "
              + stage.type()
              + " records is suddenly empty, although some were synced before");
    }
  }

  private void checkUpdates(StageSurvey<?> stage, SurveyCount count) {
    EntityType type = stage.type();
    boolean changed = brakes.onChangedMapping() && !onOtherServer.contains(type);
    if (changed && count.mappedOtherwise() > 0) {
      throw held(
          "the mapping gives other values for "
              + count.mappedOtherwise()
              + " "
              + type
              + " records that did not change, such as "
              + count.example());
    }
    long linked = linked(stage, count, count.changed());
    if (brakes.stops(count.changed(), linked)) {
      throw held(
          of(count.changed(), linked, "linked", type)
              + " differ from what was sent last, more than "
              + brakes.maxUpdatePercent()
              + " %");
    }
  }

  /** All that are linked, also in a run that looks at some of them only. */
  private long linked(StageSurvey<?> stage, SurveyCount count, long some) {
    return stage.isWhole() ? count.linked() : stage.links(brakes.linkedNeededFor(some));
  }

  private void checkPulls(StageSurvey<?> stage, SurveyCount count) {
    EntityType type = stage.type();
    long linked = linked(stage, count, count.pulled());
    if (brakes.pulls().stops(count.pulled(), linked)) {
      throw held(
          of(count.pulled(), linked, "linked", type)
              + " would be overwritten at the host with what Odoo has now, more than "
              + brakes.pulls().maxPercent()
              + " %");
    }
  }

  private void checkAdoptions(EntityType type, SurveyCount count) {
    long open = count.created() + count.adopted();
    if (brakes.adoptions().stops(count.adopted(), open)) {
      throw held(
          of(count.adopted(), open, "new", type)
              + " would be linked to records that Odoo has already and overwrite them, more than "
              + brakes.adoptions().maxPercent()
              + " %");
    }
  }

  private void checkCreates(StageSurvey<?> stage, SurveyCount count) {
    EntityType type = stage.type();
    if (count.created() <= brakes.creates().allowed()) {
      return;
    }
    if (stage.isWhole()) {
      checkKeys(stage, count);
    }
    Optional<Long> known = memory.find(known(type)).map(Long::valueOf);
    if (known.isPresent() && brakes.creates().stops(count.created(), known.get())) {
      throw held(
          count.created()
              + " "
              + type
              + " records would be created in Odoo, more than "
              + brakes.creates().maxPercent()
              + " % of the "
              + known.get()
              + " that the source gave last");
    }
  }

  private void checkKeys(StageSurvey<?> stage, SurveyCount count) {
    EntityType type = stage.type();
    GoneCount gone = stage.gone();
    if (stage.failure() == null && gone.gone() * 2 > gone.linked()) {
      throw held(
          of(gone.gone(), gone.linked(), "linked", type)
              + " are not in the source any more, and "
              + count.created()
              + " others would be created in Odoo, as if their keys had been changed");
    }
  }

  private void checkGone(StageSurvey<?> stage) {
    if (!stage.isWhole() || !stage.archivesGone() || stage.failure() != null || !brakes.gone().isSet()) {
      return;
    }
    GoneCount gone = stage.gone();
    if (brakes.gone().stops(gone.gone(), gone.linked())) {
      throw held(
          of(gone.gone(), gone.linked(), "linked", stage.type())
              + " are not in the source any more and would be archived in Odoo, more than "
              + brakes.gone().maxPercent()
              + " %");
    }
  }

  private static String of(long some, long all, String which, EntityType type) {
    return some + " of " + all + " " + which + " " + type + " records";
  }

  private static RunStoppedException held(String why) {
    return new RunStoppedException(Failure.of(FailureCause.HELD_BACK, why, GO_AHEAD), null);
  }
}
