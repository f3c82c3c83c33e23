package io.odoosync.internal.transport;

import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.ServerInfo;
import org.jspecify.annotations.Nullable;

/** What the first call finds out about a server, kept for all further calls of all threads. */
final class ServerLink {

  /** By the name of the class that hosts know. */
  private static final String LOG = "io.odoosync.odoo.OdooClient";

  private final Endpoint endpoint;
  private final SafeLog log;
  private final HttpGateway gateway;
  private final QuietTime quiet = new QuietTime();
  private @Nullable Server server;

  private record Server(ServerInfo info, Transport transport) {}

  ServerLink(Endpoint endpoint, HttpGateway gateway) {
    this.endpoint = endpoint;
    this.log = SafeLog.of(LOG, endpoint.redaction());
    this.gateway = gateway;
  }

  /** The log for all that is asked of this server. */
  SafeLog log() {
    return log;
  }

  /** How long it asked to be left alone. */
  QuietTime quiet() {
    return quiet;
  }

  /** The key that the next attempt uses. */
  String key() {
    return endpoint.apiKey();
  }

  /** Whether there is another key than the one that was refused: maybe another node renewed it. */
  boolean hasOtherKeyThan(String refused) {
    endpoint.keys().refresh();
    return !key().equals(refused);
  }

  ServerInfo info() {
    return server().info();
  }

  Transport transport() {
    return server().transport();
  }

  private synchronized Server server() {
    if (server == null) {
      ServerInfo info = discover();
      server = new Server(info, transport(info));
      log.info("Odoo {} at {}, over {}", info.version(), endpoint.url(), info.transport());
    }
    return server;
  }

  private ServerInfo discover() {
    if (endpoint.transport() != OdooConnection.Transport.AUTOMATIC) {
      return new ServerInfo("of unknown version", endpoint.transport());
    }
    try {
      return new ServerProbe(gateway, endpoint).probe();
    } catch (OdooException e) {
      throw BeforeTheCall.of(e);
    }
  }

  private Transport transport(ServerInfo info) {
    return info.transport() == OdooConnection.Transport.JSON2
        ? new Json2Transport(gateway, endpoint)
        : new JsonRpcTransport(gateway, endpoint);
  }
}
