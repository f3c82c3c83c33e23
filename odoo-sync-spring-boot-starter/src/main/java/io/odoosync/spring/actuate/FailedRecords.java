package io.odoosync.spring.actuate;

import io.odoosync.FailureCause;
import io.odoosync.store.SyncLogEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What failed in a run for one cause.
 *
 * @param event what became of it
 * @param type the kind of entity; empty for the run itself
 * @param cause why
 * @param advice what to do about it
 * @param count how many entries of the log say so
 * @param keys the first of the records
 * @param reason the words of the first
 */
record FailedRecords(
    String event,
    String type,
    String cause,
    String advice,
    int count,
    List<String> keys,
    String reason) {

  private static final int KEYS = 5;

  private record Alike(String event, String type, FailureCause cause, String advice) {}

  static Stream<FailedRecords> of(List<SyncLogEntry> entries) {
    Map<Alike, List<SyncLogEntry>> groups =
        entries.stream()
            .flatMap(
                entry -> Stream.ofNullable(entry.cause()).map(cause -> Map.entry(cause, entry)))
            .collect(
                Collectors.groupingBy(
                    each -> alike(each.getKey(), each.getValue()),
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return groups.entrySet().stream().map(group -> of(group.getKey(), group.getValue()));
  }

  private static Alike alike(FailureCause cause, SyncLogEntry entry) {
    String type = entry.type() == null ? "" : entry.type().name();
    String advice = entry.advice() == null ? "" : entry.advice();
    return new Alike(entry.event().name(), type, cause, advice);
  }

  private static FailedRecords of(Alike alike, List<SyncLogEntry> entries) {
    List<String> keys =
        entries.stream()
            .flatMap(entry -> Stream.ofNullable(entry.key()))
            .map(Object::toString)
            .distinct()
            .limit(KEYS)
            .toList();
    return new FailedRecords(
        alike.event(),
        alike.type(),
        alike.cause().name(),
        alike.advice(),
        entries.size(),
        keys,
        entries.get(0).message());
  }
}
