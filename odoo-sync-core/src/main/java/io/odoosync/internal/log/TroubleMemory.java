package io.odoosync.internal.log;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.state.Memory;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.internal.text.SafeLog;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.event.Level;

/**
 * Remembers what fails, in the state store; while that fails too, by itself, so that nothing is
 * told again and again. Safe for use by several threads.
 */
public final class TroubleMemory {

  private static final String NAME = "troubles";

  private final Memory memory;
  private final SafeLog out;
  private Troubles last = Troubles.NONE;
  private boolean isSaved = true;
  private boolean isDown;

  public TroubleMemory(Settings settings) {
    this.memory = new Memory(settings);
    this.out = SafeLog.of(TroubleMemory.class, settings.redaction());
  }

  /** Watches a run. A store that is down is tried once a run: it may take its time to say so. */
  public synchronized RunWatch watch() {
    isDown = false;
    return new RunWatch(this::load);
  }

  private synchronized Troubles load() {
    if (isSaved && !isDown) {
      try {
        last = memory.find(NAME).map(TroublesText::parse).orElse(Troubles.NONE);
      } catch (StageFailedException e) {
        isDown = true;
        out.debug("what failed before is not known: {}", e.failure(), e);
      }
    }
    return last;
  }

  /** Changes what is remembered. */
  public synchronized Troubles update(UnaryOperator<Troubles> change) {
    Troubles before = load();
    Troubles after = change.apply(before);
    if (!after.equals(before) || !isSaved) {
      last = after;
      save(after);
    }
    return after;
  }

  private void save(Troubles troubles) {
    boolean wasSaved = isSaved;
    isSaved = false;
    if (!isDown) {
      try {
        save(memory, troubles);
        isSaved = true;
      } catch (StageFailedException e) {
        isDown = true;
        out.log(
            wasSaved ? Level.WARN : Level.DEBUG,
            null,
            "what fails is remembered by this process alone: {}",
            e.failure());
      }
    }
  }

  private static void save(Memory memory, Troubles troubles) {
    if (troubles.isEmpty()) {
      memory.remove(List.of(NAME));
    } else {
      memory.save(Map.of(NAME, TroublesText.of(troubles)));
    }
  }

  /**
   * Forgets a record.
   *
   * @throws StageFailedException if the state store fails
   */
  public static void forget(Memory memory, EntityType type, LocalKey key) {
    Troubles known = memory.find(NAME).map(TroublesText::parse).orElse(Troubles.NONE);
    if (known.at(Site.record(type, key)) != null) {
      save(memory, known.without(type, key));
    }
  }
}
