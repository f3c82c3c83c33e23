package io.odoosync.internal.field;

import io.odoosync.FieldValue;
import io.odoosync.odoo.FieldDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values for fields that a company added to its Odoo, typed by what the server says of them. */
public final class ExtraValues {

  private ExtraValues() {}

  /**
   * Types the values.
   *
   * @param own the fields that the mapper sets by itself, which can't be set like this
   * @param where begins each problem
   */
  public static FieldValues of(
      Map<String, FieldValue> extra,
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
            values.set(field, typed(definition, value, fields, where, problems));
          }
        });
    return values.build();
  }

  private static FieldValue typed(
      FieldDefinition definition,
      FieldValue value,
      ModelFields fields,
      String where,
      Problems problems) {
    FieldKind kind = FieldKind.of(definition.type());
    Optional<FieldValue> accepted = value.isNothing() ? Optional.of(value) : kind.accept(value);
    if (accepted.isEmpty()) {
      problems.add(
          where
              + "extra field '"
              + definition.name()
              + "' is of type "
              + definition.type()
              + " and takes "
              + kind.expected());
    }
    return accepted
        .map(plain -> fields.richText(definition.name(), plain))
        .orElseGet(FieldValue::nothing);
  }
}
