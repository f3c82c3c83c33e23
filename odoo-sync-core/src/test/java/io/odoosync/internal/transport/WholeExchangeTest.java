package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that never comes to an end is left alone after the time or the bytes of one answer. */
@Timeout(60)
class WholeExchangeTest {

  private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  static Stream<Arguments> endless() {
    return Stream.of(
        endless("body", JSON + "Content-Length: 1000000\r\n\r\n", "["),
        endless("body of unknown length", JSON + "\r\n", "["),
        endless("chunks of one byte", JSON + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n[\r\n"),
        endless("headers", "HTTP/1.1 200 OK\r\n", "X-A: b\r\n"),
        endless("one header", "HTTP/1.1 200 OK\r\nX-A: ", "b"),
        endless("status line", "HTTP/1.1 200 ", "O"),
        endless("interim answers", "", "HTTP/1.1 100 Continue\r\n\r\n"),
        endless("flood of headers", "HTTP/1.1 200 OK\r\n", "X-A: " + "b".repeat(60_000) + "\r\n"),
        endless("flood in one header", "HTTP/1.1 200 OK\r\nX-A: ", "b".repeat(60_000)),
        endless(
            "flood of chunks",
            JSON + "Transfer-Encoding: chunked\r\n\r\n",
            "10000\r\n" + " ".repeat(65_536) + "\r\n"),
        endless(
            "flood of numbers",
            JSON + "Transfer-Encoding: chunked\r\n\r\n",
            "10000\r\n" + "9".repeat(65_536) + "\r\n"));
  }

  private static Arguments endless(String name, String start, String again) {
    return Arguments.of(name, start, again);
  }

  @ParameterizedTest
  @MethodSource("endless")
  void call_answerWithoutEnd_isGivenUp(String name, String start, String again) throws IOException {
    try (RawServer server = RawServer.that(to -> serve(to, start, again))) {
      assertUnknown(client(server));
    }
  }

  @Test
  void call_bodyWithoutEnd_isNotReadAnyMoreOnceItIsGivenUp() throws Exception {
    try (RawServer server =
        RawServer.that(to -> serve(to, JSON + "Content-Length: 1000000000\r\n\r\n", " "))) {
      assertUnknown(client(server));
      assertThat(server.cut().get()).isNotNull();
    }
  }

  private static void serve(RawServer.Connection to, String start, String again)
      throws IOException {
    to.read();
    to.write(start);
    while (true) {
      to.write(again);
    }
  }

  /** Not asked for, so it can't be what Odoo says. */
  @Test
  void call_compressedAnswer_isNotUnderstood() throws IOException {
    try (RawServer server =
        RawServer.that(
            to -> {
              to.read();
              to.write(
                  JSON
                      + "Content-Encoding: gzip\r\nConnection: close\r\nContent-Length: 4\r\n\r\n"
                      + "\u001f\u0001\u0008\u0000");
            })) {
      assertThat(assertUnknown(client(server))).hasMessageContaining("can't be understood");
    }
  }

  /** What is left over on a connection is nobody's answer. */
  @Test
  void call_twoAnswersToOneRequest_secondIsNotThatOfTheNext() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    try (RawServer server =
        RawServer.that(
            to -> {
              while (true) {
                to.read();
                int number = requests.incrementAndGet();
                String head = JSON + "Connection: keep-alive\r\nContent-Length: 3\r\n\r\n";
                to.write(head + "\"" + number + "\"" + (number == 1 ? head + "\"X\"" : ""));
              }
            })) {
      OdooClient client = client(server);
      assertThat(read(client)).isEqualTo("1");
      assertThat(read(client)).isNotEqualTo("X");
    }
  }

  private static String read(OdooClient client) {
    return client.call(MethodCall.of("res.partner", "read")).asText();
  }

  private static OdooClient client(RawServer server) {
    return OdooClient.connect(server.connection().requestTimeout(Duration.ofSeconds(2)).build());
  }

  private static OdooException assertUnknown(OdooClient client) {
    OdooException failure =
        catchThrowableOfType(
            OdooException.class, () -> client.call(MethodCall.of("res.partner", "write")));
    assertThat(failure).isInstanceOf(OdooOutcomeUnknownException.class);
    return failure;
  }
}
