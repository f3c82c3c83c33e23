package io.odoosync.testkit.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.odoosync.testkit.internal.orm.ClosedCursor;
import io.odoosync.testkit.internal.orm.CreatedIds;
import io.odoosync.testkit.internal.orm.Database.Outcome;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import io.odoosync.testkit.internal.orm.User;
import io.odoosync.testkit.internal.rpc.Server;
import io.odoosync.testkit.internal.schema.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /json/2/<model>/<method>}, Odoo 19's API: arguments by name, errors by status. */
final class Json2 {
  private static final String PREFIX = "/json/2/";
  private static final String JSON = "application/json; charset=utf-8";

  private final Server server;
  private final Pages pages;

  Json2(Server server, Pages pages) {
    this.server = server;
    this.pages = pages;
  }

  /** The model and the method in a path. */
  record Target(String model, String method) {}

  static Optional<Target> target(String path) {
    if (!path.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] parts = path.substring(PREFIX.length()).split("/", -1);
    return parts.length == 2 ? Optional.of(new Target(parts[0], parts[1])) : Optional.empty();
  }

  Reply answer(Request request) {
    if (request
        .header("X-Odoo-Database")
        .filter(name -> !name.equals(server.database()))
        .isPresent()) {
      return pages.noDatabase();
    }
    Optional<Target> target = target(request.path());
    if (target.isEmpty() || !request.isPost()) {
      return error(
          OdooError.http("NotFound", 404, "Did you mean POST /json/2/<model>/<method>?"), "");
    }
    if (!request.isJson()) {
      return pages.wrongContentType(request.path(), "json2");
    }
    return call(request, target.get());
  }

  private Reply call(Request request, Target target) {
    String login = "";
    try {
      User user = user(request);
      login = user.login();
      return success(run(user, target, arguments(request), request.snapshot())).by(login);
    } catch (OdooError e) {
      return error(e, login);
    }
  }

  private User user(Request request) {
    String header =
        request
            .header("Authorization")
            .filter(value -> value.startsWith("Bearer "))
            .orElseThrow(
                () ->
                    unauthorized(
                        "User not authenticated, use an API Key with a Bearer Authorization header."));
    return server
        .accounts()
        .byKey(header.substring("Bearer ".length()).strip())
        .orElseThrow(() -> unauthorized("Invalid apikey"));
  }

  private static OdooError unauthorized(String message) {
    return OdooError.http("Unauthorized", 401, message);
  }

  /** Whatever is not an object is taken as no arguments at all, and the method runs. */
  static Map<String, Object> arguments(Request request) {
    if (!request.hasLength() || request.body().isEmpty()) {
      return Map.of();
    }
    try {
      JsonNode body = Json.parse(request.body());
      return body.isObject() ? Json.plainObject(body) : Map.of();
    } catch (JsonProcessingException e) {
      throw OdooError.http(
          "BadRequest",
          400,
          "could not parse the body as json: Expecting value: line 1 column 1 (char 0)");
    }
  }

  private Outcome<Object> run(
      User user, Target target, Map<String, Object> arguments, long snapshot) {
    Map<String, Object> named = new LinkedHashMap<>(arguments);
    List<Integer> ids = Python.ids(named.getOrDefault("ids", List.of()));
    Map<String, Object> context = Python.map(named.getOrDefault("context", false));
    named.keySet().removeAll(List.of("ids", "context"));
    return server.call(user, target.model(), target.method(), ids, named, context, snapshot);
  }

  private static Reply success(Outcome<Object> outcome) {
    Object result = shown(outcome.result());
    return Reply.json(200, JSON, Json.text(result)).wrote(outcome.wrote()).holding(result);
  }

  private static Object shown(Object result) {
    if (result instanceof ClosedCursor closed) {
      return closed.answer();
    }
    return result instanceof CreatedIds created ? created.ids() : result;
  }

  private Reply error(OdooError error, String login) {
    Reply reply =
        Reply.json(error.status(), JSON, Json.text(Errors.object(error, server)))
            .failed(error.name())
            .by(login);
    return error.status() == 401 ? reply.with("WWW-Authenticate", "Bearer ") : reply;
  }
}
