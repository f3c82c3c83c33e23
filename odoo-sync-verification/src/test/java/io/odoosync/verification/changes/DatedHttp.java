package io.odoosync.verification.changes;

import io.odoosync.verification.crash.HttpWrapper;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** HTTP whose answers are dated by a clock of one's own: the JDK's server knows only the real. */
final class DatedHttp extends HttpWrapper {

  /** RFC 9110, 5.6.7. */
  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final Clock clock;

  DatedHttp(Clock clock) {
    super(HttpClient.newHttpClient());
    this.clock = clock;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    return real.sendAsync(request, head -> handler.apply(new Dated(head, dated(head.headers()))));
  }

  private HttpHeaders dated(HttpHeaders headers) {
    Map<String, List<String>> dated = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    dated.putAll(headers.map());
    String date = IMF_FIXDATE.format(clock.instant());
    dated.put("Date", List.of(date));
    return HttpHeaders.of(dated, (name, value) -> true);
  }

  private record Dated(HttpResponse.ResponseInfo real, HttpHeaders headers)
      implements HttpResponse.ResponseInfo {

    @Override
    public int statusCode() {
      return real.statusCode();
    }

    @Override
    public HttpClient.Version version() {
      return real.version();
    }
  }
}
