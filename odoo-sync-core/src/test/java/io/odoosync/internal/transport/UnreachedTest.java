package io.odoosync.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.OdooException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The nests of exceptions are those that the JDK's client was seen to throw. */
class UnreachedTest {

  private static final String VALIDITY = "validity check failed";

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments("Connection", "connection refused", chain(new ConnectException(), closed())),
        arguments(
            "Connection",
            "unknown host",
            chain(new ConnectException(), new UnresolvedAddressException())),
        arguments(
            "Connection",
            "timed out while connecting",
            chain(new HttpConnectTimeoutException("HTTP connect timed out"), closed())),
        arguments(
            "Connection",
            "no route to the host",
            chain(new ConnectException("No route"), new NoRouteToHostException("No route"))),
        arguments("Connection", "no connection", new ConnectException("Network is unreachable")),
        arguments(
            "Connection",
            "the TLS handshake failed",
            new SSLHandshakeException("Remote host terminated the handshake")),
        arguments(
            "Configuration",
            "what answers there does not speak TLS",
            new SSLException("Unrecognized SSL message, plaintext connection?")),
        arguments(
            "Certificate",
            "the server's certificate has expired",
            mistrust(new CertPathValidatorException(VALIDITY, new CertificateExpiredException()))),
        arguments(
            "Certificate",
            "the server's certificate is not valid yet",
            mistrust(
                new CertPathValidatorException(VALIDITY, new CertificateNotYetValidException()))),
        arguments(
            "Certificate",
            "the server's certificate is signed by nobody whom this Java trusts, or by itself",
            mistrust(new CertificateException(new CertPathBuilderException()))),
        arguments(
            "Certificate",
            "the server's certificate is not valid",
            mistrust(new CertificateException(new CertPathValidatorException("revoked")))),
        arguments(
            "Certificate",
            "the server's certificate is not for this host",
            mistrust(new CertificateException("No subject alternative names matching"))));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void because_whatTheJdkThrows_isToldInWordsWithAdvice(
      String type, String words, Throwable failure) {
    Unreached why = Unreached.because(failure).orElseThrow();
    assertThat(why.words()).isEqualTo(words);
    OdooException exception = why.exception("m", failure);
    assertThat(exception.getClass().getSimpleName()).isEqualTo("Odoo" + type + "Exception");
    assertThat(exception).hasMessage("m").hasCause(failure);
    assertThat(exception.advice()).endsWith(".");
    assertThat(exception.outcome()).isEqualTo(CallOutcome.NOT_DONE);
  }

  @Test
  void because_requestMayHaveArrived_isNothing() {
    for (Throwable failure :
        new Throwable[] {
          chain(new IOException("HTTP/1.1 header parser received no bytes"), new EOFException()),
          new HttpTimeoutException("request timed out"),
          new SSLException("Tag mismatch"),
          closed()
        }) {
      assertThat(Unreached.because(failure)).isEmpty();
    }
  }

  private static Throwable closed() {
    return new ClosedChannelException();
  }

  private static Throwable mistrust(Exception cause) {
    return chain(new SSLHandshakeException("PKIX path validation failed"), cause);
  }

  private static Throwable chain(Throwable outer, Throwable cause) {
    outer.initCause(cause);
    return outer;
  }
}
