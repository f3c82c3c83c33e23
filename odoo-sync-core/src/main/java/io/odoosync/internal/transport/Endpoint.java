package io.odoosync.internal.transport;

import io.odoosync.internal.text.KeyRing;
import io.odoosync.internal.text.Redaction;
import io.odoosync.odoo.OdooConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A database of Odoo's and whose key opens it. The only place outside the connection's settings
 * that holds the key, and the door through which outside texts pass before they are shown.
 *
 * @param url the server's address, without a slash at its end
 * @param database the database's name
 * @param login the user's login, or {@code null} if none was set
 * @param keys the user's key
 * @param transport which of Odoo's APIs to use
 */
public record Endpoint(
    URI url,
    String database,
    @Nullable String login,
    KeyRing keys,
    OdooConnection.Transport transport) {

  /** With a key that stays as it is. */
  Endpoint(
      URI url,
      String database,
      @Nullable String login,
      String apiKey,
      OdooConnection.Transport transport) {
    this(url, database, login, new KeyRing(apiKey), transport);
  }

  /** The key to use now. */
  String apiKey() {
    return keys.current();
  }

  /** Knows the API key, and those before and after it. */
  Redaction redaction() {
    return keys.redaction();
  }

  /** Removes the API key, in whatever form, from a text that came from outside. */
  String redact(String text) {
    return redaction().text(text);
  }

  /** The cause, unless the JDK quoted the API key in it: from a header or an answer. */
  @Nullable Throwable withoutKey(Throwable cause) {
    return redaction().safe(cause) == cause ? cause : null;
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "Endpoint[url="
        + url
        + ", database="
        + database
        + ", login="
        + login
        + ", apiKey=***, transport="
        + transport
        + "]";
  }
}
