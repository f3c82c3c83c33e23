package io.odoosync.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.odoosync.CallBudget;
import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.internal.text.VisibleText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ReportJson} wrote, also what earlier versions of it wrote. */
final class ReportParser {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private ReportParser() {}

  static SyncReport read(String json) {
    try {
      return report(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw notOne(e.getOriginalMessage(), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw notOne(String.valueOf(e.getMessage()), e);
    }
  }

  private static IllegalArgumentException notOne(String why, Exception cause) {
    return new IllegalArgumentException("json is not a report: " + VisibleText.of(why), cause);
  }

  private static SyncReport report(JsonNode json) {
    return SyncReport.builder(text(json, "runId"), Instant.parse(text(json, "startedAt")))
        .duration(millis(json, "durationMillis"))
        .status(RunStatus.valueOf(text(json, "status")))
        .stopped(failure(json.path("stopped")))
        .logFailure(failure(json.path("logFailure")))
        .traffic(traffic(json.path("traffic")))
        .apiKey(key(json.path("apiKey")))
        .apiKeyWarning(failure(json.path("apiKeyWarning")))
        .stages(list(json, "stages", ReportParser::stage))
        .build();
  }

  private static Traffic traffic(JsonNode json) {
    return Traffic.builder()
        .calls(json.path("calls").longValue())
        .retries(json.path("retries").longValue())
        .bytesSent(json.path("bytesSent").longValue())
        .bytesReceived(json.path("bytesReceived").longValue())
        .methods(list(json, "methods", ReportParser::method))
        .budget(budget(json.path("budget")))
        .build();
  }

  private static MethodCalls method(JsonNode json) {
    return new MethodCalls(
        text(json, "model"),
        text(json, "method"),
        json.path("calls").longValue(),
        json.path("retries").longValue(),
        millis(json, "totalMillis"),
        millis(json, "longestMillis"));
  }

  private static @Nullable BudgetUse budget(JsonNode json) {
    return json.isObject()
        ? new BudgetUse(
            json.path("perMinute").asInt(CallBudget.UNLIMITED),
            json.path("perDay").asInt(CallBudget.UNLIMITED),
            json.path("calls").longValue(),
            json.path("today").longValue(),
            millis(json, "waitedMillis"))
        : null;
  }

  private static @Nullable ApiKeyExpiry key(JsonNode json) {
    return json.isObject()
        ? new ApiKeyExpiry(
            Instant.parse(text(json, "end")),
            json.path("daysLeft").longValue(),
            json.path("keys").intValue())
        : null;
  }

  private static StageReport stage(JsonNode json) {
    return StageReport.builder(EntityType.valueOf(text(json, "type")))
        .read(json.path("read").longValue())
        .created(json.path("created").longValue())
        .updated(json.path("updated").longValue())
        .unchanged(json.path("unchanged").longValue())
        .pulled(json.path("pulled").longValue())
        .conflicts(conflicts(json.path("conflicts")))
        .failed(json.path("failed").longValue())
        .blocked(json.path("blocked").longValue())
        .quarantined(json.path("quarantined").longValue())
        .notReached(json.path("notReached").longValue())
        .duration(millis(json, "durationMillis"))
        .failure(failure(json.path("failure")))
        .failures(list(json, "failures", ReportParser::recordFailure))
        .notices(list(json, "notices", JsonNode::asText))
        .notFound(list(json, "notFound", key -> LocalKey.parse(key.asText())))
        .build();
  }

  private static Map<Winner, Long> conflicts(JsonNode json) {
    Map<Winner, Long> conflicts = new EnumMap<>(Winner.class);
    json.properties()
        .forEach(
            entry -> conflicts.put(Winner.valueOf(entry.getKey()), entry.getValue().longValue()));
    return conflicts;
  }

  private static RecordFailure recordFailure(JsonNode json) {
    return new RecordFailure(
        LocalKey.parse(text(json, "key")),
        RecordFailure.Kind.valueOf(text(json, "kind")),
        whole(json));
  }

  private static @Nullable Failure failure(JsonNode json) {
    return json.isObject() ? whole(json) : null;
  }

  private static Failure whole(JsonNode json) {
    return new Failure(
        FailureCause.valueOf(text(json, "cause")),
        text(json, "reason"),
        text(json, "advice"),
        json.path("odooError").textValue(),
        json.path("model").textValue(),
        json.path("method").textValue());
  }

  private static Duration millis(JsonNode json, String field) {
    return Duration.ofMillis(json.path(field).longValue());
  }

  private static String text(JsonNode json, String field) {
    String text = json.path(field).textValue();
    if (text == null) {
      throw new IllegalArgumentException(field + " must be a text");
    }
    return text;
  }

  private static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> read) {
    List<T> list = new ArrayList<>();
    json.path(field).forEach(item -> list.add(read.apply(item)));
    return list;
  }
}
