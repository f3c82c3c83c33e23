package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.schema.Field;
import io.odoosync.testkit.internal.schema.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One condition of a domain: a field, maybe reached through others, an operator, a value. */
final class Condition {
  private static final Set<String> OPERATORS =
      Set.of(
          "=",
          "!=",
          "<>",
          "in",
          "not in",
          "like",
          "not like",
          "ilike",
          "not ilike",
          "=like",
          "=ilike",
          "<",
          ">",
          "<=",
          ">=",
          "=?",
          "child_of",
          "any",
          "not any");

  private final Model model;
  private final String path;
  private final String operator;
  private final Object value;
  private final Field field;

  Condition(Model model, String path, String operator, Object value) {
    this.model = model;
    this.path = path;
    this.operator = operator.toLowerCase(Locale.ROOT);
    this.value = value;
    this.field = model.schema().field(head()).orElseThrow(this::unknownField);
    checkOperator();
    checkTime();
  }

  Optional<List<Integer>> onlyIds() {
    if (!path.equals("id")) {
      return Optional.empty();
    }
    return switch (operator) {
      case "in" -> Optional.of(Python.ids(value).stream().sorted().toList());
      case "=" -> Optional.of(Python.ids(value));
      default -> Optional.empty();
    };
  }

  int lowestId() {
    if (!path.equals("id") || !(value instanceof Integer id)) {
      return 0;
    }
    return switch (operator) {
      case ">" -> id + 1;
      case ">=" -> id;
      default -> 0;
    };
  }

  boolean matches(int id) {
    if (path.contains(".")) {
      return matchesThrough(id);
    }
    Object actual = model.get(id, field.name());
    return switch (operator) {
      case "!=", "<>" -> !equal(actual, value);
      case "not in" -> !in(actual);
      case "not like", "not ilike" -> !like(actual);
      case "=" -> equal(actual, value);
      case "=?" -> !Python.isTrue(value) || equal(actual, value);
      case "in" -> in(actual);
      case "like", "ilike", "=like", "=ilike" -> like(actual);
      case "child_of" -> childOf(actual);
      case "any" -> any(actual);
      case "not any" -> !any(actual);
      default -> ordered(actual);
    };
  }

  private String head() {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  private void checkOperator() {
    if (!OPERATORS.contains(operator)) {
      String words =
          model.env().has(Fact.DOMAINS_ARE_OBJECTS)
              ? "Invalid operator in condition "
              : "Invalid leaf ";
      throw OdooError.value(words + leaf());
    }
    if (operator.endsWith("any") && !model.env().has(Fact.ANY_OPERATOR)) {
      throw OdooError.type("unhashable type: 'list'");
    }
  }

  private void checkTime() {
    if (field.type() == FieldType.DATETIME && !path.contains(".") && value instanceof String text) {
      time(text);
    }
  }

  private OdooError unknownField() {
    String part = model.env().has(Fact.DOMAINS_ARE_OBJECTS) ? "condition" : "leaf";
    return OdooError.value(
        "Invalid field %s.%s in %s %s".formatted(model.name(), head(), part, leaf()));
  }

  private String leaf() {
    return Python.tuple(List.of(path, operator, value));
  }

  private boolean matchesThrough(int id) {
    String rest = path.substring(path.indexOf('.') + 1);
    Condition next = new Condition(comodel(), rest, positive(), value);
    boolean found = Python.ids(model.get(id, field.name())).stream().anyMatch(next::matches);
    return operator.equals(positive()) == found;
  }

  /** Negative operators negate the whole path: nobody at its end may match. */
  private String positive() {
    return switch (operator) {
      case "!=", "<>" -> "=";
      default -> operator.startsWith("not ") ? operator.substring(4) : operator;
    };
  }

  private Model comodel() {
    return model.env().model(field.relation());
  }

  private boolean equal(Object actual, Object wanted) {
    if (field.type().isToMany()) {
      return Python.isTrue(wanted)
          ? Python.ids(actual).contains(wanted)
          : Python.ids(actual).isEmpty();
    }
    if (field.type() == FieldType.MANY2ONE && wanted instanceof String name) {
      return actual instanceof Integer id && comodel().displayName(id).equals(name);
    }
    return switch (field.type()) {
      case BOOLEAN -> Python.isTrue(actual) == Python.isTrue(wanted);
      case DATETIME -> equalTime(actual, wanted);
      default -> sameScalar(actual, wanted);
    };
  }

  private boolean sameScalar(Object actual, Object wanted) {
    if (field.type().isNumber()) {
      return sortNumber(actual) == sortNumber(wanted);
    }
    return actual.equals(wanted) || (!Python.isTrue(actual) && !Python.isTrue(wanted));
  }

  private static double sortNumber(Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  private boolean equalTime(Object actual, Object wanted) {
    if (!(actual instanceof String stored) || !(wanted instanceof String text)) {
      return !Python.isTrue(actual) && !Python.isTrue(wanted);
    }
    return comparable(stored).equals(time(text));
  }

  private boolean in(Object actual) {
    if (!(value instanceof List<?> wanted)) {
      return equal(actual, value);
    }
    if (field.type().isToMany()) {
      List<Integer> ids = Python.ids(actual);
      return wanted.stream()
          .anyMatch(each -> each instanceof Integer id ? ids.contains(id) : ids.isEmpty());
    }
    return wanted.stream().anyMatch(each -> equal(actual, each));
  }

  private boolean like(Object actual) {
    Pattern pattern = Pattern.of(operator, String.valueOf(value));
    if (field.type().isRelational()) {
      return Python.ids(actual).stream().anyMatch(id -> pattern.matches(comodel().displayName(id)));
    }
    return actual instanceof String text && pattern.matches(text);
  }

  private boolean childOf(Object actual) {
    Set<Integer> tops = Set.copyOf(Python.ids(value));
    Model tree = field.name().equals("id") ? model : comodel();
    Optional<Integer> next = Python.ids(actual).stream().findFirst();
    while (next.isPresent()) {
      if (tops.contains(next.get())) {
        return true;
      }
      next = tree.one(next.get(), "parent_id");
    }
    return false;
  }

  private boolean any(Object actual) {
    List<Integer> matching = comodel().search(Python.list(value));
    return Python.ids(actual).stream().anyMatch(matching::contains);
  }

  private boolean ordered(Object actual) {
    Optional<Integer> order = compare(actual);
    return order.isPresent() && holds(order.get());
  }

  private boolean holds(int order) {
    return switch (operator) {
      case "<" -> order < 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      default -> order >= 0;
    };
  }

  private Optional<Integer> compare(Object actual) {
    if (field.type().isNumber() && value instanceof Number wanted) {
      return Optional.of(Double.compare(sortNumber(actual), wanted.doubleValue()));
    }
    if (!(actual instanceof String text) || !(value instanceof String wanted)) {
      return Optional.empty();
    }
    return Optional.of(
        field.type() == FieldType.DATETIME
            ? comparable(text).compareTo(time(wanted))
            : text.compareTo(wanted));
  }

  private String comparable(String stored) {
    return model.env().has(Fact.TIMES_COMPARE_BY_SECONDS) ? Moments.seconds(stored) : stored;
  }

  private String time(String text) {
    return comparable(
        Moments.parseTime(boundary(normalized(text))).orElseThrow(() -> badTime(text)));
  }

  private String normalized(String text) {
    boolean strict = model.env().has(Fact.TIMES_REFUSE_ZONES);
    return strict ? text : text.replace('T', ' ').replaceAll("Z$", "");
  }

  /** A date alone is its first moment, or its last one where that is meant. */
  private String boundary(String text) {
    boolean last = operator.equals(">") || operator.equals("<=");
    return text.length() == 10 && last ? text + " 23:59:59.999999" : text;
  }

  private OdooError badTime(String text) {
    if (!model.env().has(Fact.TIMES_REFUSE_ZONES)) {
      return OdooError.database(
          "psycopg2.errors.InvalidDatetimeFormat",
          "invalid input syntax for type timestamp: \"%s\"\n".formatted(text));
    }
    return OdooError.value(
        text.endsWith("Z")
            ? "expecting only datetimes with no timezone: " + Python.repr(text)
            : "Invalid term %s in expression date: %s"
                .formatted(Python.repr(text), Python.repr(text)));
  }
}
