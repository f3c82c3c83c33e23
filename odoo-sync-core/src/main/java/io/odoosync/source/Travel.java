package io.odoosync.source;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A travel of the host application. Becomes a {@code crm.lead} whose stage follows {@link
 * #state()}.
 *
 * @param key the travel's key
 * @param title what salespeople read in the pipeline; Odoo requires one, so a travel without is
 *     reported as failed
 * @param state how far the travel has come
 * @param customer key of the contact who asks for the travel, or {@code null} if not known yet
 * @param contact who asks for the travel while there is no {@code customer}. It is written when the
 *     lead is created and then left to Odoo's users, because Odoo writes the e-mail address and the
 *     phone of a lead through to the partner that a salesperson gives it. With a customer it is not
 *     sent
 * @param expectedRevenue expected turnover, in the currency of the Odoo company
 * @param departure first day of the travel; written at the head of the lead's description
 * @param returnDate last day of the travel; written at the head of the lead's description
 * @param expectedClosing day by which the customer is expected to decide ({@code date_deadline} in
 *     Odoo)
 * @param description plain text for salespeople
 * @param priority the stars in Odoo's pipeline, 0 (low) to 3 (very high), or {@code null} to leave
 *     them to Odoo's users
 * @param tags names of the lead's tags in Odoo, exactly these, each as Odoo shows it to the
 *     integration user; {@code null} leaves the tags to Odoo's users. See {@link
 *     io.odoosync.CrmOptions.Builder#createMissingTags()}
 * @param salesperson who looks after the lead: an internal user by login, e-mail address or name,
 *     by id or by external id; {@code null} means {@link io.odoosync.CrmOptions#salesperson()} for
 *     a new lead, and leaves the salesperson of others to Odoo's users
 * @param team the sales team; {@code null} means {@link io.odoosync.CrmOptions#team()} for a new
 *     lead, and leaves the team of others to Odoo's users
 * @param lostReason why a cancelled travel was lost: the name of one of Odoo's lost reasons; {@code
 *     null} means {@link io.odoosync.CrmOptions#lostReason()}
 * @param odooId see {@link SourceRecord#odooId()}
 * @param updatedAt see {@link SourceRecord#updatedAt()}
 * @param extra see {@link SourceRecord#extra()}
 */
public record Travel(
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
    Map<String, FieldValue> extra)
    implements SourceRecord {

  /** The highest {@link #priority()}: {@value}. */
  public static final int MAX_PRIORITY = 3;

  /**
   * Checks that key and state are there, and copies tags and extra values.
   *
   * @throws IllegalArgumentException if the priority is out of range
   */
  public Travel {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(state, "state");
    if (priority != null && (priority < 0 || priority > MAX_PRIORITY)) {
      throw new IllegalArgumentException(
          "priority must be 0 to " + MAX_PRIORITY + ", but is " + priority);
    }
    tags = tags == null ? null : List.copyOf(tags);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /**
   * Starts a travel in state {@link TravelState#NEW}.
   *
   * @param key the travel's key
   * @return a builder in which everything else is absent
   */
  public static Builder builder(LocalKey key) {
    return new Builder(key);
  }

  /**
   * Starts a travel from this one.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    Builder builder = new Builder(key);
    builder.title = title;
    builder.state = state;
    builder.customer = customer;
    builder.contact = contact;
    builder.expectedRevenue = expectedRevenue;
    builder.departure = departure;
    builder.returnDate = returnDate;
    builder.expectedClosing = expectedClosing;
    builder.description = description;
    builder.priority = priority;
    builder.tags = tags;
    builder.salesperson = salesperson;
    builder.team = team;
    builder.lostReason = lostReason;
    builder.odooId = odooId;
    builder.updatedAt = updatedAt;
    builder.extra.putAll(extra);
    return builder;
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
    private final Map<String, FieldValue> extra = new LinkedHashMap<>();

    private Builder(LocalKey key) {
      this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Sets {@link Travel#title()}.
     *
     * @param title the title
     * @return this builder
     */
    public Builder title(@Nullable String title) {
      this.title = title;
      return this;
    }

    /**
     * Sets {@link Travel#state()}.
     *
     * @param state the state
     * @return this builder
     */
    public Builder state(TravelState state) {
      this.state = Objects.requireNonNull(state, "state");
      return this;
    }

    /**
     * Sets {@link Travel#customer()}.
     *
     * @param customer key of a contact
     * @return this builder
     */
    public Builder customer(@Nullable LocalKey customer) {
      this.customer = customer;
      return this;
    }

    /**
     * Sets {@link Travel#contact()}.
     *
     * @param contact who asks for it
     * @return this builder
     */
    public Builder contact(@Nullable TravelContact contact) {
      this.contact = contact;
      return this;
    }

    /**
     * Sets {@link Travel#expectedRevenue()}.
     *
     * @param expectedRevenue expected turnover
     * @return this builder
     */
    public Builder expectedRevenue(@Nullable Money expectedRevenue) {
      this.expectedRevenue = expectedRevenue;
      return this;
    }

    /**
     * Sets {@link Travel#departure()}.
     *
     * @param departure first day
     * @return this builder
     */
    public Builder departure(@Nullable LocalDate departure) {
      this.departure = departure;
      return this;
    }

    /**
     * Sets {@link Travel#returnDate()}.
     *
     * @param returnDate last day
     * @return this builder
     */
    public Builder returnDate(@Nullable LocalDate returnDate) {
      this.returnDate = returnDate;
      return this;
    }

    /**
     * Sets {@link Travel#expectedClosing()}.
     *
     * @param expectedClosing day of the expected decision
     * @return this builder
     */
    public Builder expectedClosing(@Nullable LocalDate expectedClosing) {
      this.expectedClosing = expectedClosing;
      return this;
    }

    /**
     * Sets {@link Travel#description()}.
     *
     * @param description plain text
     * @return this builder
     */
    public Builder description(@Nullable String description) {
      this.description = description;
      return this;
    }

    /**
     * Sets {@link Travel#priority()}.
     *
     * @param priority 0 to 3
     * @return this builder
     */
    public Builder priority(@Nullable Integer priority) {
      this.priority = priority;
      return this;
    }

    /**
     * Sets {@link Travel#tags()}.
     *
     * @param tags names of tags
     * @return this builder
     */
    public Builder tags(@Nullable List<String> tags) {
      this.tags = tags;
      return this;
    }

    /**
     * Sets {@link Travel#salesperson()}.
     *
     * @param salesperson an internal user of Odoo
     * @return this builder
     */
    public Builder salesperson(@Nullable OdooReference salesperson) {
      this.salesperson = salesperson;
      return this;
    }

    /**
     * Sets {@link Travel#team()}.
     *
     * @param team a sales team of Odoo
     * @return this builder
     */
    public Builder team(@Nullable OdooReference team) {
      this.team = team;
      return this;
    }

    /**
     * Sets {@link Travel#lostReason()}.
     *
     * @param lostReason name of a lost reason
     * @return this builder
     */
    public Builder lostReason(@Nullable String lostReason) {
      this.lostReason = lostReason;
      return this;
    }

    /**
     * Sets {@link Travel#odooId()}.
     *
     * @param odooId database id in Odoo
     * @return this builder
     */
    public Builder odooId(@Nullable Long odooId) {
      this.odooId = odooId;
      return this;
    }

    /**
     * Sets {@link Travel#updatedAt()}.
     *
     * @param updatedAt when the host last changed the travel
     * @return this builder
     */
    public Builder updatedAt(@Nullable Instant updatedAt) {
      this.updatedAt = updatedAt;
      return this;
    }

    /**
     * Adds a value to {@link Travel#extra()}.
     *
     * @param field technical name of a field of {@code crm.lead}
     * @param value a value that {@link FieldValue#of} takes; {@code null} clears the field in Odoo
     * @return this builder
     * @throws IllegalArgumentException if {@link FieldValue#of} does not take the value
     */
    public Builder extra(String field, @Nullable Object value) {
      extra.put(Objects.requireNonNull(field, "field"), FieldValue.of(value));
      return this;
    }

    /**
     * Makes the travel.
     *
     * @return the travel
     * @throws IllegalArgumentException if the priority is out of range
     */
    public Travel build() {
      return new Travel(
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
          extra);
    }
  }
}
