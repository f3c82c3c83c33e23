package io.odoosync.plan;

import io.odoosync.internal.text.VisibleText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record that a plan changes, or leaves to people. Immutable, and equal to another
 * that holds the same.
 */
public final class PlannedField {

  private final Parts parts;

  private PlannedField(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when fields are compared. */
  private record Parts(
      String field,
      String local,
      String odoo,
      @Nullable String toOdoo,
      @Nullable String toHost,
      @Nullable String conflict) {}

  /**
   * Starts a field.
   *
   * @param field Odoo's name of it
   * @return a builder in which both sides have nothing, and keep it
   */
  public static Builder builder(String field) {
    return new Builder(field);
  }

  /**
   * Starts a field from this one.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return Odoo's name of it} */
  public String field() {
    return parts.field;
  }

  /** {@return what the host has; empty if nothing} */
  public String local() {
    return parts.local;
  }

  /** {@return what Odoo has; empty if nothing, or if the record is not there yet} */
  public String odoo() {
    return parts.odoo;
  }

  /** {@return what Odoo will have; {@code null} if nothing is written there} */
  public @Nullable String toOdoo() {
    return parts.toOdoo;
  }

  /** {@return what the host will have; {@code null} if nothing is written there} */
  public @Nullable String toHost() {
    return parts.toHost;
  }

  /** {@return how a conflict was resolved; {@code null} if there is none} */
  public @Nullable String conflict() {
    return parts.conflict;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlannedField field && parts.equals(field.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** One line of a diff. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(parts.field);
    if (parts.toOdoo != null) {
      line.append(": Odoo ").append(change(parts.odoo, parts.toOdoo));
    }
    if (parts.toHost != null) {
      line.append(": host ").append(change(parts.local, parts.toHost));
    }
    if (parts.toOdoo == null && parts.toHost == null) {
      line.append(": left, host '").append(parts.local).append("', Odoo '");
      line.append(parts.odoo).append('\'');
    }
    return VisibleText.of(
        parts.conflict == null ? line.toString() : line + " (" + parts.conflict + ")");
  }

  private static String change(String from, String to) {
    return "'" + from + "' → '" + to + "'";
  }

  /** Collects the parts of a {@link PlannedField}. Not safe for use by several threads. */
  public static final class Builder {
    private final String field;
    private String local = "";
    private String odoo = "";
    private @Nullable String toOdoo;
    private @Nullable String toHost;
    private @Nullable String conflict;

    private Builder(String field) {
      this.field = Objects.requireNonNull(field, "field");
    }

    private Builder(Parts parts) {
      this(parts.field);
      local = parts.local;
      odoo = parts.odoo;
      toOdoo = parts.toOdoo;
      toHost = parts.toHost;
      conflict = parts.conflict;
    }

    /** Sets {@link PlannedField#local()}. */
    public Builder local(String local) {
      this.local = Objects.requireNonNull(local, "local");
      return this;
    }

    /** Sets {@link PlannedField#odoo()}. */
    public Builder odoo(String odoo) {
      this.odoo = Objects.requireNonNull(odoo, "odoo");
      return this;
    }

    /** Sets {@link PlannedField#toOdoo()}. */
    public Builder toOdoo(@Nullable String toOdoo) {
      this.toOdoo = toOdoo;
      return this;
    }

    /** Sets {@link PlannedField#toHost()}. */
    public Builder toHost(@Nullable String toHost) {
      this.toHost = toHost;
      return this;
    }

    /** Sets {@link PlannedField#conflict()}. */
    public Builder conflict(@Nullable String conflict) {
      this.conflict = conflict;
      return this;
    }

    /**
     * Makes the field.
     *
     * @return the field
     */
    public PlannedField build() {
      return new PlannedField(new Parts(field, local, odoo, toOdoo, toHost, conflict));
    }
  }
}
