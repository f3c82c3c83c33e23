package io.odoosync.verification.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether a report adds up: what was read has an outcome each, in the object and in its JSON, and a
 * stage that was not stopped has read all that the source has. Works on the JSON, so that an
 * outcome that reports gain is counted too.
 */
final class Conservation {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> NO_OUTCOME = Set.of("read", "durationMillis");

  private Conservation() {}

  /** The faults of a report; empty if there are none. */
  static List<String> faults(SyncReport report, Workload workload) {
    List<String> faults = new ArrayList<>();
    for (JsonNode stage : json(report).path("stages")) {
      long read = stage.path("read").asLong(-1);
      if (read != outcomes(stage)) {
        faults.add("does not add up: " + stage);
      }
    }
    for (StageReport stage : report.stages()) {
      int there = workload.keys(stage.type()).size();
      boolean complete = report.stopped() == null && stage.failure() == null;
      if (stage.read() > there || (complete && stage.read() < there)) {
        faults.add("of " + there + " records were read: " + stage);
      }
    }
    return faults;
  }

  /** Conflicts are counted by their winner. */
  private static long outcomes(JsonNode counts) {
    long sum = 0;
    for (var field : counts.properties()) {
      if (field.getValue().isObject()) {
        sum += outcomes(field.getValue());
      } else if (!NO_OUTCOME.contains(field.getKey())) {
        sum += field.getValue().asLong();
      }
    }
    return sum;
  }

  private static JsonNode json(SyncReport report) {
    try {
      return JSON.readTree(report.toJson());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report is no JSON", e);
    }
  }
}
