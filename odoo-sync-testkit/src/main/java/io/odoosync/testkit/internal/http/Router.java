package io.odoosync.testkit.internal.http;

import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.rpc.Server;
import io.odoosync.testkit.internal.schema.Json;

/** Which path is served by what, which differs much by release. */
final class Router {
  private final OdooRelease release;
  private final Pages pages;
  private final Json2 json2;
  private final JsonRpc jsonRpc;

  Router(Server server) {
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
      return release.hasJson2() ? version() : pages.notFound();
    }
    if (path.equals("/json/version")) {
      return jsonVersion(request);
    }
    return path.startsWith("/json") ? json(request) : elsewhere(request);
  }

  private Reply version() {
    return Reply.json(200, "application/json; charset=utf-8", Json.text(Versions.web(release)));
  }

  private Reply jsonVersion(Request request) {
    return switch (release) {
      case V14 -> pages.notFound();
      case V18 -> pages.toLogin(request.path());
      case V19 -> request.isPost() ? pages.csrf() : version();
    };
  }

  private Reply json(Request request) {
    return switch (release) {
      case V14 -> elsewhere(request);
      case V18 -> pages.toLogin(request.path());
      case V19 -> request.path().startsWith("/json/2") ? json2.answer(request) : pages.notFound();
    };
  }

  private Reply elsewhere(Request request) {
    return release == OdooRelease.V14 && request.isPost() && request.isJson()
        ? jsonRpc.unknownPath()
        : pages.notFound();
  }
}
