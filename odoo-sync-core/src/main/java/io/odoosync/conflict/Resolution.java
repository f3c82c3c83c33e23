package io.odoosync.conflict;

import io.odoosync.FieldValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a {@link ConflictPolicy} makes of a conflict. */
public sealed interface Resolution {

  /** The host's value goes to Odoo. */
  record TakeLocal() implements Resolution {}

  /** Odoo's value goes to the host. */
  record TakeOdoo() implements Resolution {}

  /**
   * A third value goes to both.
   *
   * @param value the value, of the field's type
   */
  record Take(FieldValue value) implements Resolution {

    /** Checks that there is a value, which may be nothing. */
    public Take {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * Both sides keep what they have until a person settles it; the next run sees the conflict again.
   *
   * @param reason what to tell that person
   */
  record Leave(String reason) implements Resolution {

    /** Checks that there is a reason. */
    public Leave {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * The host's value goes to Odoo.
   *
   * @return the resolution
   */
  static Resolution takeLocal() {
    return new TakeLocal();
  }

  /**
   * Odoo's value goes to the host.
   *
   * @return the resolution
   */
  static Resolution takeOdoo() {
    return new TakeOdoo();
  }

  /**
   * A third value goes to both sides.
   *
   * @param value a value of the field's type as {@link FieldValue#of} takes it; {@code null} clears
   *     the field
   * @return the resolution
   * @throws IllegalArgumentException if {@link FieldValue#of} does not take it
   */
  static Resolution take(@Nullable Object value) {
    return new Take(FieldValue.of(value));
  }

  /**
   * Nothing is written on either side.
   *
   * @param reason what to tell the person who has to settle it
   * @return the resolution
   */
  static Resolution leave(String reason) {
    return new Leave(reason);
  }
}
