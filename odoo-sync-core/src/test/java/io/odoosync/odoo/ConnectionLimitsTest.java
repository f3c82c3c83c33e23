package io.odoosync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last value that is taken, and what is given back of it. */
class ConnectionLimitsTest {

  private static final Duration DAY = Duration.ofDays(1);

  private static OdooConnection.Builder valid() {
    return OdooConnection.builder()
        .url("https://erp.example.com")
        .database("prod")
        .apiKey("0123456789abcdef0123456789abcdef01234567");
  }

  @Test
  void build_longestTimeouts_areUsed() {
    OdooConnection connection = valid().connectTimeout(DAY).requestTimeout(DAY).build();
    assertThat(connection.requestTimeout()).isEqualTo(DAY);
    assertThat(connection.httpClient().connectTimeout()).hasValue(DAY);
    assertThatThrownBy(() -> valid().requestTimeout(DAY.plusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("requestTimeout must be at most a day, but is PT24H0.000000001S");
  }

  @Test
  void build_smallestAnswer_isUsed() {
    assertThat(valid().maxResponseBytes(1_024).build().maxResponseBytes()).isEqualTo(1_024);
  }

  @Test
  void build_waitingForADay_isTheLongest() {
    RetryPolicy patient = new RetryPolicy(1, DAY, DAY);
    assertThat(valid().retry(patient).build().retry()).isEqualTo(patient);
    assertThatThrownBy(() -> new RetryPolicy(1, DAY, DAY.plusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxDelay must be at most a day");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65535})
  void proxy_firstAndLastPort_areTaken(int port) {
    assertThat(valid().proxy("proxy.example", port).build().toString())
        .contains("proxy.example:" + port);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65536})
  void proxy_noPort_isRefused(int port) {
    OdooConnection.Builder connection = valid();
    assertThatThrownBy(() -> connection.proxy("proxy.example", port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a port from 1 to 65535, but is proxy.example:" + port);
  }

  @Test
  void build_ownClientAndTransport_areThoseUsed() {
    HttpClient own = HttpClient.newHttpClient();
    OdooConnection connection =
        valid().httpClient(own).transport(OdooConnection.Transport.JSON_RPC).build();
    assertThat(connection.httpClient()).isSameAs(own);
    assertThat(connection.transport()).isEqualTo(OdooConnection.Transport.JSON_RPC);
    assertThat(connection.toString()).contains("httpClient=the host's").doesNotContain("PT10S");
  }

  @Test
  void file_oneByte_isTheSmallest() {
    assertThat(new FileContent(1, InputStream::nullInputStream).size()).isEqualTo(1);
    assertThatThrownBy(() -> new FileContent(0, InputStream::nullInputStream))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size of a file must be 1 or more, but is 0");
  }
}
