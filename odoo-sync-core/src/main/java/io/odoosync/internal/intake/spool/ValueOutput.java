package io.odoosync.internal.intake.spool;

import io.odoosync.FieldValue;
import java.io.IOException;

/** Writes values, each after its type. */
record ValueOutput(RecordOutput out) {

  void write(FieldValue value) throws IOException {
    ValueType type = ValueType.of(value);
    out.constant(type);
    if (value instanceof FieldValue.Text text) {
      out.text(text.value());
    } else if (value instanceof FieldValue.Whole whole) {
      out.longNumber(whole.value());
    } else if (value instanceof FieldValue.Decimal decimal) {
      out.decimal(decimal.value());
    } else if (value instanceof FieldValue.Flag flag) {
      out.flag(flag.value());
    } else if (value instanceof FieldValue.Day day) {
      out.day(day.value());
    } else if (value instanceof FieldValue.Moment moment) {
      out.moment(moment.value());
    } else if (value instanceof FieldValue.Reference reference) {
      out.longNumber(reference.id());
    } else if (value instanceof FieldValue.LocalReference local) {
      out.key(local.key());
      out.optional(local.id(), out::longNumber);
    } else if (value instanceof FieldValue.References references) {
      out.list(references.ids(), out::longNumber);
    } else if (value instanceof FieldValue.Json json) {
      out.text(json.json());
    }
  }
}
