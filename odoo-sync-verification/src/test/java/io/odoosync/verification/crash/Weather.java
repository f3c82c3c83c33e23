package io.odoosync.verification.crash;

import io.odoosync.testkit.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The faults of the testkit, each as short as it can be. */
final class Weather {

  /** How long the engine waits for an answer while things go wrong. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private Weather() {}

  /** All kinds of faults, by name. */
  static Map<String, Fault> faults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("closed before", Fault.closeBefore());
    faults.put("closed after commit", Fault.closeAfterCommit());
    faults.put("delay", Fault.delay(Duration.ofMillis(3)));
    faults.put("slow answer", Fault.slowAnswer(Duration.ofMillis(3)));
    faults.put("429", Fault.tooManyRequests(Duration.ZERO));
    faults.put("502", Fault.status(502));
    faults.put("503", Fault.status(503));
    faults.put("504", Fault.status(504));
    faults.put("502 after commit", Fault.statusAfterCommit(502));
    faults.put("504 after commit", Fault.statusAfterCommit(504));
    faults.put("not serialized", Fault.serializationFailure());
    faults.put("truncated", Fault.truncatedBody());
    faults.put("html", Fault.htmlBody());
    faults.put("oversized", Fault.oversizedBody(OdooSite.MAX_RESPONSE_BYTES + 1L));
    return faults;
  }
}
