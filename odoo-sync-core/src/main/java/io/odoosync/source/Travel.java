package io.odoosync.source;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A travel of the host application. Becomes a {@code crm.lead} whose stage follows {@link
 * #state()}. Immutable, and equal to another travel that holds the same.
 */
public final class Travel implements SourceRecord {

  /** The highest {@link #priority()}: {@value}. */
  public static final int MAX_PRIORITY = 3;

  private final Parts parts;

  private Travel(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when travels are compared and printed. */
  private record Parts(
      LocalKey key,
      @Nullable String title,
      TravelState state,
      @Nullable LocalKey customer,
      @Nullable TravelContact contact,
      @Nullable Money expectedRevenue,
      @Nullable LocalDate departure,
      @Nullable LocalDate returnDate,
      @Nullable LocalDate expectedClosing,
      @Nullable String description,
      @Nullable Integer priority,
      @Nullable List<String> tags,
      @Nullable OdooReference salesperson,
      @Nullable OdooReference team,
      @Nullable String lostReason,
      @Nullable Long odooId,
      @Nullable Instant updatedAt,
      Map<String, FieldValue> extra,
      @Nullable String unreadable) {}

  /**
   * Starts a travel in state {@link TravelState#NEW}.
   *
   * @param key the travel's key
   * @return a builder in which everything else is absent
   */
  public static Builder builder(LocalKey key) {
    return new Builder(key);
  }

  /** {@return a builder in which everything is as it is here} */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  @Override
  public LocalKey key() {
    return parts.key;
  }

  /**
   * {@return what salespeople read in the pipeline; Odoo requires one, so a travel without is
   * reported as failed}
   */
  public @Nullable String title() {
    return parts.title;
  }

  /** {@return how far the travel has come; {@link TravelState#NEW} by default} */
  public TravelState state() {
    return parts.state;
  }

  /** {@return the key of the contact who asks for the travel, or {@code null} if not known yet} */
  public @Nullable LocalKey customer() {
    return parts.customer;
  }

  /**
   * {@return who asks for the travel while there is no {@link #customer()}} It is written when the
   * lead is created and then left to Odoo's users, because Odoo writes the e-mail address and the
   * phone of a lead through to the partner that a salesperson gives it. With a customer it is not
   * sent.
   */
  public @Nullable TravelContact contact() {
    return parts.contact;
  }

  /** {@return the expected turnover, in the currency of the Odoo company} */
  public @Nullable Money expectedRevenue() {
    return parts.expectedRevenue;
  }

  /** {@return the first day of the travel; written at the head of the lead's description} */
  public @Nullable LocalDate departure() {
    return parts.departure;
  }

  /** {@return the last day of the travel; written at the head of the lead's description} */
  public @Nullable LocalDate returnDate() {
    return parts.returnDate;
  }

  /**
   * {@return the day by which the customer is expected to decide, {@code date_deadline} in Odoo}
   */
  public @Nullable LocalDate expectedClosing() {
    return parts.expectedClosing;
  }

  /** {@return plain text for salespeople} */
  public @Nullable String description() {
    return parts.description;
  }

  /**
   * {@return the stars in Odoo's pipeline, 0 (low) to {@value #MAX_PRIORITY} (very high), or {@code
   * null} to leave them to Odoo's users}
   */
  public @Nullable Integer priority() {
    return parts.priority;
  }

  /**
   * {@return names of the lead's tags in Odoo, exactly these, each as Odoo shows it to the
   * integration user; {@code null} leaves the tags to Odoo's users} See {@link
   * io.odoosync.CrmOptions.Builder#createMissingTags()}.
   */
  public @Nullable List<String> tags() {
    return parts.tags;
  }

  /**
   * {@return who looks after the lead: an internal user by login, e-mail address or name, by id or
   * by external id; {@code null} means {@link io.odoosync.CrmOptions#salesperson()} for a new lead,
   * and leaves the salesperson of others to Odoo's users}
   */
  public @Nullable OdooReference salesperson() {
    return parts.salesperson;
  }

  /**
   * {@return the sales team; {@code null} means {@link io.odoosync.CrmOptions#team()} for a new
   * lead, and leaves the team of others to Odoo's users}
   */
  public @Nullable OdooReference team() {
    return parts.team;
  }

  /**
   * {@return why a cancelled travel was lost: the name of one of Odoo's lost reasons; {@code null}
   * means {@link io.odoosync.CrmOptions#lostReason()}}
   */
  public @Nullable String lostReason() {
    return parts.lostReason;
  }

  @Override
  public @Nullable Long odooId() {
    return parts.odooId;
  }

  @Override
  public @Nullable Instant updatedAt() {
    return parts.updatedAt;
  }

  @Override
  public Map<String, FieldValue> extra() {
    return parts.extra;
  }

  @Override
  public @Nullable String unreadableBecause() {
    return parts.unreadable;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Travel travel && parts.equals(travel.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** All that it holds, always in the same order. */
  @Override
  public String toString() {
    return Checked.text("Travel", parts, parts.unreadable);
  }

  /** Collects the parts of a {@link Travel}. Not safe for use by several threads. */
  public static final class Builder {
    private final LocalKey key;
    private @Nullable String title;
    private TravelState state = TravelState.NEW;
    private @Nullable LocalKey customer;
    private @Nullable TravelContact contact;
    private @Nullable Money expectedRevenue;
    private @Nullable LocalDate departure;
    private @Nullable LocalDate returnDate;
    private @Nullable LocalDate expectedClosing;
    private @Nullable String description;
    private @Nullable Integer priority;
    private @Nullable List<String> tags;
    private @Nullable OdooReference salesperson;
    private @Nullable OdooReference team;
    private @Nullable String lostReason;
    private @Nullable Long odooId;
    private @Nullable Instant updatedAt;
    private @Nullable String unreadable;
    private final ExtraFields extra = new ExtraFields();

    private Builder(LocalKey key) {
      this.key = Objects.requireNonNull(key, "key");
    }

    private Builder(Parts parts) {
      this(parts.key);
      title = parts.title;
      state = parts.state;
      customer = parts.customer;
      contact = parts.contact;
      expectedRevenue = parts.expectedRevenue;
      departure = parts.departure;
      returnDate = parts.returnDate;
      expectedClosing = parts.expectedClosing;
      description = parts.description;
      priority = parts.priority;
      tags = parts.tags;
      salesperson = parts.salesperson;
      team = parts.team;
      lostReason = parts.lostReason;
      odooId = parts.odooId;
      updatedAt = parts.updatedAt;
      unreadable = parts.unreadable;
      extra.putAll(parts.extra);
    }

    /** Sets {@link Travel#title()}. */
    public Builder title(@Nullable String title) {
      this.title = title;
      return this;
    }

    /** Sets {@link Travel#state()}. */
    public Builder state(TravelState state) {
      this.state = Objects.requireNonNull(state, "state");
      return this;
    }

    /** Sets {@link Travel#customer()}. */
    public Builder customer(@Nullable LocalKey customer) {
      this.customer = customer;
      return this;
    }

    /** Sets {@link Travel#contact()}. */
    public Builder contact(@Nullable TravelContact contact) {
      this.contact = contact;
      return this;
    }

    /** Sets {@link Travel#expectedRevenue()}. */
    public Builder expectedRevenue(@Nullable Money expectedRevenue) {
      this.expectedRevenue = expectedRevenue;
      return this;
    }

    /** Sets {@link Travel#departure()}. */
    public Builder departure(@Nullable LocalDate departure) {
      this.departure = departure;
      return this;
    }

    /** Sets {@link Travel#returnDate()}. */
    public Builder returnDate(@Nullable LocalDate returnDate) {
      this.returnDate = returnDate;
      return this;
    }

    /** Sets {@link Travel#expectedClosing()}. */
    public Builder expectedClosing(@Nullable LocalDate expectedClosing) {
      this.expectedClosing = expectedClosing;
      return this;
    }

    /** Sets {@link Travel#description()}. */
    public Builder description(@Nullable String description) {
      this.description = description;
      return this;
    }

    /**
     * Sets {@link Travel#priority()}.
     *
     * @param priority 0 to {@value Travel#MAX_PRIORITY}, or {@code null}
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder priority(@Nullable Integer priority) {
      if (priority != null && (priority < 0 || priority > MAX_PRIORITY)) {
        throw new IllegalArgumentException(
            "priority must be 0 to " + MAX_PRIORITY + ", but is " + priority);
      }
      this.priority = priority;
      return this;
    }

    /** Sets {@link Travel#tags()}. */
    public Builder tags(@Nullable List<String> tags) {
      this.tags = tags == null ? null : Checked.copy("tags", tags);
      return this;
    }

    /** Sets {@link Travel#salesperson()}. */
    public Builder salesperson(@Nullable OdooReference salesperson) {
      this.salesperson = salesperson;
      return this;
    }

    /** Sets {@link Travel#team()}. */
    public Builder team(@Nullable OdooReference team) {
      this.team = team;
      return this;
    }

    /** Sets {@link Travel#lostReason()}. */
    public Builder lostReason(@Nullable String lostReason) {
      this.lostReason = lostReason;
      return this;
    }

    /**
     * Sets {@link Travel#odooId()}.
     *
     * @param odooId more than 0, or {@code null}
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public Builder odooId(@Nullable Long odooId) {
      this.odooId = Checked.odooId(odooId);
      return this;
    }

    /** Sets {@link Travel#updatedAt()}. */
    public Builder updatedAt(@Nullable Instant updatedAt) {
      this.updatedAt = updatedAt;
      return this;
    }

    /**
     * Adds a value to {@link Travel#extra()}, or replaces it.
     *
     * @param field technical name of a field of {@code crm.lead}
     * @param value a value that {@link FieldValue#of} takes; {@code null} clears the field in Odoo
     * @return this builder
     * @throws IllegalArgumentException if {@link FieldValue#of} does not take the value
     */
    public Builder extra(String field, @Nullable Object value) {
      extra.put(field, value);
      return this;
    }

    Builder unreadable(String reason) {
      unreadable = reason;
      return this;
    }

    /** {@return the travel} */
    public Travel build() {
      return new Travel(
          new Parts(
              key,
              title,
              state,
              customer,
              contact,
              expectedRevenue,
              departure,
              returnDate,
              expectedClosing,
              description,
              priority,
              tags,
              salesperson,
              team,
              lostReason,
              odooId,
              updatedAt,
              extra.copy(),
              unreadable));
    }
  }
}
