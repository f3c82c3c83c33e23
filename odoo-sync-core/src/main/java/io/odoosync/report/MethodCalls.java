package io.odoosync.report;

import io.odoosync.internal.text.Durations;
import java.time.Duration;
import java.util.Objects;

/**
 * What a run called of one method of one model of Odoo's.
 *
 * @param model the technical name of the model
 * @param method the method
 * @param calls how many calls, each counted once however often it was tried; 1 or more
 * @param retries attempts beyond each call's first
 * @param total how long all attempts took together, from sending to the end of the answer; calls
 *     that were made at once count each
 * @param longest how long the longest attempt took
 */
public record MethodCalls(
    String model, String method, long calls, long retries, Duration total, Duration longest) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there are no calls, or if {@code retries} is negative
   */
  public MethodCalls {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(method, "method");
    Counts.positive("calls", calls);
    Counts.checked("retries", retries);
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(longest, "longest");
  }

  /** In words, such as "res.partner.load 3 calls in 2.1 s, the longest 1.2 s". */
  @Override
  public String toString() {
    return model
        + "."
        + method
        + " "
        + calls
        + (calls == 1 ? " call in " : " calls in ")
        + Durations.words(total)
        + ", the longest "
        + Durations.words(longest);
  }
}
