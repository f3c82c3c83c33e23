package io.odoosync.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odoosync.CallBudget;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a report as JSON. */
final class ReportJson {

  private ReportJson() {}

  static String of(SyncReport report) {
    return json(report).toString();
  }

  static String of(AdminNews news) {
    ObjectNode json = json(news.report()).put("text", news.toString());
    ObjectNode lists = json.putObject("news");
    put(news.started(), lists.putArray("started"));
    put(news.lasting(), lists.putArray("lasting"));
    put(news.recovered(), lists.putArray("recovered"));
    return json.toString();
  }

  private static void put(List<AdminNews.Item> items, ArrayNode list) {
    items.forEach(item -> list.add(item(item)));
  }

  private static ObjectNode item(AdminNews.Item item) {
    EntityType type = item.type();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("place", item.place().name())
            .put("type", type == null ? null : type.name())
            .put("cause", item.cause().name())
            .put("records", item.records())
            .put("since", item.since().toString())
            .put("runs", item.runs());
    ArrayNode keys = json.putArray("keys");
    item.keys().forEach(key -> keys.add(key.toString()));
    json.set("failure", failure(item.failure()));
    return json;
  }

  private static ObjectNode json(SyncReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("runId", report.runId())
        .put("startedAt", report.startedAt().toString())
        .put("durationMillis", report.duration().toMillis())
        .put("successful", report.isSuccessful())
        .put("status", report.status().name())
        .set("stopped", failure(report.stopped()));
    json.set("logFailure", failure(report.logFailure()));
    put(report.traffic(), json.putObject("traffic"));
    putKey(report, json);
    report.stages().forEach(stage -> json.withArray("stages").add(stage(stage)));
    return json;
  }

  private static void put(Traffic traffic, ObjectNode json) {
    json.put("calls", traffic.calls())
        .put("retries", traffic.retries())
        .put("bytesSent", traffic.bytesSent())
        .put("bytesReceived", traffic.bytesReceived());
    ArrayNode methods = json.putArray("methods");
    traffic.methods().forEach(method -> methods.add(method(method)));
    BudgetUse use = traffic.budget();
    if (use != null) {
      json.putObject("budget")
          .put("perMinute", use.perMinute() == CallBudget.UNLIMITED ? null : use.perMinute())
          .put("perDay", use.perDay() == CallBudget.UNLIMITED ? null : use.perDay())
          .put("calls", use.calls())
          .put("today", use.today())
          .put("waitedMillis", use.waited().toMillis());
    }
  }

  private static ObjectNode method(MethodCalls method) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("model", method.model())
        .put("method", method.method())
        .put("calls", method.calls())
        .put("retries", method.retries())
        .put("totalMillis", method.total().toMillis())
        .put("longestMillis", method.longest().toMillis());
  }

  private static void putKey(SyncReport report, ObjectNode json) {
    ApiKeyExpiry key = report.apiKey();
    if (key != null) {
      json.putObject("apiKey")
          .put("end", key.end().toString())
          .put("daysLeft", key.daysLeft())
          .put("keys", key.keys());
    }
    if (report.apiKeyWarning() != null) {
      json.set("apiKeyWarning", failure(report.apiKeyWarning()));
    }
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
    stage.notFound().forEach(key -> json.withArray("notFound").add(key.toString()));
    stage.notices().forEach(notice -> json.withArray("notices").add(notice));
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
