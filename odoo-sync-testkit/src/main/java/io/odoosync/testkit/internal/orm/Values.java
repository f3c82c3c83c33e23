package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.schema.Field;
import io.odoosync.testkit.internal.schema.ModelSchema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Turns what clients send into what a field stores. */
final class Values {
  private final Env env;
  private final ModelSchema model;

  Values(Env env, ModelSchema model) {
    this.env = env;
    this.model = model;
  }

  /** The stored form of a value of a field that is not one2many or many2many. */
  Object stored(Field field, Object value) {
    return switch (field.type()) {
      case BOOLEAN -> Python.isTrue(value);
      case INTEGER, MANY2ONE_REFERENCE -> Python.integer(isEmpty(value) ? 0 : value);
      case FLOAT, MONETARY -> Python.decimal(isEmpty(value) ? 0 : value);
      case SELECTION -> selection(field, value);
      case MANY2ONE -> many2one(field, value);
      case DATE -> date(value);
      case DATETIME -> time(value);
      case HTML -> isEmpty(value) ? value : Html.sanitized(text(value));
      case CHAR, TEXT -> isEmpty(value) ? value : text(value);
      default -> value;
    };
  }

  private static boolean isEmpty(Object value) {
    return Boolean.FALSE.equals(value);
  }

  private static String text(Object value) {
    String text = value instanceof String given ? given : Python.repr(value);
    if (text.indexOf('\0') >= 0) {
      throw OdooError.value("A string literal cannot contain NUL (0x00) characters.");
    }
    return text;
  }

  private Object selection(Field field, Object value) {
    boolean free = field.name().equals("lang") && env.has(Fact.ANY_LANGUAGE_STORED);
    if (!free && !isEmpty(value) && !"".equals(value) && !field.allows(value)) {
      throw OdooError.value(
          "Wrong value for %s.%s: %s".formatted(model.name(), field.name(), Python.repr(value)));
    }
    return "".equals(value) ? (Object) false : value;
  }

  private Object many2one(Field field, Object value) {
    boolean plain = env.has(Fact.TEXT_REACHES_MANY2ONE);
    Object id = plain ? digits(value) : value;
    if (id instanceof Integer number && (number != 0 || plain)) {
      requireTarget(field, number);
      return number;
    }
    return false;
  }

  /** PostgreSQL reads digits as a number. */
  private static Object digits(Object value) {
    if (!(value instanceof String text) || text.isEmpty()) {
      return value;
    }
    if (!text.matches("\\d+")) {
      throw OdooError.database(
          "psycopg2.errors.InvalidTextRepresentation",
          "invalid input syntax for type integer: \"%s\"\n".formatted(text));
    }
    return Integer.valueOf(text);
  }

  private void requireTarget(Field field, int id) {
    boolean known = env.registry().schema().models().containsKey(field.relation());
    if (!known || env.registry().database().table(field.relation()).has(id)) {
      return;
    }
    if (!env.has(Fact.MISSING_TARGET_IS_FOREIGN_KEY)) {
      throw OdooError.missing(field.relation(), List.of(id), env.user().id());
    }
    String owner = "%s (%s)".formatted(model.description(), model.name());
    throw OdooError.foreignKey(env, owner, model.table() + "_" + field.name() + "_fkey");
  }

  private Object date(Object value) {
    if (isEmpty(value) || "".equals(value)) {
      return false;
    }
    return Moments.parseDate(text(value)).orElseThrow(() -> badDate(text(value)));
  }

  private Object time(Object value) {
    if (isEmpty(value) || "".equals(value)) {
      return false;
    }
    return Moments.parseTime(text(value)).orElseThrow(() -> badDate(text(value)));
  }

  private OdooError badDate(String text) {
    if (model.name().equals("account.move")
        && env.has(Fact.DATES_REACH_POSTGRES)
        && text.matches("\\d+/\\d+/\\d+")) {
      return OdooError.database(
          "psycopg2.errors.DatetimeFieldOverflow",
          "date/time field value out of range: \"%s\"\n".formatted(text));
    }
    if (text.matches("\\d{4}-(0\\d|1[0-2])-[0-3]\\d.*")) {
      return OdooError.value("day is out of range for month");
    }
    return OdooError.value("time data '%s' does not match format '%%Y-%%m-%%d'".formatted(text));
  }

  static double rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
  }
}
