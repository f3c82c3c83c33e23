package io.odoosync.testkit.internal.http;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.OdooRelease;

/** The pages in HTML that clients of the RPC run into. */
final class Pages {
  private final OdooRelease release;

  Pages(OdooRelease release) {
    this.release = release;
  }

  Reply wrongContentType(String path, String routeType) {
    String route =
        path.startsWith("/json/2") ? "/json/2/&lt;__model__&gt;/&lt;__method__&gt;" : path;
    String mismatch =
        "Request inferred type is compatible with [&#39;http&#39;] but &#39;%s&#39; is type=&#39;%s&#39;."
            .formatted(route, routeType);
    if (!release.has(Fact.WRONG_TYPE_NAMES_ROUTE)) {
      return csrf();
    }
    return release.has(Fact.WRONG_TYPE_IS_415)
        ? unsupported(mismatch).with("Accept", accepted(routeType))
        : page(400, "Bad Request", mismatch);
  }

  private static Reply unsupported(String mismatch) {
    String hint = "<br><br>Please verify the Content-Type request header and try again.";
    return page(415, "Unsupported Media Type", mismatch + hint);
  }

  private static String accepted(String routeType) {
    return routeType.equals("json2")
        ? "application/json"
        : "application/json, application/json-rpc";
  }

  Reply notJson(String body) {
    return release.has(Fact.BAD_BODIES_GET_A_PAGE)
        ? page(400, "Bad Request", "Invalid JSON data: " + quoted(body))
        : Reply.html(400, "Invalid JSON data");
  }

  Reply arrayBody() {
    return release.has(Fact.BAD_BODIES_GET_A_PAGE)
        ? page(500, "Internal Server Error", "The server encountered an internal error.")
        : Reply.html(400, "Invalid JSON-RPC data");
  }

  Reply noDatabase() {
    return Reply.html(
        404,
        """
        <!DOCTYPE html>
        <title>404 Not Found</title>
        <h1>Not Found</h1>
        <p>No database is selected and the requested URL was not found in the server-wide controllers.</p>
        <p>Please verify the hostname, <a href=/web/login>login</a> and try again.</p>

        <!-- Alternatively, use the X-Odoo-Database header. -->
        """);
  }

  Reply notFound() {
    return Reply.json(
        404,
        "text/html;charset=utf-8",
        "<!DOCTYPE html>\n<html><head><title>Odoo</title></head><body><h1>404</h1></body></html>\n");
  }

  Reply toLogin(String path) {
    String target = "/web/login?redirect=" + path.replace("/", "%2F") + "%3F";
    return Reply.html(
            303,
            """
            <!doctype html>
            <html lang=en>
            <title>Redirecting...</title>
            <h1>Redirecting...</h1>
            <p>You should be redirected automatically to the target URL: <a href="%s">%s</a>. If not, click the link.
            """
                .formatted(target, target))
        .with("Location", target);
  }

  Reply csrf() {
    return page(400, "Bad Request", "Session expired (invalid CSRF token)");
  }

  static Reply tooLarge() {
    return page(
        413, "Request Entity Too Large", "The data value transmitted exceeds the capacity limit.");
  }

  static Reply proxy(int status) {
    return Reply.html(
        status,
        "<html><head><title>%d</title></head><body><h1>%d</h1></body></html>\n"
            .formatted(status, status));
  }

  private static Reply page(int status, String title, String text) {
    return Reply.html(
        status,
        "<!doctype html>\n<html lang=en>\n<title>%d %s</title>\n<h1>%s</h1>\n<p>%s</p>\n"
            .formatted(status, title, title, text));
  }

  private static String quoted(String body) {
    return "'" + body.replace("&", "&amp;").replace("<", "&lt;") + "'";
  }
}
