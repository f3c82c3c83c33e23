package io.odoosync.benchmarks.endtoend;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Results for a machine: each sample, and what it was made with. */
final class ResultsJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ResultsJson() {}

  /**
   * Writes it.
   *
   * @param circumstances what the figures depend on, by name
   */
  static String of(Results results, Map<String, String> circumstances) {
    ObjectNode document = JSON.createObjectNode();
    circumstances.forEach(document::put);
    ArrayNode samples = document.putArray("samples");
    for (Sample sample : results.samples()) {
      samples
          .addObject()
          .put("scenario", sample.scenario().words())
          .put("contender", sample.contender())
          .put("repetition", sample.repetition())
          .put("records", sample.records())
          .put("calls", sample.calls())
          .put("seconds", sample.time().toNanos() / 1e9)
          .put("rate", sample.rate());
    }
    return document.toPrettyString() + "\n";
  }
}
