package io.odoosync.internal.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.report.Outcome;
import java.util.Arrays;

/**
 * What is remembered of a record that failed.
 *
 * @param fingerprint tells whether the record has changed since
 * @param failures how often it failed in a row without changing
 * @param runsToSkip in how many runs it is not tried
 * @param last why it failed last
 */
record Setback(String fingerprint, int failures, int runsToSkip, Failure last) {

  /** Failures in a row after which a record is not tried in every run any more. */
  static final int FAILURES_BEFORE_QUARANTINE = 3;

  /** The most runs in which a record is not tried. */
  static final int MAX_RUNS_TO_SKIP = 32;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** After another failure of the same record. */
  static Setback first(String fingerprint, Failure failure) {
    return new Setback(fingerprint, 1, 0, failure);
  }

  /** After one more failure: each doubles the runs to skip. */
  Setback again(Failure latest) {
    int beyond = failures + 1 - FAILURES_BEFORE_QUARANTINE;
    int skip = beyond < 0 ? 0 : Math.min(MAX_RUNS_TO_SKIP, 1 << Math.min(beyond, 10));
    return new Setback(fingerprint, failures + 1, skip, latest);
  }

  /** After a run in which the record was not tried. */
  Setback skippedOnce() {
    return new Setback(fingerprint, failures, runsToSkip - 1, last);
  }

  boolean isQuarantined() {
    return failures >= FAILURES_BEFORE_QUARANTINE;
  }

  Outcome.Quarantined outcome() {
    return new Outcome.Quarantined(last, failures, runsToSkip);
  }

  String text() {
    return MAPPER
        .createObjectNode()
        .put("fingerprint", fingerprint)
        .put("failures", failures)
        .put("skip", runsToSkip)
        .put("cause", last.cause().name())
        .put("reason", last.reason())
        .put("advice", last.advice())
        .put("odooError", last.odooError())
        .put("model", last.model())
        .put("method", last.method())
        .toString();
  }

  static Setback parse(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      return new Setback(
          json.path("fingerprint").asText(),
          json.path("failures").asInt(),
          json.path("skip").asInt(),
          failure(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the state store returned a damaged entry", e);
    }
  }

  private static Failure failure(JsonNode json) {
    FailureCause cause = cause(json.path("cause").asText());
    return new Failure(
        cause,
        json.path("reason").asText(),
        json.path("advice").asText(cause.advice()),
        json.path("odooError").textValue(),
        json.path("model").textValue(),
        json.path("method").textValue());
  }

  /** Of an entry of another version, whose causes may be others, the words are what is left. */
  private static FailureCause cause(String name) {
    return Arrays.stream(FailureCause.values())
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElse(FailureCause.UNEXPECTED);
  }
}
