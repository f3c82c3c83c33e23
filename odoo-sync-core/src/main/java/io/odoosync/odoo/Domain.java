package io.odoosync.odoo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A search condition, in Odoo's words a domain. Immutable.
 *
 * <pre>{@code
 * Domain.field("email").isEqualTo("a@example.com")
 *     .and(Domain.field("country_id.code").isIn(List.of("FR", "BE")))
 * }</pre>
 */
public final class Domain {

  private static final Domain ALL = new Domain(List.of(), true);

  /** Odoo's prefix notation: operators before their operands. */
  private final List<OdooValue> terms;

  private final boolean matchesAll;

  private Domain(List<OdooValue> terms, boolean matchesAll) {
    this.terms = terms;
    this.matchesAll = matchesAll;
  }

  /**
   * The condition that every record meets. Archived records are left out unless {@code active} is
   * part of the condition.
   *
   * @return the empty domain
   */
  public static Domain all() {
    return ALL;
  }

  /**
   * Starts a condition on one field.
   *
   * @param name the field, or a path through many2one fields such as {@code country_id.code}
   * @return the field, to be compared
   */
  public static Field field(String name) {
    return new Field(name);
  }

  /**
   * Requires both conditions.
   *
   * @param other the second condition
   * @return their conjunction
   */
  public Domain and(Domain other) {
    if (matchesAll) {
      return other;
    }
    return other.matchesAll ? this : prefixed("&", other.terms);
  }

  /**
   * Requires at least one of the conditions.
   *
   * @param other the second condition
   * @return their disjunction
   */
  public Domain or(Domain other) {
    return matchesAll || other.matchesAll ? ALL : prefixed("|", other.terms);
  }

  /**
   * Requires that the condition is not met.
   *
   * @return the negation
   * @throws IllegalStateException for {@link #all()}, which has none
   */
  public Domain negated() {
    if (matchesAll) {
      throw new IllegalStateException("the domain that matches all records has no negation");
    }
    return prefixed("!", List.of());
  }

  private Domain prefixed(String operator, List<OdooValue> otherTerms) {
    List<OdooValue> joined = new ArrayList<>(terms.size() + otherTerms.size() + 1);
    joined.add(OdooValue.of(operator));
    joined.addAll(terms);
    joined.addAll(otherTerms);
    return new Domain(List.copyOf(joined), false);
  }

  /**
   * The domain as Odoo reads it.
   *
   * @return a list in prefix notation
   */
  public OdooValue toValue() {
    return OdooValue.of(terms);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Domain domain && terms.equals(domain.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  /** The domain as Odoo reads it, of which at most 500 characters are shown. */
  @Override
  public String toString() {
    return toValue().toString();
  }

  /** A field that waits for its comparison. */
  public static final class Field {
    private final String name;

    private Field(String name) {
      this.name = Objects.requireNonNull(name, "name");
      if (name.isBlank()) {
        throw new IllegalArgumentException("name of a field must not be blank");
      }
    }

    /**
     * Field = value.
     *
     * @param value the value; {@code null} asks for an empty field
     * @return the condition
     */
    public Domain isEqualTo(@Nullable Object value) {
      return leaf("=", value);
    }

    /**
     * Field ≠ value.
     *
     * @param value the value; {@code null} asks for a field that is not empty
     * @return the condition
     */
    public Domain isNotEqualTo(@Nullable Object value) {
      return leaf("!=", value);
    }

    /**
     * Field is one of the values.
     *
     * @param values the values; no record meets the condition if there are none
     * @return the condition
     */
    public Domain isIn(Collection<?> values) {
      return leaf("in", values);
    }

    /**
     * Field is none of the values.
     *
     * @param values the values
     * @return the condition
     */
    public Domain isNotIn(Collection<?> values) {
      return leaf("not in", values);
    }

    /**
     * Field &lt; value.
     *
     * @param value the value
     * @return the condition
     */
    public Domain isLessThan(Object value) {
      return leaf("<", value);
    }

    /**
     * Field ≤ value.
     *
     * @param value the value
     * @return the condition
     */
    public Domain isAtMost(Object value) {
      return leaf("<=", value);
    }

    /**
     * Field &gt; value.
     *
     * @param value the value
     * @return the condition
     */
    public Domain isGreaterThan(Object value) {
      return leaf(">", value);
    }

    /**
     * Field ≥ value.
     *
     * @param value the value
     * @return the condition
     */
    public Domain isAtLeast(Object value) {
      return leaf(">=", value);
    }

    /**
     * The field's text contains a text, whatever the case.
     *
     * @param text the text; {@code %} and {@code _} are wildcards in it
     * @return the condition
     */
    public Domain contains(String text) {
      return leaf("ilike", text);
    }

    /**
     * The field's text equals a text, whatever the case.
     *
     * @param text the text; {@code %} and {@code _} are wildcards in it
     * @return the condition
     */
    public Domain equalsIgnoringCase(String text) {
      return leaf("=ilike", text);
    }

    private Domain leaf(String operator, @Nullable Object value) {
      return new Domain(List.of(OdooValue.of(Arrays.asList(name, operator, value))), false);
    }
  }
}
