package io.odoosync.testkit;

import java.time.Duration;
import java.util.function.Consumer;

/** What goes wrong with a request. Each kind says whether the call still took effect. */
public sealed interface Fault {

  /** The connection is closed before the server looks at the request: nothing happened. */
  record CloseBefore() implements Fault {}

  /** The call takes effect, then the connection is closed without an answer. */
  record CloseAfterCommit() implements Fault {}

  /**
   * The server waits before it starts; then all goes well.
   *
   * @param delay how long, in real time
   */
  record Delay(Duration delay) implements Fault {}

  /**
   * The call takes effect at once, and is answered late.
   *
   * @param delay how long, in real time
   */
  record SlowAnswer(Duration delay) implements Fault {}

  /**
   * A proxy answers instead of Odoo, in HTML: nothing happened.
   *
   * @param status such as 429, 502, 503 or 504
   * @param retryAfter the value of the {@code Retry-After} header, or "" to leave it out
   */
  record Status(int status, String retryAfter) implements Fault {}

  /**
   * The call takes effect, and then a proxy answers instead of Odoo.
   *
   * @param status such as 502 or 504
   */
  record StatusAfterCommit(int status) implements Fault {}

  /**
   * PostgreSQL could not serialize: nothing happened. {@code load} says so in its messages (but of
   * invoices, Odoo 14 says that a line lacks its account), other methods with the error {@code
   * psycopg2.errors.SerializationFailure}.
   */
  record SerializationFailure() implements Fault {}

  /** The call takes effect; the answer ends in the middle, the connection is closed. */
  record TruncatedBody() implements Fault {}

  /** The call takes effect; the answer is a page in HTML with status 200. */
  record HtmlBody() implements Fault {}

  /**
   * The call takes effect; the answer is padded with blanks, which JSON allows.
   *
   * @param bytes the size of the answer
   */
  record OversizedBody(long bytes) implements Fault {}

  /**
   * Test code runs before the call's transaction, and after it.
   *
   * @param before runs when the request has been read
   * @param afterCommit runs when the call has taken effect, before its answer is sent
   */
  record Hook(Consumer<OdooRequest> before, Consumer<OdooRequest> afterCommit) implements Fault {}

  /** The connection is closed before the server looks at the request. */
  static Fault closeBefore() {
    return new CloseBefore();
  }

  /** The call takes effect and is never answered: its outcome is unknown to the client. */
  static Fault closeAfterCommit() {
    return new CloseAfterCommit();
  }

  /** The server waits before it starts. */
  static Fault delay(Duration delay) {
    return new Delay(delay);
  }

  /** The call takes effect at once, and is answered late. */
  static Fault slowAnswer(Duration delay) {
    return new SlowAnswer(delay);
  }

  /** A proxy answers with this status: nothing happened. */
  static Fault status(int status) {
    return new Status(status, "");
  }

  /** Status 429 with {@code Retry-After} in whole seconds. */
  static Fault tooManyRequests(Duration retryAfter) {
    return new Status(429, Long.toString(retryAfter.toSeconds()));
  }

  /** The call takes effect, and then a proxy answers with this status. */
  static Fault statusAfterCommit(int status) {
    return new StatusAfterCommit(status);
  }

  /** PostgreSQL could not serialize: nothing happened. */
  static Fault serializationFailure() {
    return new SerializationFailure();
  }

  /** The call takes effect; the answer ends in the middle. */
  static Fault truncatedBody() {
    return new TruncatedBody();
  }

  /** The call takes effect; the answer is a page in HTML with status 200. */
  static Fault htmlBody() {
    return new HtmlBody();
  }

  /** The call takes effect; the answer has this many bytes. */
  static Fault oversizedBody(long bytes) {
    return new OversizedBody(bytes);
  }

  /** Runs test code before the call. */
  static Fault before(Consumer<OdooRequest> code) {
    return new Hook(code, request -> {});
  }

  /** Runs test code after the call has taken effect, before it is answered. */
  static Fault afterCommit(Consumer<OdooRequest> code) {
    return new Hook(request -> {}, code);
  }
}
