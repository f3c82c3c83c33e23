package io.odoosync.report;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.internal.text.ReasonShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Records that are not in step for one and the same reason, told as one.
 *
 * @param type the kind of entity
 * @param kind in what way they are not in step
 * @param failure why the first of them is not, and what to do about it
 * @param count how many there are, 1 or more
 * @param keys the first of them, {@value #MAX_KEYS} at most
 */
public record FailureGroup(
    EntityType type, RecordFailure.Kind kind, Failure failure, long count, List<LocalKey> keys) {

  /** How many keys a group names. */
  public static final int MAX_KEYS = 5;

  /** Copies the keys. */
  public FailureGroup {
    keys = List.copyOf(keys);
  }

  /**
   * Puts together what differs only in the record: its numbers, names and dates.
   *
   * @param type the kind of entity
   * @param failures records that are not in step
   * @return the groups, in the order of their first records; empty if there are no failures
   */
  public static List<FailureGroup> of(EntityType type, List<RecordFailure> failures) {
    Map<Alike, List<RecordFailure>> groups = new LinkedHashMap<>();
    failures.forEach(
        failure ->
            groups.computeIfAbsent(Alike.of(failure), alike -> new ArrayList<>()).add(failure));
    return groups.values().stream().map(group -> of(type, group.get(0), group)).toList();
  }

  private static FailureGroup of(
      EntityType type, RecordFailure first, List<RecordFailure> failures) {
    List<LocalKey> keys =
        failures.stream().limit(MAX_KEYS).map(RecordFailure::key).collect(Collectors.toList());
    return new FailureGroup(type, first.kind(), first.failure(), failures.size(), keys);
  }

  private record Alike(RecordFailure.Kind kind, FailureCause cause, String advice, String shape) {
    static Alike of(RecordFailure failure) {
      return new Alike(
          failure.kind(), failure.cause(), failure.advice(), ReasonShape.of(failure.reason()));
    }
  }

  /** The keys for a person: {@code guest/1, guest/2 … (1000)}. */
  String who() {
    String named = keys.stream().map(LocalKey::toString).collect(Collectors.joining(", "));
    return count > keys.size() ? count + " records, such as " + named : named;
  }

  /** One line for a log: which records, the cause, the reason of the first, what to do. */
  @Override
  public String toString() {
    return who() + " " + kind + ", " + failure.cause() + ": " + failure;
  }
}
