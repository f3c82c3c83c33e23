package io.odoosync.testkit.internal.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How Python sees plain values: truth, printed form, numbers. */
public final class Python {
  private Python() {}

  public static boolean isTrue(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    return value instanceof List<?> list ? !list.isEmpty() : !map(value).isEmpty();
  }

  public static Map<String, Object> map(Object value) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, element) -> copy.put(key.toString(), element));
    }
    return copy;
  }

  public static List<Object> list(Object value) {
    return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
  }

  /** The ids among these values; one id alone is a list of one. */
  public static List<Integer> ids(Object value) {
    if (value instanceof Integer id) {
      return List.of(id);
    }
    return list(value).stream().filter(Integer.class::isInstance).map(Integer.class::cast).toList();
  }

  /** {@code repr(value)}. */
  public static String repr(Object value) {
    if (value instanceof String text) {
      return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Python::repr).collect(Collectors.joining(", ", "[", "]"));
    }
    return String.valueOf(value);
  }

  /** {@code repr(tuple(values))}. */
  public static String tuple(List<?> values) {
    String inside = values.stream().map(Python::repr).collect(Collectors.joining(", "));
    return "(" + inside + (values.size() == 1 ? ",)" : ")");
  }

  public static int integer(Object value) {
    if (value instanceof Number number) {
      return number.intValue();
    }
    try {
      return Integer.parseInt(String.valueOf(value).strip());
    } catch (NumberFormatException e) {
      throw OdooError.value("invalid literal for int() with base 10: " + repr(value));
    }
  }

  public static double decimal(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Double.parseDouble(String.valueOf(value).strip());
    } catch (NumberFormatException e) {
      throw OdooError.value("could not convert string to float: " + repr(value));
    }
  }
}
