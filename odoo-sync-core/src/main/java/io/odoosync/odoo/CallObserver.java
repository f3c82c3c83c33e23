package io.odoosync.odoo;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Is told of each attempt of each call, for counting or tracing. Called in the calling thread. */
@FunctionalInterface
public interface CallObserver {

  /**
   * One attempt is about to be sent, for who wants to know its beginning, such as a tracer. Told
   * after the log-in, so of an attempt that fails before, only its end is told.
   *
   * @param model the model
   * @param method the method
   * @param number 1 for the first attempt
   * @return who is told of this attempt's end; unless implemented, this observer
   */
  default CallObserver beforeAttempt(String model, String method, int number) {
    return this;
  }

  /**
   * One attempt has ended.
   *
   * @param attempt what happened
   */
  void onAttempt(Attempt attempt);

  /**
   * One attempt of a call.
   *
   * @param model the model
   * @param method the method
   * @param number 1 for the first attempt, 2 for its first repetition
   * @param duration from sending to the end of the answer
   * @param bytesSent size of the request's body
   * @param bytesReceived size of the answer's body
   * @param serverTime when it was answered by the server's own clock, or that of a proxy before it,
   *     in whole seconds (RFC 9110, 6.6.1); {@code null} if there is no answer that says so
   * @param failure how it failed, or {@code null} if it succeeded
   */
  record Attempt(
      String model,
      String method,
      int number,
      Duration duration,
      long bytesSent,
      long bytesReceived,
      @Nullable Instant serverTime,
      @Nullable OdooException failure) {}
}
