package io.odoosync.report;

import io.odoosync.internal.text.Durations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts news as JSON. The address may hold a token, so it shows nowhere. An answer counts by its
 * status: its body is not waited for, so that none can be endless.
 */
final class WebhookNotifier implements AdminNotifier {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final URI address;
  private final Duration timeout;
  private final HttpClient http;

  /** Makes a notifier for one address. */
  WebhookNotifier(URI address) {
    this(address, TIMEOUT);
  }

  WebhookNotifier(URI address, Duration timeout) {
    boolean https = "https".equalsIgnoreCase(address.getScheme());
    boolean loopback =
        "http".equalsIgnoreCase(address.getScheme())
            && address.getHost() != null
            && LOOPBACK.contains(address.getHost());
    if (!https && !loopback) {
      throw new IllegalArgumentException(
          "address of a webhook must be https, or http on loopback, because reports hold names");
    }
    if (address.getHost() == null) {
      throw new IllegalArgumentException(
          "address of a webhook must name a host of letters, digits, hyphens and dots: Java calls"
              + " no other, such as one with an underscore");
    }
    this.address = address;
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public Collection<String> secrets() {
    return WebhookSecrets.of(address);
  }

  @Override
  public void notifyAdministrator(SyncReport report) throws IOException, InterruptedException {
    post(report.toJson());
  }

  @Override
  public void notifyAdministrator(AdminNews news) throws IOException, InterruptedException {
    post(news.toJson());
  }

  private void post(String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    int status = exchanged(request);
    if (status < 200 || status > 299) {
      throw new IOException("the webhook answered HTTP " + status);
    }
  }

  private int exchanged(HttpRequest request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<Void>> exchange =
        http.sendAsync(request, head -> new UnreadBody());
    try {
      return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (TimeoutException e) {
      throw new IOException("the webhook did not answer within " + Durations.words(timeout), e);
    } catch (ExecutionException e) {
      throw new IOException("the webhook could not be reached: " + e.getCause(), e);
    } finally {
      exchange.cancel(true);
    }
  }

  /** Done before the first byte. */
  private static final class UnreadBody implements HttpResponse.BodySubscriber<Void> {
    @Override
    public CompletionStage<Void> getBody() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
