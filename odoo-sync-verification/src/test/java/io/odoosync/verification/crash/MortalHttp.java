package io.odoosync.verification.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
    return real.sendAsync(request, head -> new Arrival<>(call, head, handler.apply(head)));
  }

  /**
   * Collects an answer, and hands it to its receiver when the whole of it is there: in the same
   * call, so that a receiver who throws to have the connection closed is heard.
   */
  private final class Arrival<T> implements HttpResponse.BodySubscriber<T> {
    private final String call;
    private final long length;
    private final HttpResponse.BodySubscriber<T> receiver;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean delivered;

    private Arrival(
        String call, HttpResponse.ResponseInfo head, HttpResponse.BodySubscriber<T> receiver) {
      this.call = call;
      this.length = head.headers().firstValueAsLong("Content-Length").orElse(-1);
      this.receiver = receiver;
    }

    @Override
    public CompletionStage<T> getBody() {
      return receiver.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      receiver.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] part = new byte[buffer.remaining()];
        buffer.get(part);
        bytes.writeBytes(part);
      }
      if (bytes.size() == length) {
        deliver();
      }
    }

    private void deliver() {
      delivered = true;
      if (!life.passes("done, not answered " + call)) {
        IOException stopped = new IOException("the world has stopped");
        receiver.onError(stopped);
        throw new UncheckedIOException(stopped);
      }
      // Not after the delivery, when the process is under way again.
      life.passes("after " + call);
      receiver.onNext(List.of(ByteBuffer.wrap(bytes.toByteArray())));
    }

    @Override
    public void onError(Throwable failure) {
      receiver.onError(failure);
    }

    @Override
    public void onComplete() {
      if (!delivered) {
        deliver();
      }
      receiver.onComplete();
    }
  }
}
