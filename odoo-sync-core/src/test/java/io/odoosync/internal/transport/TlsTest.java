package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooCertificateException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers with which no TLS connection comes about. */
@Timeout(20)
class TlsTest {

  private final WireMockServer server =
      new WireMockServer(options().bindAddress("127.0.0.1").httpDisabled(true).dynamicHttpsPort());

  private final List<CallObserver.Attempt> attempts = new ArrayList<>();

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void call_selfSignedCertificate_isNamedWithAdviceAndNotRepeated() {
    server.start();

    OdooException failure = failureAt(server.httpsPort());

    assertThat(failure)
        .isInstanceOf(OdooCertificateException.class)
        .hasMessageContaining("can't reach https://127.0.0.1:")
        .hasMessageContaining(
            "certificate is signed by nobody whom this Java trusts, or by itself");
    assertThat(failure.advice()).contains("certificate of a known authority");
    assertThat(failure.outcome()).isEqualTo(CallOutcome.NOT_DONE);
    assertThat(attempts).hasSize(1);
  }

  /** Odoo itself, without a proxy: it takes the beginning of TLS for a bad request. */
  @Test
  void call_serverAnswersPlainHttp_isToldAndNotRepeated() throws Exception {
    try (ServerSocket odoo = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      FutureTask<Socket> answered = new FutureTask<>(() -> refuse(odoo));
      new Thread(answered, "plain").start();

      OdooException failure = failureAt(odoo.getLocalPort());

      answered.get().close();
      assertThat(failure)
          .isInstanceOf(OdooConfigurationException.class)
          .hasMessageContaining(": what answers there does not speak TLS");
      assertThat(failure.outcome()).isEqualTo(CallOutcome.NOT_DONE);
      assertThat(attempts).hasSize(1);
    }
  }

  private static Socket refuse(ServerSocket server) throws IOException {
    Socket socket = server.accept();
    assertThat(socket.getInputStream().read(new byte[4_096])).isPositive();
    socket.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    socket.shutdownOutput();
    return socket;
  }

  private OdooException failureAt(int port) {
    OdooClient client =
        OdooClient.connect(
                OdooConnection.builder()
                    .url("https://127.0.0.1:" + port)
                    .database("prod")
                    .apiKey(StubOdoo.KEY)
                    .retry(StubOdoo.QUICK)
                    .build())
            .observedBy(attempts::add);
    return catchThrowableOfType(OdooException.class, () -> client.searchCount("x", Domain.all()));
  }
}
