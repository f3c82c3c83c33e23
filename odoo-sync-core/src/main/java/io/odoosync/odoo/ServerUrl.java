package io.odoosync.odoo;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address of a server, as a host gives it: checked before a key is sent there. */
final class ServerUrl {

  private ServerUrl() {}

  /**
   * Reads an address.
   *
   * @return without a slash at its end
   * @throws IllegalArgumentException if it is none that a key may be sent to
   */
  static URI checked(String text, boolean plainHttpAllowed) {
    URI uri = parse(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!(scheme.equals("https") || scheme.equals("http")) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "url must be an absolute https address such as https://erp.example.com");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "url must hold no user, query or fragment: credentials belong in login and apiKey");
    }
    if (scheme.equals("http") && !plainHttpAllowed && !isLoopback(uri.getHost())) {
      throw new IllegalArgumentException(
          "url "
              + uri
              + " is plain http, which would send the API key in clear: use https, or"
              + " allowPlainHttp() if the network in between is trusted");
    }
    return withoutTrailingSlash(uri);
  }

  private static URI parse(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      // Neither the text nor the cause goes on: a mistyped address may hold a password.
      throw new IllegalArgumentException(
          "url is not a valid address at position " + e.getIndex() + ": " + e.getReason());
    }
  }

  /** Only literal addresses and localhost count: a name could resolve to anything. */
  private static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    boolean literal = host.startsWith("[") || host.matches("[0-9]+(\\.[0-9]+){3}");
    try {
      return literal && InetAddress.getByName(host).isLoopbackAddress();
    } catch (java.net.UnknownHostException e) {
      return false;
    }
  }

  private static URI withoutTrailingSlash(URI uri) {
    String text = uri.toString();
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }
}
