package io.odoosync.testkit.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.odoosync.testkit.Fact;
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

/** {@code POST /jsonrpc}: every answer has status 200, errors are in the envelope. */
final class JsonRpc {
  private final Server server;
  private final Pages pages;

  JsonRpc(Server server, Pages pages) {
    this.server = server;
    this.pages = pages;
  }

  Reply answer(Request request) {
    boolean refused = has(Fact.GET_REFUSED_BY_TYPE) && !request.isPost();
    if (refused || !request.isJson()) {
      return pages.wrongContentType(
          request.path(), server.release().hasJson2() ? "jsonrpc" : "json");
    }
    try {
      JsonNode body = Json.parse(request.body());
      return body.isObject() ? envelope(Json.plainObject(body), request) : pages.arrayBody();
    } catch (JsonProcessingException e) {
      return pages.notJson(request.body());
    }
  }

  /** The request's own id, which its answer repeats; none if it has none. */
  static Object id(Request request) {
    try {
      JsonNode id = Json.parse(request.body()).path("id");
      return id.isValueNode() && !id.isNull() ? Json.plain(id) : Json.None.NONE;
    } catch (JsonProcessingException e) {
      return Json.None.NONE;
    }
  }

  private Reply envelope(Map<String, Object> body, Request request) {
    Object id = body.getOrDefault("id", Json.None.NONE);
    try {
      Outcome<Object> outcome =
          request.path().equals("/jsonrpc")
              ? dispatch(Python.map(body.getOrDefault("params", false)), request.snapshot())
              : new Outcome<>(Versions.webClient(server), false);
      if (outcome.result() instanceof ClosedCursor closed) {
        return failed(id, closed.error()).wrote(outcome.wrote());
      }
      return reply(success(id, outcome.result())).wrote(outcome.wrote()).holding(outcome.result());
    } catch (OdooError e) {
      return failed(id, e);
    }
  }

  private Reply failed(Object id, OdooError error) {
    return reply(failure(id, error)).failed(error.name());
  }

  Reply unknownPath() {
    Map<String, Object> data =
        Map.of(
            "name",
            "werkzeug.exceptions.NotFound",
            "message",
            "404 Not Found: The requested URL was not found on the server. If you entered the"
                + " URL manually please check your spelling and try again.",
            "arguments",
            List.of(),
            "context",
            Map.of(),
            "debug",
            "");
    Map<String, Object> error =
        Map.of("code", 404, "message", "404: Not Found", "data", data, "http_status", 404);
    Map<String, Object> envelope = envelope(Json.None.NONE);
    envelope.put("error", error);
    return Reply.json(404, "application/json", Json.text(envelope));
  }

  private Reply reply(Map<String, Object> envelope) {
    String type =
        has(Fact.JSON_HAS_CHARSET) ? "application/json; charset=utf-8" : "application/json";
    return Reply.json(200, type, Json.text(envelope));
  }

  private Map<String, Object> success(Object id, Object result) {
    Map<String, Object> envelope = envelope(id);
    if (result instanceof CreatedIds created) {
      envelope.put("result", created.single() ? created.ids().get(0) : created.ids());
    } else if (result != Json.None.NONE || has(Fact.NOTHING_IS_NULL)) {
      envelope.put("result", result);
    }
    return envelope;
  }

  private Map<String, Object> failure(Object id, OdooError error) {
    Map<String, Object> envelope = envelope(id);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", has(Fact.ERROR_CODE_IS_ZERO) ? 0 : 200);
    body.put("message", "Odoo Server Error");
    body.put("data", Errors.object(error, server));
    envelope.put("error", body);
    return envelope;
  }

  private static Map<String, Object> envelope(Object id) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("jsonrpc", "2.0");
    envelope.put("id", id);
    return envelope;
  }

  private Outcome<Object> dispatch(Map<String, Object> parameters, long snapshot) {
    if (!parameters.keySet().containsAll(List.of("service", "method", "args"))) {
      throw OdooError.type(
          "jsonrpc() missing 3 required positional arguments: 'service', 'method', and 'args'");
    }
    String method = String.valueOf(parameters.get("method"));
    List<Object> arguments = Python.list(parameters.getOrDefault("args", List.of()));
    return switch (String.valueOf(parameters.get("service"))) {
      case "common" -> new Outcome<>(common(method, arguments), false);
      case "object" -> object(method, arguments, snapshot);
      default -> throw unknownService(String.valueOf(parameters.get("service")));
    };
  }

  private OdooError unknownService(String service) {
    return has(Fact.UNKNOWN_SERVICE_IS_KEY_ERROR)
        ? OdooError.python("KeyError", service)
        : OdooError.python(
            "UnboundLocalError", "local variable 'dispatch' referenced before assignment");
  }

  private boolean has(Fact fact) {
    return server.release().has(fact);
  }

  private Object common(String method, List<Object> arguments) {
    return switch (method) {
      case "version" -> Versions.rpc(server);
      case "authenticate", "login" -> authenticate(arguments);
      default -> throw OdooError.python("Exception", "Method not found: " + method);
    };
  }

  private Object authenticate(List<Object> arguments) {
    requireDatabase(arguments.get(0));
    return server
        .accounts()
        .byLogin(String.valueOf(arguments.get(1)), String.valueOf(arguments.get(2)))
        .map(user -> (Object) user.id())
        .orElse(false);
  }

  private void requireDatabase(Object name) {
    if (!server.database().equals(name)) {
      String host =
          has(Fact.DATABASE_ERROR_NAMES_HOST)
              ? "connection to server at \"127.0.0.1\", port 5432 failed: "
              : "";
      throw OdooError.database(
          "psycopg2.OperationalError", host + "FATAL:  database \"" + name + "\" does not exist\n");
    }
  }

  private Outcome<Object> object(String method, List<Object> arguments, long snapshot) {
    if (!method.equals("execute_kw") && !method.equals("execute")) {
      throw OdooError.python("NameError", "Method not available " + method);
    }
    if (arguments.size() < 6 && method.equals("execute_kw")) {
      throw OdooError.type(
          "execute_kw() missing %d required positional arguments: 'obj', 'method', and 'args'"
              .formatted(6 - arguments.size()));
    }
    requireDatabase(arguments.get(0));
    User user = user(Python.integer(arguments.get(1)), String.valueOf(arguments.get(2)));
    return run(user, method, arguments, snapshot);
  }

  private Outcome<Object> run(User user, String method, List<Object> arguments, long snapshot) {
    boolean named = method.equals("execute_kw");
    Object positions = named ? arguments.get(5) : arguments.subList(5, arguments.size());
    return server.call(
        user,
        String.valueOf(arguments.get(3)),
        String.valueOf(arguments.get(4)),
        positions instanceof String text ? letters(text) : Python.list(positions),
        named && arguments.size() > 6 ? Python.map(arguments.get(6)) : Map.of(),
        snapshot);
  }

  /** A text where a list belongs is taken apart, as Python does. */
  private static List<Object> letters(String text) {
    return text.chars().mapToObj(letter -> (Object) Character.toString(letter)).toList();
  }

  private User user(int id, String secret) {
    if (!server.accounts().exists(id)) {
      throw OdooError.missing("res.users", List.of(id), id);
    }
    return server
        .accounts()
        .byId(id, secret)
        .orElseThrow(() -> OdooError.accessDenied("Access Denied"));
  }
}
