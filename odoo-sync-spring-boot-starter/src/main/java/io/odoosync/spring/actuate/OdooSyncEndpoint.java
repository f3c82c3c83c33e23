package io.odoosync.spring.actuate;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.LocalKey;
import io.odoosync.QuarantinedRecord;
import io.odoosync.SyncEngine;
import io.odoosync.report.CheckFinding;
import io.odoosync.report.CheckReport;
import io.odoosync.report.FailureGroup;
import io.odoosync.report.PastRun;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncHistory;
import io.odoosync.report.SyncReport;
import io.odoosync.store.FieldConflict;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.store.SyncLogStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.lang.Nullable;

/**
 * {@code /actuator/odoosync}: the last runs, what failed by cause, what is in quarantine. Below it
 * {@code runs}, {@code failures}, {@code quarantine}, {@code conflicts}, {@code history} (of one
 * record: {@code ?type=CONTACT&key=teacher/1}) and {@code check}, which alone asks Odoo. A POST of
 * a type and a key to {@code release} lets the next run try a record again.
 */
@Endpoint(id = "odoosync")
final class OdooSyncEndpoint {

  private static final int RUNS = 10;
  private static final int ENTRIES = 100;
  private static final int MAX_LIMIT = 1_000;

  private final SyncEngine engine;
  private final SyncLogStore log;
  private final SyncHistory history;

  OdooSyncEndpoint(SyncEngine engine, SyncLogStore log) {
    this.engine = engine;
    this.log = log;
    this.history = SyncHistory.of(log);
  }

  @ReadOperation
  Map<String, Object> overview() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("runs", runs(RUNS));
    all.put("failures", failures());
    all.put("quarantine", quarantine());
    return all;
  }

  /** {@code null} is answered with 404. */
  @ReadOperation
  @Nullable Object part(
      @Selector String part, @Nullable Integer limit, @Nullable String type, @Nullable String key) {
    int most = limit == null ? ENTRIES : Math.max(1, Math.min(limit, MAX_LIMIT));
    return switch (part) {
      case "runs" -> Map.of("runs", runs(most));
      case "failures" -> Map.of("failures", failures());
      case "quarantine" -> Map.of("quarantine", quarantine());
      case "conflicts" -> Map.of("conflicts", conflicts(most));
      case "check" -> check();
      case "history" -> type == null || key == null ? null : history(type(type), key(key));
      default -> null;
    };
  }

  @WriteOperation
  @Nullable Map<String, Object> act(@Selector String part, String type, String key) {
    if (!part.equals("release")) {
      return null;
    }
    engine.release(type(type), key(key));
    return Map.of("quarantine", quarantine());
  }

  /** What is asked for wrongly is answered with 400, not with 500. */
  private static EntityType type(String name) {
    try {
      return EntityType.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidEndpointRequestException(
          "no such type", "type must be one of " + List.of(EntityType.values()));
    }
  }

  private static LocalKey key(String text) {
    try {
      return LocalKey.parse(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidEndpointRequestException(
          "no such key", "key must be a kind and an id, such as teacher/1");
    }
  }

  private List<Map<String, Object>> runs(int limit) {
    return engine.runs(limit).stream().map(OdooSyncEndpoint::run).toList();
  }

  private static Map<String, Object> run(PastRun run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("runId", run.runId());
    put(json, "startedAt", run.startedAt());
    put(json, "endedAt", run.endedAt());
    put(json, "status", run.status());
    json.put("successful", run.isSuccessful());
    json.put("summary", run.summary());
    return json;
  }

  /** Of the last run: what stopped it or a stage, and its records by cause. */
  private List<Map<String, Object>> failures() {
    return engine.runs(1).stream()
        .flatMap(run -> history.report(run.runId()).stream())
        .flatMap(OdooSyncEndpoint::failures)
        .toList();
  }

  private static Stream<Map<String, Object>> failures(SyncReport report) {
    return Stream.concat(
        Stream.ofNullable(report.stopped()).map(OdooSyncEndpoint::failure),
        report.stages().stream().flatMap(OdooSyncEndpoint::failures));
  }

  private static Stream<Map<String, Object>> failures(StageReport stage) {
    return Stream.concat(
        Stream.ofNullable(stage.failure())
            .map(
                failure -> {
                  Map<String, Object> json = failure(failure);
                  put(json, "type", stage.type());
                  return json;
                }),
        stage.failureGroups().stream().map(OdooSyncEndpoint::group));
  }

  private static Map<String, Object> group(FailureGroup group) {
    Map<String, Object> json = failure(group.failure());
    put(json, "type", group.type());
    put(json, "kind", group.kind());
    json.put("count", group.count());
    json.put("keys", group.keys().stream().map(LocalKey::toString).toList());
    return json;
  }

  private static Map<String, Object> failure(Failure failure) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "cause", failure.cause());
    json.put("reason", failure.reason());
    json.put("advice", failure.advice());
    return json;
  }

  private List<Map<String, Object>> quarantine() {
    return engine.quarantined().stream().map(OdooSyncEndpoint::record).toList();
  }

  private static Map<String, Object> record(QuarantinedRecord record) {
    Map<String, Object> json = failure(record.failure());
    put(json, "type", record.type());
    put(json, "key", record.key());
    json.put("failures", record.failures());
    json.put("runsToSkip", record.runsToSkip());
    return json;
  }

  /** Which field of which record, and who won; values are for who may read the log itself. */
  private List<Map<String, Object>> conflicts(int limit) {
    SyncLogQuery settled =
        SyncLogQuery.all().withEvent(SyncEvent.CONFLICT_RESOLVED).withLimit(limit);
    return log.find(settled).stream().map(OdooSyncEndpoint::conflict).toList();
  }

  private static Map<String, Object> conflict(SyncLogEntry entry) {
    Map<String, Object> json = entry(entry);
    FieldConflict conflict = entry.conflict();
    if (conflict != null) {
      put(json, "field", conflict.field());
      put(json, "winner", conflict.winner());
      put(json, "policy", conflict.policy());
    }
    return json;
  }

  private Map<String, Object> history(EntityType type, LocalKey key) {
    return Map.of(
        "history",
        engine.history(type, key).stream()
            .map(
                entry -> {
                  Map<String, Object> json = entry(entry);
                  put(json, "event", entry.event());
                  json.put("message", entry.message());
                  return json;
                })
            .toList());
  }

  private static Map<String, Object> entry(SyncLogEntry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "at", entry.at());
    json.put("runId", entry.runId());
    put(json, "type", entry.type());
    put(json, "key", entry.key());
    put(json, "odooId", entry.odooId());
    return json;
  }

  private Map<String, Object> check() {
    CheckReport report = engine.check();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ready", report.isReady());
    json.put("findings", report.findings().stream().map(OdooSyncEndpoint::finding).toList());
    return json;
  }

  private static Map<String, Object> finding(CheckFinding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "severity", finding.severity());
    put(json, "type", finding.type());
    put(json, "cause", finding.cause());
    json.put("what", finding.what());
    json.put("advice", finding.advice());
    return json;
  }

  /** As text, so that it looks the same whichever JSON library the application has. */
  private static void put(Map<String, Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
