package io.odoosync.testkit.internal.rpc;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls a method of a model, with arguments by position or by name. */
final class Caller {
  private final Env env;

  Caller(Env env) {
    this.env = env;
  }

  /**
   * As {@code execute_kw} calls: the ids are the first positional argument of a method of records.
   */
  Object positional(
      String modelName, String name, List<Object> positions, Map<String, Object> named) {
    Model model = env.model(modelName);
    requirePublic(model, name);
    Method method = model.method(name).orElseThrow(() -> noSuchMethod(model, name));
    if (method.onRecords() && positions.isEmpty()) {
      throw OdooError.python("IndexError", "tuple index out of range");
    }
    List<Object> rest = method.onRecords() ? positions.subList(1, positions.size()) : positions;
    List<Integer> ids = method.onRecords() ? Python.ids(positions.get(0)) : List.of();
    return run(model, method, ids, bind(method, rest, named));
  }

  /** As JSON-2 calls: everything by name. */
  Object named(String modelName, String name, List<Integer> ids, Map<String, Object> named) {
    Model model =
        env.find(modelName)
            .orElseThrow(
                () ->
                    OdooError.http(
                        "NotFound", 404, "the model '" + modelName + "' does not exist"));
    requirePublic(model, name);
    Method method =
        model
            .method(name)
            .orElseThrow(() -> OdooError.http("NotFound", 404, noSuchMethod(model, name).text()));
    if (!method.onRecords() && !ids.isEmpty()) {
      throw unprocessable("cannot call %s.%s with ids".formatted(modelName, name));
    }
    try {
      return run(model, method, ids, checked(method, named));
    } catch (BindingException e) {
      throw unprocessable(e.text());
    }
  }

  /** The arguments do not fit the method; JSON-2 words this differently. */
  private static final class BindingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BindingException(String message) {
      super(message);
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }

  private static OdooError unprocessable(String message) {
    return OdooError.http("UnprocessableEntity", 422, message);
  }

  private static Object run(
      Model model, Method method, List<Integer> ids, Map<String, Object> arguments) {
    return method.body().run(new Invocation(model, ids, arguments));
  }

  private static Map<String, Object> checked(Method method, Map<String, Object> named) {
    missing(method, named)
        .ifPresent(
            name -> {
              throw new BindingException("missing a required argument: '" + name + "'");
            });
    unexpected(method, named)
        .ifPresent(
            name -> {
              throw new BindingException("got an unexpected keyword argument '" + name + "'");
            });
    return named;
  }

  private static Map<String, Object> bind(
      Method method, List<Object> positions, Map<String, Object> named) {
    if (positions.size() > method.parameters().size()) {
      throw OdooError.type(tooMany(method, positions.size()));
    }
    Map<String, Object> arguments = new LinkedHashMap<>(named);
    for (int i = 0; i < positions.size(); i++) {
      arguments.put(method.parameters().get(i), positions.get(i));
    }
    unexpected(method, arguments)
        .ifPresent(
            name -> {
              throw OdooError.type(
                  method.name() + "() got an unexpected keyword argument '" + name + "'");
            });
    missing(method, arguments)
        .ifPresent(
            name -> {
              throw OdooError.type(
                  method.name() + "() missing 1 required positional argument: '" + name + "'");
            });
    return arguments;
  }

  private static String tooMany(Method method, int given) {
    int most = method.parameters().size() + 1;
    int least = method.required() + 1;
    String range = least == most ? "" + most : "from " + least + " to " + most;
    return "%s() takes %s positional arguments but %d were given"
        .formatted(method.name(), range, given + 1);
  }

  private static Optional<String> unexpected(Method method, Map<String, Object> named) {
    return method.open()
        ? Optional.empty()
        : named.keySet().stream().filter(name -> !method.parameters().contains(name)).findFirst();
  }

  private static Optional<String> missing(Method method, Map<String, Object> named) {
    return method.parameters().subList(0, method.required()).stream()
        .filter(name -> !named.containsKey(name))
        .findFirst();
  }

  private void requirePublic(Model model, String name) {
    if (name.startsWith("_")) {
      String shown =
          env.has(Fact.PRIVATE_METHOD_NAMES_MODEL) ? "'" + model.name() + "." + name + "'" : name;
      throw OdooError.access("Private methods (such as " + shown + ") cannot be called remotely.");
    }
  }

  private OdooError noSuchMethod(Model model, String name) {
    return OdooError.python("AttributeError", absent(model.name(), name));
  }

  private String absent(String model, String name) {
    if (env.has(Fact.METHOD_MISSING_AS_PYTHON_SAYS)) {
      return "type object '%s' has no attribute '%s'".formatted(model, name);
    }
    return env.has(Fact.METHOD_MISSING_NAMES_BOTH)
        ? "The method '%s.%s' does not exist".formatted(model, name)
        : "The method '%s' does not exist on the model '%s'".formatted(name, model);
  }
}
