package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odoosync.odoo.FileContent;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of a call, the file that it sends is closed once when it ends. */
@Timeout(30)
class FileClosedTest {

  /** More than the buffers of a connection take. */
  private static final long LARGE = 60L * 1024 * 1024;

  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  static Stream<Arguments> endings() {
    return Stream.of(
        ending("answered", 1_000, to -> readAndAnswer(to)),
        ending("reset", LARGE, to -> readSomeAndReset(to)),
        ending("closed without an answer", 1_000, RawServer.Connection::read),
        ending("never read", LARGE, RawServer.Connection::awaitClose),
        ending("refused early", LARGE, to -> refuseEarly(to)),
        ending("answered early", LARGE, to -> answerEarly(to)));
  }

  private static Arguments ending(String name, long size, RawServer.Behaviour behaviour) {
    return Arguments.of(name, size, behaviour);
  }

  private static void readAndAnswer(RawServer.Connection client) throws IOException {
    client.read();
    client.answer("{\"ids\":[5],\"messages\":[]}");
  }

  private static void readSomeAndReset(RawServer.Connection client) throws IOException {
    client.read(1_000_000);
    client.reset();
  }

  private static void refuseEarly(RawServer.Connection client) throws IOException {
    client.head();
    client.write("HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  }

  private static void answerEarly(RawServer.Connection client) throws IOException {
    client.head();
    client.answer("{\"ids\":[5],\"messages\":[]}");
    client.awaitClose();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void attach_howeverItEnds_closesTheFileOnce(String name, long size, RawServer.Behaviour behaviour)
      throws IOException {
    try (RawServer server = RawServer.that(behaviour)) {
      attach(server, size, this::counted);
    }
    assertThat(opened).hasValue(1);
    assertThat(closed).hasValue(1);
  }

  @Test
  void attach_interrupted_closesTheFile() throws Exception {
    CountDownLatch connected = new CountDownLatch(1);
    try (RawServer server =
        RawServer.that(
            to -> {
              to.head();
              connected.countDown();
              to.awaitClose();
            })) {
      Thread host = new Thread(() -> attach(server, LARGE, this::counted));
      host.start();
      connected.await();
      host.interrupt();
      host.join();
    }
    assertThat(closed).hasValue(opened.get());
  }

  @Test
  void attach_nobodyListens_opensNothing() throws IOException {
    RawServer server = RawServer.that(RawServer.Connection::read);
    server.close();
    attach(server, 1_000, this::counted);
    assertThat(closed).hasValue(opened.get());
  }

  /** The run must not wait for a network drive. */
  @Test
  void attach_fileGivesNothing_endsAtTheTimeLimit() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server = RawServer.that(RawServer.Connection::read)) {
      OdooException failure = attach(server, 1_000, size -> hanging(never));
      assertThat(failure).hasMessageContaining("no complete answer within");
    } finally {
      never.countDown();
    }
    assertThat(closed).hasValue(1);
  }

  @Test
  void attach_fileCantBeClosed_isAttachedAllTheSame() throws IOException {
    try (RawServer server = RawServer.that(FileClosedTest::readAndAnswer)) {
      OdooException failure = attach(server, 1_000, size -> unclosable(counted(size)));
      assertThat(failure).isNull();
    }
  }

  /** Without the transport: a file that is closed is closed, and not opened again. */
  @Test
  void close_halfRead_closesTheFileAndOpensItNoMore() throws IOException {
    Base64Stream stream = new Base64Stream(new FileContent(LARGE, () -> counted(LARGE)));
    assertThat(stream.read()).isNotNegative();
    stream.close();
    stream.close();
    assertThat(closed).hasValue(1);
    assertThat(catchThrowableOfType(IOException.class, stream::readAllBytes))
        .hasMessage("the exchange is over");
    assertThat(opened).hasValue(1);
  }

  @FunctionalInterface
  private interface Source {
    InputStream open(long size);
  }

  private static OdooException attach(RawServer server, long size, Source source) {
    OdooClient client =
        OdooClient.connect(server.connection().requestTimeout(Duration.ofSeconds(2)).build());
    return catchThrowableOfType(
        OdooException.class,
        () ->
            client.attach(
                "__x__.a",
                "account.move",
                3,
                "a.pdf",
                "application/pdf",
                new FileContent(size, () -> source.open(size)),
                "datas"));
  }

  private InputStream counted(long size) {
    opened.incrementAndGet();
    return new InputStream() {
      private long left = size;

      @Override
      public int read() {
        return left-- > 0 ? 1 : -1;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        int count = (int) Math.min(length, left);
        Arrays.fill(target, offset, offset + count, (byte) 1);
        left -= count;
        return count == 0 && length > 0 ? -1 : count;
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }

  private InputStream hanging(CountDownLatch until) {
    return new FilterInputStream(InputStream.nullInputStream()) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        try {
          until.await();
          return -1;
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }

  private static InputStream unclosable(InputStream file) {
    return new FilterInputStream(file) {
      @Override
      public void close() throws IOException {
        throw new IOException("the drive is gone");
      }
    };
  }
}
