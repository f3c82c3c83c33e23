package io.odoosync.internal.transport;

import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooMissingRecordException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.OdooValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what Odoo reports into exceptions, for both transports: JSON-RPC's {@code error.data} and
 * the body of a failed JSON-2 call are the same object. Decided by the error's {@code name}; texts
 * differ between versions and are translated.
 */
final class ErrorMapper {

  private static final int MESSAGE_LENGTH = 1_000;
  private static final int EXCERPT_LENGTH = 200;
  private static final int EXCERPT_SOURCE_BYTES = 4 * 1024;

  /** How much longer a key can be written than it is: as JSON in JSON. */
  private static final int LONGEST_FORM = 7;

  private static final Set<String> AUTHENTICATION =
      Set.of(
          "odoo.exceptions.AccessDenied",
          "odoo.http.SessionExpiredException",
          "werkzeug.exceptions.Unauthorized");
  private static final Set<String> PERMISSION =
      Set.of("odoo.exceptions.AccessError", "werkzeug.exceptions.Forbidden");
  private static final Set<String> BUSY =
      Set.of(
          "odoo.exceptions.LockError",
          "odoo.exceptions.ConcurrencyError",
          "psycopg2.errors.SerializationFailure",
          "psycopg2.errors.LockNotAvailable",
          "psycopg2.errors.DeadlockDetected",
          "psycopg2.extensions.TransactionRollbackError",
          "psycopg2.pool.PoolError");
  private static final Set<String> CONNECTION_LOST =
      Set.of(
          "psycopg2.OperationalError",
          "psycopg2.InterfaceError",
          "psycopg2.errors.AdminShutdown",
          "psycopg2.errors.CannotConnectNow",
          "psycopg2.errors.CrashShutdown");

  /** Half an answer of this may be half a key that nobody knows yet. */
  private static final String MAKES_SECRETS = "res.users.apikeys.generate";

  private static final String MISSING = "odoo.exceptions.MissingError";

  private final Endpoint connection;

  ErrorMapper(Endpoint connection) {
    this.connection = connection;
  }

  /** For the error object that Odoo sent. */
  OdooException reported(String what, OdooValue error) {
    String name = connection.redact(error.get("name").text().orElse(""));
    String words = words(error);
    String message = what + ": " + words + " (" + name + ")";
    if (AUTHENTICATION.contains(name)) {
      return new OdooAuthenticationException(message, name, null);
    } else if (PERMISSION.contains(name)) {
      return new OdooPermissionException(message, name, null);
    } else if (BUSY.contains(name)) {
      return new OdooBusyException(message, name, null, null);
    } else if (name.equals(MISSING)) {
      return new OdooMissingRecordException(message, name, null);
    } else if (CONNECTION_LOST.contains(name)) {
      return databaseError(what, words, name);
    }
    return new OdooRequestException(message, name, null);
  }

  /** PostgreSQL names a missing database by text alone; any other fault leaves the outcome open. */
  private OdooException databaseError(String what, String words, String name) {
    if (words.contains("does not exist")) {
      return wrongDatabase(what, name);
    }
    return new OdooOutcomeUnknownException(what + ": " + words + " (" + name + ")", name, null);
  }

  OdooException wrongDatabase(String what, @Nullable String errorName) {
    return new OdooConfigurationException(
        what + ": " + connection.url() + " has no database '" + connection.database() + "'",
        errorName,
        "Correct the connection's database." + pathHint(),
        null);
  }

  /** For an answer that is no result; {@code error} is its body if that is an error object. */
  OdooException answered(String what, HttpReply reply, @Nullable OdooValue error) {
    int status = reply.status();
    if (status == 413) {
      return tooLarge(what, reply);
    } else if (status == 429 || status == 503) {
      return new OdooBusyException(what + ": HTTP " + status, null, reply.retryAfter(), null);
    } else if (status >= 300 && status < 400) {
      return new OdooConfigurationException(
          what + ": " + redirected(reply),
          null,
          "Give the address at which Odoo answers without a redirect." + pathHint(),
          null);
    } else if (error != null) {
      return reported(what, error);
    } else if (status == 401) {
      return new OdooAuthenticationException(what + ": " + plain(reply), null, null);
    } else if (status == 403) {
      return new OdooPermissionException(what + ": " + plain(reply), null, null);
    } else if (status >= 400 && status < 500) {
      return new OdooConfigurationException(
          what + ": " + plain(reply), null, addressAdvice(), null);
    }
    return new OdooOutcomeUnknownException(what + ": " + plain(reply), null, null);
  }

  /** A proxy says it in HTML, Odoo itself in words of its own. */
  private OdooException tooLarge(String what, HttpReply reply) {
    return new OdooRequestException(
        OdooRequestException.Fault.TOO_LARGE,
        what + ": a request of this size is refused before Odoo reads it: " + plain(reply),
        null);
  }

  OdooException unreadable(String what, HttpReply reply, @Nullable Throwable cause) {
    if (cause instanceof AnswerTooLargeException) {
      return tooLarge(what, cause);
    }
    String shown =
        what.equals(MAKES_SECRETS) ? "not shown, since a new key may be in it" : plain(reply);
    return new OdooOutcomeUnknownException(
        what + ": the answer can't be understood: " + shown, null, cause);
  }

  /** The answer is not read, so it leaves open what became of the call. */
  static OdooException tooLarge(String what, Throwable why) {
    return new OdooOutcomeUnknownException(
        what + ": " + why.getMessage() + ": ask for less at once, or raise maxResponseBytes",
        null,
        OdooOutcomeUnknownException.Reason.TOO_LARGE,
        why);
  }

  /** For what does not answer as an Odoo does. */
  String addressAdvice() {
    return "Check that the url leads to Odoo itself, and that no proxy before it refuses the call."
        + pathHint();
  }

  /** Odoo answers at the root only: its users' addresses, such as /odoo or /web, are none. */
  private String pathHint() {
    String path = connection.url().getPath();
    return path == null || path.isEmpty()
        ? ""
        : " Odoo answers at the root of its host, so leave " + path + " out of the url.";
  }

  private String redirected(HttpReply reply) {
    String location = reply.location();
    String target = location == null ? "nowhere" : connection.redact(host(location));
    return connection.url() + " redirects to " + target;
  }

  /** Only where to, since the rest of an address may hold tokens. */
  private static String host(String location) {
    try {
      URI uri = new URI(location);
      return uri.getHost() == null ? "another page" : uri.getScheme() + "://" + uri.getHost();
    } catch (java.net.URISyntaxException e) {
      return "an invalid address";
    }
  }

  private String plain(HttpReply reply) {
    String type = reply.contentType().isEmpty() ? "no content type" : reply.contentType();
    return "HTTP " + reply.status() + ", " + connection.redact(type) + ": " + excerpt(reply.body());
  }

  /**
   * The beginning of a body: white space folded, tags left out. The key goes first, and of a longer
   * body so does an end in which half a key could be.
   */
  private String excerpt(byte[] body) {
    int length = Math.min(body.length, EXCERPT_SOURCE_BYTES);
    String text = connection.redact(new String(body, 0, length, StandardCharsets.UTF_8));
    if (length < body.length) {
      text =
          text.substring(
              0, Math.max(0, text.length() - LONGEST_FORM * connection.keys().longest()));
    }
    String folded = text.replaceAll("<[^>]*>", " ").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return folded.length() <= EXCERPT_LENGTH ? folded : folded.substring(0, EXCERPT_LENGTH) + "…";
  }

  private String words(OdooValue error) {
    String message = connection.redact(error.get("message").text().orElse("").strip());
    return message.length() <= MESSAGE_LENGTH
        ? message
        : message.substring(0, MESSAGE_LENGTH) + "…";
  }
}
