package io.odoosync.internal.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odoosync.report.Outcome;

/**
 * What is remembered of a record that failed.
 *
 * @param fingerprint tells whether the record has changed since
 * @param failures how often it failed in a row without changing
 * @param runsToSkip in how many runs it is not tried
 * @param reason why it failed last
 */
record Setback(String fingerprint, int failures, int runsToSkip, String reason) {

  /** Failures in a row after which a record is not tried in every run any more. */
  static final int FAILURES_BEFORE_QUARANTINE = 3;

  /** The most runs in which a record is not tried. */
  static final int MAX_RUNS_TO_SKIP = 32;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** After another failure of the same record. */
  static Setback first(String fingerprint, String reason) {
    return new Setback(fingerprint, 1, 0, reason);
  }

  /** After one more failure: each doubles the runs to skip. */
  Setback again(String latestReason) {
    int beyond = failures + 1 - FAILURES_BEFORE_QUARANTINE;
    int skip = beyond < 0 ? 0 : Math.min(MAX_RUNS_TO_SKIP, 1 << Math.min(beyond, 10));
    return new Setback(fingerprint, failures + 1, skip, latestReason);
  }

  /** After a run in which the record was not tried. */
  Setback skippedOnce() {
    return new Setback(fingerprint, failures, runsToSkip - 1, reason);
  }

  boolean isQuarantined() {
    return failures >= FAILURES_BEFORE_QUARANTINE;
  }

  Outcome.Quarantined outcome() {
    return new Outcome.Quarantined(reason, failures, runsToSkip);
  }

  String text() {
    return MAPPER
        .createObjectNode()
        .put("fingerprint", fingerprint)
        .put("failures", failures)
        .put("skip", runsToSkip)
        .put("reason", reason)
        .toString();
  }

  static Setback parse(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      return new Setback(
          json.path("fingerprint").asText(),
          json.path("failures").asInt(),
          json.path("skip").asInt(),
          json.path("reason").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the state store returned a damaged entry", e);
    }
  }
}
