package io.odoosync.internal.intake.spool;

import io.odoosync.FieldValue;
import java.util.Arrays;

/** The types of values. */
enum ValueType {
  NOTHING(FieldValue.Nothing.class),
  TEXT(FieldValue.Text.class),
  WHOLE(FieldValue.Whole.class),
  DECIMAL(FieldValue.Decimal.class),
  FLAG(FieldValue.Flag.class),
  DAY(FieldValue.Day.class),
  MOMENT(FieldValue.Moment.class),
  REFERENCE(FieldValue.Reference.class),
  LOCAL_REFERENCE(FieldValue.LocalReference.class),
  REFERENCES(FieldValue.References.class),
  JSON(FieldValue.Json.class);

  private static final ValueType[] ALL = values();

  private final Class<? extends FieldValue> type;

  ValueType(Class<? extends FieldValue> type) {
    this.type = type;
  }

  static ValueType of(FieldValue value) {
    return Arrays.stream(ALL)
        .filter(candidate -> candidate.type.isInstance(value))
        .findFirst()
        .orElseThrow();
  }
}
