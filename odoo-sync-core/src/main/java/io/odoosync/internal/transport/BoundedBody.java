package io.odoosync.internal.transport;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Collects an answer, and gives up as soon as its body is larger than allowed.
 *
 * <p>It also keeps connections from being used again unless the server offers that. Odoo 14 answers
 * in HTTP/1.0, without a {@code Connection} header, and closes; the JDK's client nevertheless pools
 * the connection, and a call that is sent while the end of it is still on its way is lost with an
 * unknown outcome. The client has no setting against it, but it drops the connection of a
 * subscriber that throws, which this one does once it has the whole body.
 */
final class BoundedBody implements BodySubscriber<Void> {

  private static final long NEVER = -1;
  private static final int USUAL_SIZE = 4 * 1024;

  private final int limit;
  private final Clock clock;
  private final ResponseInfo head;
  private final CompletableFuture<HttpReply> reply;
  private final long dropConnectionAt;
  private byte[] bytes;
  private int size;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  private BoundedBody(
      int limit, Clock clock, ResponseInfo head, CompletableFuture<HttpReply> reply) {
    this.limit = limit;
    this.clock = clock;
    this.head = head;
    this.reply = reply;
    this.dropConnectionAt = dropConnectionAt(head.headers());
    this.bytes = new byte[(int) Math.min(limit, announced(head.headers()))];
  }

  /**
   * A handler for one exchange.
   *
   * @param limit the largest body, in bytes
   * @param clock tells how long it is until an instant that the answer names
   * @param reply takes the answer when it is whole
   */
  static BodyHandler<Void> handler(int limit, Clock clock, CompletableFuture<HttpReply> reply) {
    return head -> new BoundedBody(limit, clock, head, reply);
  }

  /** After how many bytes the connection must go; never if the server says what becomes of it. */
  private static long dropConnectionAt(HttpHeaders headers) {
    boolean decided = headers.firstValue("Connection").isPresent();
    return decided ? NEVER : headers.firstValueAsLong("Content-Length").orElse(NEVER);
  }

  private static long announced(HttpHeaders headers) {
    return Math.max(0, headers.firstValueAsLong("Content-Length").orElse(USUAL_SIZE));
  }

  @Override
  public CompletionStage<Void> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    newSubscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(this::collect);
    if (!end.isDone() && size == dropConnectionAt) {
      onComplete();
      throw new DropConnectionException();
    }
  }

  private void collect(ByteBuffer buffer) {
    if (end.isDone()) {
      return;
    }
    int more = buffer.remaining();
    if (size + (long) more > limit) {
      Objects.requireNonNull(subscription).cancel();
      end.completeExceptionally(AnswerTooLargeException.bytes(limit));
      return;
    }
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(size + more, 2L * size)));
    }
    buffer.get(bytes, size, more);
    size += more;
  }

  private byte[] whole() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  /** Comes also after a body that was given up, if all of it had arrived. */
  @Override
  public void onComplete() {
    if (!end.isDone()) {
      reply.complete(HttpReply.of(head, clock, whole(), limit));
      end.complete(null);
    }
  }

  /** Tells the JDK's client to close the connection; nobody else sees it. */
  private static final class DropConnectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DropConnectionException() {
      super("the connection is not to be used again", null, false, false);
    }
  }
}
