package io.odoosync.testkit.internal.orm;

import java.util.List;
import java.util.Map;

/** A call of a {@link Method}, its arguments bound to the parameters. */
public record Invocation(Model model, List<Integer> ids, Map<String, Object> arguments) {

  public Env env() {
    return model.env();
  }

  public boolean has(String parameter) {
    return arguments.containsKey(parameter);
  }

  public Object get(String parameter) {
    return arguments.getOrDefault(parameter, false);
  }

  public String text(String parameter) {
    return get(parameter) instanceof String text ? text : "";
  }

  public int number(String parameter, int otherwise) {
    return get(parameter) instanceof Integer number ? number : otherwise;
  }

  public boolean flag(String parameter, boolean otherwise) {
    return has(parameter) ? Python.isTrue(get(parameter)) : otherwise;
  }

  public List<Object> list(String parameter) {
    return get(parameter) instanceof List<?> list ? List.copyOf(list) : List.of();
  }

  public List<String> texts(String parameter) {
    return list(parameter).stream().map(String::valueOf).toList();
  }

  public Map<String, Object> map(String parameter) {
    return Python.map(get(parameter));
  }

  /** The only record that the method was called on. */
  public int onlyId() {
    if (ids.size() != 1) {
      throw OdooError.value("Expected singleton: " + OdooError.recordSet(model.name(), ids));
    }
    return ids.get(0);
  }
}
