package io.odoosync.internal.transport;

import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.ServerInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what a server is, without logging in. {@code GET /web/version} answers JSON from Odoo
 * 19 on, where JSON-2 is; {@code common.version} over JSON-RPC answers on all earlier ones. A
 * redirect of the page is an older Odoo's way to say that it has none; one of JSON-RPC is an error.
 */
final class ServerProbe {

  private static final int FIRST_WITH_JSON2 = 19;
  private static final Set<Integer> TRANSIENT = Set.of(429, 502, 503, 504);
  private static final Pattern MAJOR = Pattern.compile("(?:saas~)?(\\d{1,4})(?:\\D.*)?");
  private static final String WHAT = "looking for Odoo";

  private final HttpGateway gateway;
  private final Endpoint endpoint;
  private final ErrorMapper errors;

  ServerProbe(HttpGateway gateway, Endpoint endpoint) {
    this.gateway = gateway;
    this.endpoint = endpoint;
    this.errors = new ErrorMapper(endpoint);
  }

  ServerInfo probe() {
    HttpReply page = answered(gateway.get("/web/version", WHAT));
    OdooValue version = json(page);
    if (isJson2(version)) {
      return new ServerInfo(
          version.get("version").text().orElse(""), OdooConnection.Transport.JSON2);
    }
    byte[] question = OdooJson.bytes(JsonRpcTransport.body("common", "version", List.of()));
    HttpReply reply =
        answered(gateway.post(JsonRpcTransport.PATH, Map.of(), RequestBody.of(question), WHAT));
    if (reply.status() >= 300 && reply.status() < 400) {
      throw errors.answered(WHAT, reply, null);
    }
    return json(reply)
        .get("result")
        .get("server_version")
        .text()
        .map(serverVersion -> new ServerInfo(serverVersion, OdooConnection.Transport.JSON_RPC))
        .orElseThrow(() -> noOdoo(page, reply));
  }

  private OdooException noOdoo(HttpReply page, HttpReply reply) {
    return new OdooConfigurationException(
        endpoint.url()
            + " does not answer like an Odoo server: GET /web/version gave HTTP "
            + page.status()
            + ", POST "
            + JsonRpcTransport.PATH
            + " gave HTTP "
            + reply.status(),
        null,
        errors.addressAdvice(),
        null);
  }

  private HttpReply answered(HttpReply reply) {
    if (TRANSIENT.contains(reply.status())) {
      throw errors.answered(WHAT, reply, null);
    }
    return reply;
  }

  /** The major version is a text in releases between two majors: {@code saas~19}. */
  private static boolean isJson2(OdooValue version) {
    OdooValue first = version.get("version_info").get(0);
    Matcher major = MAJOR.matcher(first.text().orElseGet(first::toString));
    return major.matches() && Integer.parseInt(major.group(1)) >= FIRST_WITH_JSON2;
  }

  private static OdooValue json(HttpReply reply) {
    if (reply.status() != 200 || !reply.isJson()) {
      return OdooValue.NULL;
    }
    try {
      return reply.json();
    } catch (IOException e) {
      // Not JSON after all: then it is no Odoo, which the caller says.
      return OdooValue.NULL;
    }
  }
}
