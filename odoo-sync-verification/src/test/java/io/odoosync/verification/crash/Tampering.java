package io.odoosync.verification.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks what makes creating safe to repeat, to see whether the harness notices. */
final class Tampering extends HttpWrapper {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern EXTERNAL_ID = Pattern.compile("\"(__k[0-9a-f]+__\\.[^\"]+)\"");

  private final UnaryOperator<String> change;

  private Tampering(HttpClient real, UnaryOperator<String> change) {
    super(real);
    this.change = change;
  }

  /** {@code load} overwrites what is there, as it does unless told otherwise. */
  static Tampering loadOverwrites() {
    return new Tampering(OdooSite.HTTP, Tampering::withoutMode);
  }

  /** An external id names a record only once; sent again, it is another one. */
  static Tampering externalIdsChange() {
    Set<String> seen = new HashSet<>();
    return new Tampering(OdooSite.HTTP, body -> renamed(body, seen));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    byte[] body = bodyOf(request);
    if (!RpcName.of(request.uri().getPath(), body).endsWith(".load")) {
      return real.sendAsync(request, handler);
    }
    String changed = change.apply(new String(body, StandardCharsets.UTF_8));
    return real.sendAsync(
        HttpRequest.newBuilder(request, (name, value) -> true)
            .POST(HttpRequest.BodyPublishers.ofByteArray(changed.getBytes(StandardCharsets.UTF_8)))
            .build(),
        handler);
  }

  private static String withoutMode(String body) {
    try {
      JsonNode tree = JSON.readTree(body);
      for (JsonNode context : tree.findValues("context")) {
        ((ObjectNode) context).remove(List.of("noupdate", "mode"));
      }
      return JSON.writeValueAsString(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized String renamed(String body, Set<String> seen) {
    return EXTERNAL_ID
        .matcher(body)
        .replaceAll(
            id ->
                Matcher.quoteReplacement(
                    '"' + id.group(1) + (seen.add(id.group(1)) ? "" : "-again") + '"'));
  }
}
