package io.odoosync.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/** Posts reports as JSON. The address may hold a token, so it shows nowhere. */
final class WebhookNotifier implements AdminNotifier {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final URI address;
  private final HttpClient http;

  /** Makes a notifier for one address. */
  WebhookNotifier(URI address) {
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
    this.http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  }

  @Override
  public Collection<String> secrets() {
    return WebhookSecrets.of(address);
  }

  @Override
  public void notifyAdministrator(SyncReport report) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(report.toJson()))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status < 200 || status > 299) {
      throw new IOException("the webhook answered HTTP " + status);
    }
  }
}
