package io.odoosync.testkit.internal.http;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.rpc.Server;
import io.odoosync.testkit.internal.schema.Json;

/** Which path is served by what, which differs much by release. */
final class Router {
  private final Server server;
  private final OdooRelease release;
  private final Pages pages;
  private final Json2 json2;
  private final JsonRpc jsonRpc;

  Router(Server server) {
    this.server = server;
    this.release = server.release();
    this.pages = new Pages(release);
    this.json2 = new Json2(server, pages);
    this.jsonRpc = new JsonRpc(server, pages);
  }

  Reply answer(Request request) {
    String path = request.path();
    if (path.equals("/jsonrpc") || path.equals("/web/webclient/version_info")) {
      return jsonRpc.answer(request);
    }
    if (path.equals("/web/version")) {
      return release.has(Fact.WEB_VERSION) ? version() : pages.notFound();
    }
    if (path.equals("/json/version")) {
      return jsonVersion(request);
    }
    return path.startsWith("/json") ? json(request) : elsewhere(request);
  }

  private Reply version() {
    return Reply.json(200, "application/json; charset=utf-8", Json.text(Versions.web(server)));
  }

  private Reply jsonVersion(Request request) {
    if (release.has(Fact.JSON_PATHS_LEAD_TO_LOGIN)) {
      return pages.toLogin(request.path());
    }
    if (!release.has(Fact.WEB_VERSION)) {
      return pages.notFound();
    }
    return request.isPost() ? pages.csrf() : version();
  }

  private Reply json(Request request) {
    if (release.has(Fact.JSON_PATHS_LEAD_TO_LOGIN)) {
      return pages.toLogin(request.path());
    }
    if (!release.has(Fact.JSON_2)) {
      return elsewhere(request);
    }
    return request.path().startsWith("/json/2") ? json2.answer(request) : pages.notFound();
  }

  private Reply elsewhere(Request request) {
    return release.has(Fact.UNKNOWN_PATHS_ANSWER_JSON) && request.isPost() && request.isJson()
        ? jsonRpc.unknownPath()
        : pages.notFound();
  }
}
