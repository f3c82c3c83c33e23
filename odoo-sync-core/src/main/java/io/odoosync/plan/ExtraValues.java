package io.odoosync.plan;

import io.odoosync.odoo.FieldDefinition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values for fields that a company added to its Odoo, typed by what the server says of them. */
final class ExtraValues {

  private ExtraValues() {}

  /**
   * Types the values.
   *
   * @param own the fields that the mapper sets by itself, which can't be set like this
   * @param where begins each problem
   */
  static FieldValues of(
      Map<String, Object> extra,
      List<String> own,
      ModelFields fields,
      String where,
      Problems problems) {
    FieldValues.Builder values = FieldValues.builder();
    extra.forEach(
        (field, value) -> {
          FieldDefinition definition = fields.byName().get(field);
          if (own.contains(field)) {
            problems.add(where + "extra field '" + field + "' is set by the sync itself");
          } else if (definition == null) {
            problems.add(where + "extra field '" + field + "' does not exist in Odoo");
          } else {
            typed(definition.type(), value)
                .ifPresentOrElse(
                    typed -> values.set(field, typed),
                    () ->
                        problems.add(
                            where
                                + "extra field '"
                                + field
                                + "' is of type "
                                + definition.type()
                                + ", which takes no "
                                + value.getClass().getSimpleName()));
          }
        });
    return values.build();
  }

  private static Optional<FieldValue> typed(String type, Object value) {
    return Optional.ofNullable(
        switch (type) {
          case "char", "text", "html", "selection" ->
              value instanceof CharSequence text ? new FieldValue.Text(text.toString()) : null;
          case "boolean" -> value instanceof Boolean flag ? new FieldValue.Flag(flag) : null;
          case "integer", "float", "monetary" -> number(value);
          case "date" -> value instanceof LocalDate day ? new FieldValue.Day(day) : null;
          case "many2one" -> value instanceof Long id ? new FieldValue.Reference(id) : null;
          case "many2many" -> references(value);
          default -> null;
        });
  }

  private static @Nullable FieldValue number(Object value) {
    return value instanceof Number number
        ? new FieldValue.Decimal(new BigDecimal(number.toString()))
        : null;
  }

  private static @Nullable FieldValue references(Object value) {
    return value instanceof Collection<?> ids && ids.stream().allMatch(Long.class::isInstance)
        ? new FieldValue.References(ids.stream().map(Long.class::cast).toList())
        : null;
  }
}
