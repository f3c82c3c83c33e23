package io.odoosync.internal.transport;

import io.odoosync.odoo.OdooCertificateException;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Why a request certainly did not reach a server, told by the kinds of exceptions that the JDK
 * nests in each other: their texts say little, and some have none. The first that fits counts.
 */
enum Unreached {
  EXPIRED(
      CertificateExpiredException.class,
      "the server's certificate has expired",
      "Renew the server's certificate."),
  NOT_YET_VALID(
      CertificateNotYetValidException.class,
      "the server's certificate is not valid yet",
      "Check this machine's clock, and the server's certificate."),
  UNTRUSTED(
      CertPathBuilderException.class,
      "the server's certificate is signed by nobody whom this Java trusts, or by itself",
      "Give the server a certificate of a known authority, with its chain, or give the connection"
          + " an HTTP client that trusts this one."),
  INVALID(
      CertPathValidatorException.class,
      "the server's certificate is not valid",
      "Have the server's certificate issued anew."),
  OF_ANOTHER_HOST(
      CertificateException.class,
      "the server's certificate is not for this host",
      "Use the host name that the certificate is for, or have it issued for this one."),
  UNKNOWN_HOST(
      UnresolvedAddressException.class,
      "unknown host",
      "Check the host name in the address, and that this machine can look up names."),
  TIMED_OUT(
      HttpConnectTimeoutException.class,
      "timed out while connecting",
      "Check that the server is up, and that no firewall is in the way, then run again."),
  NO_ROUTE(
      NoRouteToHostException.class,
      "no route to the host",
      "Check the address and the network, then run again."),
  NO_HANDSHAKE(
      SSLHandshakeException.class,
      "the TLS handshake failed",
      "Check that the server is up and speaks https at this address, then run again."),
  NO_TLS(
      SSLException.class,
      "what answers there does not speak TLS",
      "Give the port that speaks https in the address."),
  REFUSED(
      ClosedChannelException.class,
      "connection refused",
      "Check that the server is up and listens at this address and port, then run again."),
  OTHERWISE(
      Throwable.class,
      "no connection",
      "Check address, network and that the server is up, then run again.");

  private static final String JDK_WORDS_OF_NO_TLS = "nrecognized SSL message";

  private final Class<? extends Throwable> kind;
  private final String words;
  private final String advice;

  Unreached(Class<? extends Throwable> kind, String words, String advice) {
    this.kind = kind;
    this.words = words;
    this.advice = advice;
  }

  /** Nothing if the server may have received the request. */
  static Optional<Unreached> because(Throwable failure) {
    return wasNeverSent(failure)
        ? Arrays.stream(values()).filter(why -> why.isIn(failure)).findFirst()
        : Optional.empty();
  }

  private static boolean wasNeverSent(Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof UnresolvedAddressException
        || failure instanceof SSLHandshakeException
        || speaksNoTls(failure);
  }

  private static boolean speaksNoTls(Throwable failure) {
    return failure instanceof SSLException
        && String.valueOf(failure.getMessage()).contains(JDK_WORDS_OF_NO_TLS);
  }

  private boolean isIn(Throwable failure) {
    return Stream.iterate(failure, link -> link != null, Throwable::getCause)
        .anyMatch(kind::isInstance);
  }

  /** What a person reads. */
  String words() {
    return words;
  }

  /** The exception for it; only what may pass by itself is one after which a call is repeated. */
  OdooException exception(String message, @Nullable Throwable cause) {
    if (compareTo(OF_ANOTHER_HOST) <= 0) {
      return new OdooCertificateException(message, advice, cause);
    }
    return this == NO_TLS
        ? new OdooConfigurationException(message, null, advice, cause)
        : new OdooConnectionException(message, null, advice, cause);
  }
}
