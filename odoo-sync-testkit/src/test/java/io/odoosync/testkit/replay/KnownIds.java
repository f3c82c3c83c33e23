package io.odoosync.testkit.replay;

import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.schema.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which record of the in-process Odoo is which recorded one. Master data has the same ids on both;
 * what a session made is learnt from the answers.
 */
final class KnownIds {
  /** From here on an id stands for a record that nobody made. */
  private static final long NEVER = 90_000_000;

  private final OdooRelease release;
  private final Map<String, Map<Long, Long>> actual = new HashMap<>();
  private final Map<String, Map<Long, Long>> recorded = new HashMap<>();
  private final Map<String, Deque<Long>> prepared = new HashMap<>();

  KnownIds(OdooRelease release) {
    this.release = release;
  }

  /** The next record of this model that is asked for without ever having been answered is this. */
  void prepare(String model, long id) {
    prepared.computeIfAbsent(model, any -> new ArrayDeque<>()).add(id);
  }

  void learn(String model, long recordedId, long actualId) {
    actual.computeIfAbsent(model, any -> new HashMap<>()).put(recordedId, actualId);
    recorded.computeIfAbsent(model, any -> new HashMap<>()).put(actualId, recordedId);
  }

  /**
   * The id to send where this one was sent.
   *
   * @throws IllegalStateException if the session has not made the record
   */
  long actual(String model, long recordedId) {
    boolean madeUp = recordedId >= NEVER || recordedId <= 0;
    if (madeUp || isMaster(release, model, recordedId) || !isModel(model)) {
      return recordedId;
    }
    if (!known(model).containsKey(recordedId)) {
      Deque<Long> next = prepared.getOrDefault(model, new ArrayDeque<>());
      if (next.isEmpty()) {
        throw new IllegalStateException("nobody made " + model + " " + recordedId);
      }
      learn(model, recordedId, next.remove());
    }
    return known(model).getOrDefault(recordedId, recordedId);
  }

  /** Whether these are the same record; the first answer that names a record decides. */
  boolean same(String model, long recordedId, long actualId) {
    if (recordedId <= 0 || isMaster(release, model, recordedId)) {
      return recordedId == actualId;
    }
    Long expected = known(model).get(recordedId);
    if (expected != null) {
      return expected == actualId;
    }
    if (isMaster(release, model, actualId)
        || recorded.getOrDefault(model, Map.of()).containsKey(actualId)) {
      return false;
    }
    learn(model, recordedId, actualId);
    return true;
  }

  /** Whether two numbers in a text may be the ids of the same record, of whatever model. */
  boolean sameInText(long recordedId, long actualId) {
    return recordedId == actualId
        || actual.values().stream().anyMatch(ids -> isPair(ids, recordedId, actualId));
  }

  private static boolean isPair(Map<Long, Long> ids, long recordedId, long actualId) {
    Long known = ids.get(recordedId);
    return known != null && known == actualId;
  }

  private Map<Long, Long> known(String model) {
    return actual.getOrDefault(model, Map.of());
  }

  private boolean isModel(String model) {
    return Schema.of(release).models().containsKey(model);
  }

  /** Whether every server of the release has the record from the start. */
  static boolean isMaster(OdooRelease release, String model, long id) {
    return Schema.of(release).records().getOrDefault(model, List.of()).stream()
        .anyMatch(row -> row.get("id") instanceof Number number && number.longValue() == id);
  }
}
