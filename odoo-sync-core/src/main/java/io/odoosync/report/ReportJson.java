package io.odoosync.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odoosync.Failure;
import org.jspecify.annotations.Nullable;

/** Writes a report as JSON. */
final class ReportJson {

  private ReportJson() {}

  static String of(SyncReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("runId", report.runId())
        .put("startedAt", report.startedAt().toString())
        .put("durationMillis", report.duration().toMillis())
        .put("successful", report.isSuccessful())
        .put("status", report.status().name())
        .set("stopped", failure(report.stopped()));
    json.set("logFailure", failure(report.logFailure()));
    json.putObject("traffic")
        .put("calls", report.traffic().calls())
        .put("retries", report.traffic().retries())
        .put("bytesSent", report.traffic().bytesSent())
        .put("bytesReceived", report.traffic().bytesReceived());
    report.stages().forEach(stage -> json.withArray("stages").add(stage(stage)));
    return json.toString();
  }

  private static ObjectNode stage(StageReport stage) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", stage.type().name())
        .put("read", stage.read())
        .put("created", stage.created())
        .put("updated", stage.updated())
        .put("unchanged", stage.unchanged())
        .put("pulled", stage.pulled())
        .put("failed", stage.failed())
        .put("blocked", stage.blocked())
        .put("quarantined", stage.quarantined())
        .put("notReached", stage.notReached())
        .put("durationMillis", stage.duration().toMillis())
        .set("failure", failure(stage.failure()));
    ObjectNode conflicts = json.putObject("conflicts");
    stage.conflicts().forEach((winner, count) -> conflicts.put(winner.name(), count));
    stage.failures().forEach(failure -> json.withArray("failures").add(failure(failure)));
    return json;
  }

  private static ObjectNode failure(RecordFailure failure) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("key", failure.key().toString())
            .put("kind", failure.kind().name());
    put(failure.failure(), json);
    return json;
  }

  private static JsonNode failure(@Nullable Failure failure) {
    if (failure == null) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(failure, json);
    return json;
  }

  private static void put(Failure failure, ObjectNode json) {
    json.put("cause", failure.cause().name())
        .put("reason", failure.reason())
        .put("advice", failure.advice())
        .put("odooError", failure.odooError())
        .put("model", failure.model())
        .put("method", failure.method());
  }
}
