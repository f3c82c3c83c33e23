package io.odoosync.plan;

import io.odoosync.EntityType;
import io.odoosync.internal.text.VisibleText;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do, record by record and field by field. Making one writes nothing anywhere. It
 * can be saved as JSON and carried out later by {@link io.odoosync.SyncEngine#apply(SyncPlan)}.
 * Immutable, and equal to another plan that holds the same.
 */
public final class SyncPlan {

  private final Parts parts;

  private SyncPlan(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when plans are compared. */
  private record Parts(
      String namespace,
      @Nullable String odoo,
      Instant plannedAt,
      Set<EntityType> types,
      List<PlannedRecord> records,
      long unchanged,
      @Nullable String stopped) {}

  /**
   * Starts a plan.
   *
   * @param namespace of the engine that makes it
   * @param plannedAt when it is made
   * @return a builder of a plan without stages and records
   */
  public static Builder builder(String namespace, Instant plannedAt) {
    return new Builder(namespace, plannedAt);
  }

  /**
   * Starts a plan from this one.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return the namespace of the engine that made it} */
  public String namespace() {
    return parts.namespace;
  }

  /**
   * {@return the database and the address of the Odoo that it is for, as text; {@code null} in a
   * plan that does not name one}
   */
  public @Nullable String odoo() {
    return parts.odoo;
  }

  /** {@return when it was made} */
  public Instant plannedAt() {
    return parts.plannedAt;
  }

  /** {@return the stages that it covers, in their order} */
  public Set<EntityType> types() {
    return parts.types;
  }

  /**
   * {@return the records about which there is something to do or to say, in the order of the run;
   * those that need nothing are not among them}
   */
  public List<PlannedRecord> records() {
    return parts.records;
  }

  /** {@return how many records need nothing} */
  public long unchanged() {
    return parts.unchanged;
  }

  /** {@return why the plan ends early; {@code null} if it does not} */
  public @Nullable String stopped() {
    return parts.stopped;
  }

  /**
   * The plan for a machine.
   *
   * @return a JSON object, which {@link #parse} reads. It holds the values of the records
   */
  public String toJson() {
    return SyncPlanJson.write(this);
  }

  /**
   * The plan as a page for a browser: each record with what it has, what Odoo has and what will be.
   * It holds all that it needs and loads nothing; light or dark as the reader likes it, and to be
   * printed.
   *
   * @return the page. It holds the values of the records, all of them whole; in these, markup is
   *     text, and what hides is shown
   */
  public String toHtml() {
    return PlanPage.of(this);
  }

  /**
   * Reads a saved plan.
   *
   * @param json what {@link #toJson()} gave
   * @return an equal plan
   * @throws IllegalArgumentException if it is something else: no JSON, more than one value, a name
   *     that is there twice, a value of another kind
   */
  public static SyncPlan parse(String json) {
    return SyncPlanJson.read(json);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SyncPlan plan && parts.equals(plan.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** The plan as a diff, for people. */
  @Override
  public String toString() {
    String head =
        "plan of "
            + parts.types
            + ": "
            + parts.records.size()
            + " records, "
            + parts.unchanged
            + " unchanged";
    String body = parts.records.stream().map(each -> "\n" + each).collect(Collectors.joining());
    return head
        + (parts.stopped == null ? "" : "\nSTOPPED: " + VisibleText.of(parts.stopped))
        + body;
  }

  /** Collects the parts of a {@link SyncPlan}. Not safe for use by several threads. */
  public static final class Builder {
    private final String namespace;
    private final Instant plannedAt;
    private @Nullable String odoo;
    private final Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    private List<PlannedRecord> records = List.of();
    private long unchanged;
    private @Nullable String stopped;

    private Builder(String namespace, Instant plannedAt) {
      this.namespace = Objects.requireNonNull(namespace, "namespace");
      this.plannedAt = Objects.requireNonNull(plannedAt, "plannedAt");
    }

    private Builder(Parts parts) {
      this(parts.namespace, parts.plannedAt);
      odoo = parts.odoo;
      types.addAll(parts.types);
      records = parts.records;
      unchanged = parts.unchanged;
      stopped = parts.stopped;
    }

    /** Sets {@link SyncPlan#odoo()}. */
    public Builder odoo(@Nullable String odoo) {
      this.odoo = odoo;
      return this;
    }

    /** Sets {@link SyncPlan#types()}. */
    public Builder types(Collection<EntityType> types) {
      List<EntityType> copy = List.copyOf(types);
      this.types.clear();
      this.types.addAll(copy);
      return this;
    }

    /** Sets {@link SyncPlan#records()}. */
    public Builder records(List<PlannedRecord> records) {
      this.records = List.copyOf(records);
      return this;
    }

    /**
     * Sets {@link SyncPlan#unchanged()}.
     *
     * @param unchanged 0 or more
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder unchanged(long unchanged) {
      if (unchanged < 0) {
        throw new IllegalArgumentException("unchanged must be at least 0, but is " + unchanged);
      }
      this.unchanged = unchanged;
      return this;
    }

    /** Sets {@link SyncPlan#stopped()}. */
    public Builder stopped(@Nullable String stopped) {
      this.stopped = stopped;
      return this;
    }

    /**
     * Makes the plan.
     *
     * @return the plan
     */
    public SyncPlan build() {
      return new SyncPlan(
          new Parts(
              namespace,
              odoo,
              plannedAt,
              Collections.unmodifiableSet(EnumSet.copyOf(types)),
              records,
              unchanged,
              stopped));
    }
  }
}
