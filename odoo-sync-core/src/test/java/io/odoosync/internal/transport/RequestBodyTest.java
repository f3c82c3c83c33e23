package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.FileContent;
import io.odoosync.odoo.MethodCall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

  /** The JDK's client does so when it has to connect again. */
  @Test
  void publisher_subscribedAgain_givesTheFileAgain() {
    byte[] file = "content".getBytes(StandardCharsets.UTF_8);
    MethodCall call =
        MethodCall.of("ir.attachment", "load")
            .file(new FileContent(file.length, () -> new ByteArrayInputStream(file)));
    byte[] json = ("[\"" + MethodCall.FILE + "\"]").getBytes(StandardCharsets.UTF_8);
    RequestBody body = RequestBody.of(call, json);
    var publisher = body.publisher();

    assertThat(Collector.collect(publisher)).isEqualTo("[\"Y29udGVudA==\"]");
    assertThat(Collector.collect(publisher)).isEqualTo("[\"Y29udGVudA==\"]");
    assertThat(body.length()).isEqualTo("[\"Y29udGVudA==\"]".length());
  }

  private static final class Collector implements Flow.Subscriber<ByteBuffer> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<String> all = new CompletableFuture<>();

    static String collect(Flow.Publisher<ByteBuffer> publisher) {
      Collector collector = new Collector();
      publisher.subscribe(collector);
      return collector.all.join();
    }

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
    public void onError(Throwable failure) {
      all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      all.complete(bytes.toString(StandardCharsets.UTF_8));
    }
  }
}
