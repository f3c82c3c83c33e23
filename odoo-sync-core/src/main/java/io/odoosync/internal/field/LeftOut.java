package io.odoosync.internal.field;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import java.util.Optional;

/**
 * A field that a record has a value for and that the server does not take, so it goes without.
 *
 * @param model the model's technical name
 * @param field the field's technical name
 * @param why what keeps the server from taking it
 */
public record LeftOut(String model, String field, Why why) {

  /** What keeps a server from taking a field. */
  public enum Why {
    /** It has no such field. */
    ABSENT,
    /** It finds the value out by itself. */
    DERIVED,
    /** The field is of a type that the value does not fit. */
    RETYPED
  }

  /** A field that a server does not take, whatever its value; nothing if it does. */
  public static Optional<LeftOut> of(String model, String field, ModelFields fields) {
    if (!fields.has(field)) {
      return Optional.of(new LeftOut(model, field, Why.ABSENT));
    }
    return fields.isDerived(field)
        ? Optional.of(new LeftOut(model, field, Why.DERIVED))
        : Optional.empty();
  }

  /** The same as a warning, with what to do about it. */
  public Failure warning() {
    String advice =
        why == Why.DERIVED
            ? "Nothing: Odoo decides it."
            : "Let the integration user see the field, if there is one; the rest goes on without.";
    return Failure.of(FailureCause.MISSING_IN_ODOO, toString(), advice).onModel(model);
  }

  /** In words, the same ones each time. */
  @Override
  public String toString() {
    String name = model + "." + field;
    return switch (why) {
      case ABSENT ->
          "this Odoo has no "
              + name
              + ", or does not show it to the integration user: it is neither sent nor compared";
      case DERIVED ->
          "this Odoo finds "
              + name
              + " out by itself: it is not sent, not compared, not taken over, and tells no record"
              + " from another";
      case RETYPED ->
          name + " is of another type on this Odoo than its values: it is neither sent nor compared";
    };
  }
}
