package io.odoosync.internal.transport;

import io.odoosync.internal.text.Durations;
import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooRequestException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one HTTP request and tells three outcomes apart: an answer, certainly not received,
 * unknown.
 *
 * <p>The time limit spans the whole exchange: the JDK's own ends with the headers.
 */
public final class HttpGateway {

  private static final String USER_AGENT = "odoo-sync/" + version();

  private final Endpoint endpoint;
  private final HttpClient http;
  private final Duration requestTimeout;
  private final int maxResponseBytes;
  private final Clock clock;

  /**
   * A way to one server.
   *
   * @param http follows no redirects and keeps no cookies
   * @param requestTimeout how long to wait for a complete answer
   * @param maxResponseBytes the largest answer that is read
   * @param clock tells how long it is until an instant that an answer names
   */
  public HttpGateway(
      Endpoint endpoint,
      HttpClient http,
      Duration requestTimeout,
      int maxResponseBytes,
      Clock clock) {
    this.endpoint = endpoint;
    this.http = http;
    this.requestTimeout = requestTimeout;
    this.maxResponseBytes = maxResponseBytes;
    this.clock = clock;
  }

  HttpReply get(String path, String what) {
    return exchange(request(path).GET().build(), what);
  }

  HttpReply post(String path, Map<String, String> headers, RequestBody body, String what) {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    headers.forEach(request::header);
    try {
      return exchange(request.POST(body.publisher()).build(), what);
    } catch (OdooOutcomeUnknownException e) {
      throw body.failure().<OdooException>map(failure -> unreadable(what, failure)).orElse(e);
    } finally {
      body.close();
    }
  }

  /** The request was cut off before its end, so Odoo can't have read its arguments. */
  private static OdooException unreadable(String what, IOException failure) {
    return new OdooRequestException(what + ": " + failure.getMessage(), null, failure);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(endpoint.url() + path))
        .version(HttpClient.Version.HTTP_1_1)
        .header("Accept", "application/json")
        .header("User-Agent", USER_AGENT);
  }

  private HttpReply exchange(HttpRequest request, String what) {
    if (Thread.currentThread().isInterrupted()) {
      String message = what + ": interrupted before sending";
      throw new OdooInterruptedException(message, CallOutcome.NOT_DONE, null);
    }
    CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    CompletableFuture<?> exchange =
        http.sendAsync(request, BoundedBody.handler(maxResponseBytes, clock, reply));
    Object unused = exchange.whenComplete((response, failure) -> fail(reply, failure));
    try {
      return reply.get(requestTimeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      String message = what + ": no complete answer within " + Durations.words(requestTimeout);
      throw new OdooOutcomeUnknownException(
          message, null, OdooOutcomeUnknownException.Reason.TIMED_OUT, e);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      String message = what + ": interrupted while waiting for the answer";
      throw new OdooInterruptedException(message, CallOutcome.UNKNOWN, e);
    } catch (ExecutionException e) {
      throw failure(what, e.getCause() == null ? e : e.getCause());
    }
  }

  private static void fail(CompletableFuture<HttpReply> reply, @Nullable Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      reply.completeExceptionally(failure.getCause());
    } else if (failure != null) {
      reply.completeExceptionally(failure);
    }
  }

  private OdooException failure(String what, Throwable cause) {
    if (cause instanceof AnswerTooLargeException) {
      return ErrorMapper.tooLarge(what, cause);
    }
    Throwable kept = endpoint.withoutKey(cause);
    return Unreached.because(cause)
        .map(why -> why.exception(what + ": " + unreached(why, cause), kept))
        .orElseGet(
            () ->
                new OdooOutcomeUnknownException(
                    what + ": the exchange broke off: " + words(cause),
                    null,
                    OdooOutcomeUnknownException.Reason.BROKE_OFF,
                    kept));
  }

  private String unreached(Unreached why, Throwable cause) {
    String detail = cause.getMessage() == null ? "" : " (" + words(cause) + ")";
    return "can't reach " + endpoint.url() + ": " + why.words() + detail;
  }

  private String words(Throwable cause) {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : endpoint.redact(cause.getClass().getSimpleName() + ": " + message);
  }

  private static String version() {
    String version = HttpGateway.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
