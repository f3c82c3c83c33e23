package io.odoosync.odoo;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Through which proxy a connection goes.
 *
 * @param selector picks it; {@code null} for the JVM's, whichever that is when a call is made
 * @param words for a log
 */
record ProxyChoice(@Nullable ProxySelector selector, String words) {

  private static final int LARGEST_PORT = 65_535;

  static ProxyChoice none() {
    return new ProxyChoice(HttpClient.Builder.NO_PROXY, "none");
  }

  static ProxyChoice ofSystem() {
    return new ProxyChoice(null, "the JVM's");
  }

  static ProxyChoice of(ProxySelector selector) {
    return new ProxyChoice(selector, "the host's");
  }

  static ProxyChoice of(String host, int port) {
    if (host.isBlank() || port < 1 || port > LARGEST_PORT) {
      throw new IllegalArgumentException(
          "proxy must be a host and a port from 1 to "
              + LARGEST_PORT
              + ", but is "
              + host
              + ":"
              + port);
    }
    return new ProxyChoice(
        ProxySelector.of(InetSocketAddress.createUnresolved(host, port)), host + ":" + port);
  }

  private @Nullable ProxySelector inUse() {
    return selector == null ? ProxySelector.getDefault() : selector;
  }

  /** Whether a request to this address would go to a proxy. */
  boolean appliesTo(URI url) {
    ProxySelector picking = inUse();
    List<Proxy> proxies = picking == null ? List.of() : picking.select(url);
    return proxies.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
  }

  /** Has a client use it. */
  void applyTo(HttpClient.Builder client) {
    ProxySelector picking = inUse();
    client.proxy(picking == null ? HttpClient.Builder.NO_PROXY : picking);
  }
}
