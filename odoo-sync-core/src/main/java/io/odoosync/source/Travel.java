package io.odoosync.source;

import io.odoosync.LocalKey;
import java.time.LocalDate;
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
 * @param expectedRevenue expected turnover, in the currency of the Odoo company
 * @param departure first day of the travel; written at the head of the lead's description
 * @param returnDate last day of the travel; written at the head of the lead's description
 * @param expectedClosing day by which the customer is expected to decide ({@code date_deadline} in
 *     Odoo)
 * @param description plain text for salespeople
 * @param odooId see {@link SourceRecord#odooId()}
 */
public record Travel(
    LocalKey key,
    @Nullable String title,
    TravelState state,
    @Nullable LocalKey customer,
    @Nullable Money expectedRevenue,
    @Nullable LocalDate departure,
    @Nullable LocalDate returnDate,
    @Nullable LocalDate expectedClosing,
    @Nullable String description,
    @Nullable Long odooId)
    implements SourceRecord {

  /** Checks that key and state are there. */
  public Travel {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(state, "state");
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

  /** Collects the parts of a {@link Travel}. Not safe for use by several threads. */
  public static final class Builder {
    private final LocalKey key;
    private @Nullable String title;
    private TravelState state = TravelState.NEW;
    private @Nullable LocalKey customer;
    private @Nullable Money expectedRevenue;
    private @Nullable LocalDate departure;
    private @Nullable LocalDate returnDate;
    private @Nullable LocalDate expectedClosing;
    private @Nullable String description;
    private @Nullable Long odooId;

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
     * Makes the travel.
     *
     * @return the travel
     */
    public Travel build() {
      return new Travel(
          key,
          title,
          state,
          customer,
          expectedRevenue,
          departure,
          returnDate,
          expectedClosing,
          description,
          odooId);
    }
  }
}
