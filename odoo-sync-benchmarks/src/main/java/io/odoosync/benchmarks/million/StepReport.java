package io.odoosync.benchmarks.million;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.odoosync.report.RunStatus;
import java.time.Duration;

/**
 * What a step took.
 *
 * @param heap the most that the host's heap held
 * @param percentOff how far the worst forecast was from the time that the stage took
 */
record StepReport(
    Step step,
    RunStatus status,
    Counts counts,
    long calls,
    Duration time,
    HeapWatch.Peak heap,
    long percentOff) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How many contacts had which outcome. */
  record Counts(long read, long created, long updated, long unchanged, long failed) {}

  /** One line of JSON, for the parent process. */
  String toLine() {
    return JSON.createObjectNode()
        .put("step", step.name())
        .put("status", status.name())
        .put("read", counts.read())
        .put("created", counts.created())
        .put("updated", counts.updated())
        .put("unchanged", counts.unchanged())
        .put("failed", counts.failed())
        .put("calls", calls)
        .put("milliseconds", time.toMillis())
        .put("heap", heap.used())
        .put("heapAfterCollection", heap.usedAfterCollection())
        .put("percentOff", percentOff)
        .toString();
  }

  /**
   * Reads what {@link #toLine} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static StepReport parse(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      return new StepReport(
          Step.valueOf(json.path("step").asText()),
          RunStatus.valueOf(json.path("status").asText()),
          new Counts(
              json.path("read").asLong(),
              json.path("created").asLong(),
              json.path("updated").asLong(),
              json.path("unchanged").asLong(),
              json.path("failed").asLong()),
          json.path("calls").asLong(),
          Duration.ofMillis(json.path("milliseconds").asLong()),
          new HeapWatch.Peak(json.path("heap").asLong(), json.path("heapAfterCollection").asLong()),
          json.path("percentOff").asLong());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not of a step: " + line, e);
    }
  }
}
