package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the first call finds out about a server, kept for all further calls of all threads. */
final class ServerLink {

  private static final Logger LOG = LoggerFactory.getLogger(OdooClient.class);

  private final OdooConnection connection;
  private final HttpGateway gateway;
  private @Nullable Server server;

  private record Server(ServerInfo info, Transport transport) {}

  ServerLink(OdooConnection connection) {
    this.connection = connection;
    this.gateway = new HttpGateway(connection);
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
      LOG.info("Odoo {} at {}, over {}", info.version(), connection.url(), info.transport());
    }
    return server;
  }

  private ServerInfo discover() {
    if (connection.transport() != TransportChoice.AUTOMATIC) {
      return new ServerInfo("of unknown version", connection.transport());
    }
    try {
      return new ServerProbe(gateway, connection).probe();
    } catch (OdooException e) {
      throw e.beforeTheCall();
    }
  }

  private Transport transport(ServerInfo info) {
    return info.transport() == TransportChoice.JSON2
        ? new Json2Transport(gateway, connection)
        : new JsonRpcTransport(gateway, connection);
  }
}
