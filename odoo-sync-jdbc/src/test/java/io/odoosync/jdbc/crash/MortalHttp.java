package io.odoosync.jdbc.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as a process sees it. Each call has three boundaries: before it reaches the server; when the
 * server has carried it out, but its answer is still on the way; when the answer is there. After
 * the end of the life no call reaches the server.
 */
final class MortalHttp extends HttpClient {

  private final HttpClient real;
  private final Life life;

  MortalHttp(HttpClient real, Life life) {
    this.real = real;
    this.life = life;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    String call = RpcName.of(request.uri().getPath(), bodyOf(request));
    if (!life.passes("before " + call)) {
      return CompletableFuture.failedFuture(new ConnectException("the world has stopped"));
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

  private static byte[] bodyOf(HttpRequest request) {
    Collected collected = new Collected();
    request.bodyPublisher().ifPresent(publisher -> publisher.subscribe(collected));
    return collected.bytes.toByteArray();
  }

  /** Publishers of byte arrays publish at once, in the thread that asks. */
  private static final class Collected implements Flow.Subscriber<ByteBuffer> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      bytes.writeBytes(copy);
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
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

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      HttpResponse.BodyHandler<T> handler,
      HttpResponse.@Nullable PushPromiseHandler<T> pushes) {
    return sendAsync(request, handler);
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException {
    try {
      return sendAsync(request, handler).join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return real.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return real.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return real.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return real.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return real.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return real.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return real.authenticator();
  }

  @Override
  public Version version() {
    return real.version();
  }

  @Override
  public Optional<Executor> executor() {
    return real.executor();
  }
}
