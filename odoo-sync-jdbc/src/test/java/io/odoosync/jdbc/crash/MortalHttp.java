package io.odoosync.jdbc.crash;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;

/**
 * HTTP as a process sees it. Each call has three boundaries: before it is sent; when the server has
 * carried it out, but its answer is still on the way; when the answer is there. A call that writes
 * has some more, when it is still on its way to the server and will arrive there at an awkward
 * time. After the end of the life no further call is sent.
 */
final class MortalHttp extends HttpWrapper {

  private final Life life;
  private final Undelivered undelivered;

  MortalHttp(HttpClient real, Life life, Undelivered undelivered) {
    super(real);
    this.life = life;
    this.undelivered = undelivered;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    String call = RpcName.of(request.uri().getPath(), bodyOf(request));
    if (!life.passes("before " + call)) {
      return CompletableFuture.failedFuture(new ConnectException("the world has stopped"));
    }
    if (!RpcName.reads(call)) {
      for (Undelivered.Until arrival : Undelivered.Until.values()) {
        if (!life.passes("on its way " + arrival + ": " + call)) {
          undelivered.keep(arrival, request);
          return CompletableFuture.failedFuture(new IOException("the world has stopped"));
        }
      }
    }
    return real.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(response -> arrive(call, response, handler));
  }

  private <T> HttpResponse<T> arrive(
      String call, HttpResponse<byte[]> response, HttpResponse.BodyHandler<T> handler) {
    if (!life.passes("done, not answered " + call)) {
      throw new CompletionException(new IOException("the world has stopped"));
    }
    // Not after the delivery, when the process is under way again.
    life.passes("after " + call);
    return new Delivered<>(response, deliver(response, handler));
  }

  private static <T> T deliver(HttpResponse<byte[]> response, HttpResponse.BodyHandler<T> handler) {
    HttpResponse.BodySubscriber<T> subscriber = handler.apply(new Head(response));
    subscriber.onSubscribe(new Endless());
    subscriber.onNext(List.of(ByteBuffer.wrap(response.body())));
    subscriber.onComplete();
    return subscriber.getBody().toCompletableFuture().join();
  }

  private static final class Endless implements Flow.Subscription {
    @Override
    public void request(long number) {}

    @Override
    public void cancel() {}
  }

  private record Head(HttpResponse<byte[]> response) implements HttpResponse.ResponseInfo {
    @Override
    public int statusCode() {
      return response.statusCode();
    }

    @Override
    public java.net.http.HttpHeaders headers() {
      return response.headers();
    }

    @Override
    public Version version() {
      return response.version();
    }
  }

  private record Delivered<T>(HttpResponse<byte[]> response, T body) implements HttpResponse<T> {
    @Override
    public int statusCode() {
      return response.statusCode();
    }

    @Override
    public HttpRequest request() {
      return response.request();
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public java.net.http.HttpHeaders headers() {
      return response.headers();
    }

    @Override
    public Optional<javax.net.ssl.SSLSession> sslSession() {
      return response.sslSession();
    }

    @Override
    public java.net.URI uri() {
      return response.uri();
    }

    @Override
    public Version version() {
      return response.version();
    }
  }
}
