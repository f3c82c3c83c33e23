package io.odoosync.source;

import io.odoosync.LocalKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an invoice stands in Odoo. Immutable, and equal to another status that holds the same.
 *
 * <p>A later Odoo may have states that this version does not know. They never throw: they are
 * {@link State#UNKNOWN} or {@link PaymentState#UNKNOWN}, and {@link #stateInOdoo()} or {@link
 * #paymentStateInOdoo()} has Odoo's word for them.
 */
public final class InvoiceStatus {

  private static final String NOTHING_SAID = ", transmission=NONE, transmissionSource=null";

  private final Parts parts;

  private InvoiceStatus(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when statuses are compared and printed. */
  private record Parts(
      LocalKey key,
      long odooId,
      String state,
      @Nullable String number,
      @Nullable LocalDate date,
      String paymentState,
      BigDecimal residual,
      @Nullable BigDecimal total,
      Set<Long> creditNotes,
      boolean changed,
      Transmission transmission,
      @Nullable String transmissionSource) {}

  /** How far an invoice has come; the first three are the same in Odoo 14 to 20. */
  public enum State {
    /** It may still be changed, and nobody owes anything. */
    DRAFT("draft"),
    /** It is in the books. */
    POSTED("posted"),
    /** It was cancelled. */
    CANCELLED("cancel"),
    /** Somebody deleted it: it is no longer in Odoo. The word is the sync's, not Odoo's. */
    DELETED("deleted"),
    /** A state that this version does not know; {@link #stateInOdoo()} has it. */
    UNKNOWN("");

    private final String inOdoo;

    State(String inOdoo) {
      this.inOdoo = inOdoo;
    }

    private static State of(String inOdoo) {
      return Stream.of(values())
          .filter(state -> state.inOdoo.equals(inOdoo))
          .findFirst()
          .orElse(UNKNOWN);
    }
  }

  /** How far an invoice is paid: the values of Odoo 14 to 20. */
  public enum PaymentState {
    /** Nothing is paid. */
    NOT_PAID("not_paid"),
    /** Paid, but the payment is not in the bank statement yet. */
    IN_PAYMENT("in_payment"),
    /** Paid. */
    PAID("paid"),
    /** Paid in part. */
    PARTIAL("partial"),
    /** Taken back by a credit note. */
    REVERSED("reversed"),
    /** Somebody marked it as not to be paid. From Odoo 18 on. */
    BLOCKED("blocked"),
    /** Paid before the app Accounting was installed, so how is not known. */
    INVOICING_LEGACY("invoicing_legacy"),
    /** A state that this version does not know; {@link #paymentStateInOdoo()} has it. */
    UNKNOWN("");

    private final String inOdoo;

    PaymentState(String inOdoo) {
      this.inOdoo = inOdoo;
    }

    private static PaymentState of(String inOdoo) {
      return Stream.of(values())
          .filter(state -> state.inOdoo.equals(inOdoo))
          .findFirst()
          .orElse(UNKNOWN);
    }
  }

  /**
   * What became of an invoice on its way to the customer, or to the platform that takes it there.
   * Which of these Odoo can tell depends on its release and apps.
   */
  public enum Transmission {
    /** It was not sent, or Odoo has no field that says so. */
    NONE,
    /** Odoo is going to send it, or is waiting to be told to. */
    WAITING,
    /** It was sent: printed or mailed, or handed to a platform. */
    SENT,
    /** The customer, or the tax office to which it was reported, accepted it. */
    ACCEPTED,
    /** The customer refused it. */
    REFUSED,
    /** It could not be sent, or the platform refused it. */
    FAILED,
    /** It was taken back after it had been sent. */
    CANCELLED,
    /** A state that this version does not know; {@link #transmissionSource()} has it. */
    UNKNOWN
  }

  /**
   * Starts a status.
   *
   * @param key the invoice
   * @param odooId its database id in Odoo
   * @return a builder; the states and what is left to pay must be set
   */
  public static Builder builder(LocalKey key, long odooId) {
    return new Builder(key, odooId);
  }

  /**
   * Starts a status from this one.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return the invoice} */
  public LocalKey key() {
    return parts.key;
  }

  /** {@return its database id in Odoo} */
  public long odooId() {
    return parts.odooId;
  }

  /** {@return how far it has come; {@link State#UNKNOWN} if a later Odoo says something new} */
  public State state() {
    return State.of(parts.state);
  }

  /** {@return {@link #state()} in Odoo's word, for example {@code posted}} */
  public String stateInOdoo() {
    return parts.state;
  }

  /** {@return the number that Odoo gave it; {@code null} before it was posted} */
  public @Nullable String number() {
    return parts.number;
  }

  /** {@return the accounting date} */
  public @Nullable LocalDate date() {
    return parts.date;
  }

  /**
   * {@return how far it is paid; {@link PaymentState#UNKNOWN} if a later Odoo says something new}
   */
  public PaymentState paymentState() {
    return PaymentState.of(parts.paymentState);
  }

  /** {@return {@link #paymentState()} in Odoo's word, for example {@code not_paid}} */
  public String paymentStateInOdoo() {
    return parts.paymentState;
  }

  /**
   * {@return what is left to pay, in the invoice's currency} Not the measure of being paid: some
   * releases have paid invoices whose residual is their whole amount.
   */
  public BigDecimal residual() {
    return parts.residual;
  }

  /**
   * {@return the total with taxes in Odoo, in the invoice's currency; {@code null} if it is not
   * known}
   */
  public @Nullable BigDecimal total() {
    return parts.total;
  }

  /**
   * {@return the database ids of the credit notes that Odoo has for it, drafts and the host's own
   * too; mostly none}
   */
  public Set<Long> creditNotes() {
    return parts.creditNotes;
  }

  /**
   * {@return whether it says something else in Odoo than when its totals were found to be the
   * host's: customer, currency, dates, amounts or lines} It is {@code false} again once somebody
   * has changed it back. How it is booked does not count.
   */
  public boolean changedInOdoo() {
    return parts.changed;
  }

  /**
   * {@return what became of it on its way to the customer; {@link Transmission#NONE} if Odoo does
   * not say}
   */
  public Transmission transmission() {
    return parts.transmission;
  }

  /**
   * {@return the field that says so and its value, for example {@code peppol_move_state=done};
   * {@code null} if there is none}
   */
  public @Nullable String transmissionSource() {
    return parts.transmissionSource;
  }

  /**
   * Whether Odoo has posted the invoice.
   *
   * @return {@code true} if its state is {@link State#POSTED}
   */
  public boolean isPosted() {
    return state() == State.POSTED;
  }

  /**
   * Whether Odoo expects no more money for it.
   *
   * @return {@code true} if it is {@link PaymentState#PAID} or was {@link PaymentState#REVERSED}
   */
  public boolean isSettled() {
    return paymentState() == PaymentState.PAID || paymentState() == PaymentState.REVERSED;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InvoiceStatus status && parts.equals(status.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** All that it holds, always in the same order; the states in Odoo's words. */
  @Override
  public String toString() {
    return Checked.named("InvoiceStatus", parts).replace(NOTHING_SAID, "");
  }

  /** Collects the parts of an {@link InvoiceStatus}. Not safe for use by several threads. */
  public static final class Builder {
    private final LocalKey key;
    private final long odooId;
    private @Nullable String state;
    private @Nullable String number;
    private @Nullable LocalDate date;
    private @Nullable String paymentState;
    private @Nullable BigDecimal residual;
    private @Nullable BigDecimal total;
    private Set<Long> creditNotes = Set.of();
    private boolean changedInOdoo;
    private Transmission transmission = Transmission.NONE;
    private @Nullable String transmissionSource;

    private Builder(LocalKey key, long odooId) {
      this.key = Objects.requireNonNull(key, "key");
      this.odooId = odooId;
    }

    private Builder(Parts parts) {
      this(parts.key, parts.odooId);
      state = parts.state;
      number = parts.number;
      date = parts.date;
      paymentState = parts.paymentState;
      residual = parts.residual;
      total = parts.total;
      creditNotes = parts.creditNotes;
      changedInOdoo = parts.changed;
      transmission = parts.transmission;
      transmissionSource = parts.transmissionSource;
    }

    /**
     * Sets {@link InvoiceStatus#state()}.
     *
     * @param state any but {@link State#UNKNOWN}, for which Odoo's word must be given
     * @return this builder
     * @throws IllegalArgumentException if it is unknown
     */
    public Builder state(State state) {
      return stateInOdoo(known("state", state, State.UNKNOWN).inOdoo);
    }

    /**
     * Sets {@link InvoiceStatus#stateInOdoo()}.
     *
     * @param state a value of {@code account.move.state}, also one that this version does not know
     * @return this builder
     */
    public Builder stateInOdoo(String state) {
      this.state = Objects.requireNonNull(state, "state");
      return this;
    }

    /** Sets {@link InvoiceStatus#number()}. */
    public Builder number(@Nullable String number) {
      this.number = number;
      return this;
    }

    /** Sets {@link InvoiceStatus#date()}. */
    public Builder date(@Nullable LocalDate date) {
      this.date = date;
      return this;
    }

    /**
     * Sets {@link InvoiceStatus#paymentState()}.
     *
     * @param paymentState any but {@link PaymentState#UNKNOWN}, for which Odoo's word must be given
     * @return this builder
     * @throws IllegalArgumentException if it is unknown
     */
    public Builder paymentState(PaymentState paymentState) {
      return paymentStateInOdoo(known("paymentState", paymentState, PaymentState.UNKNOWN).inOdoo);
    }

    /**
     * Sets {@link InvoiceStatus#paymentStateInOdoo()}.
     *
     * @param paymentState a value of {@code account.move.payment_state}, also one that this version
     *     does not know
     * @return this builder
     */
    public Builder paymentStateInOdoo(String paymentState) {
      this.paymentState = Objects.requireNonNull(paymentState, "paymentState");
      return this;
    }

    /** Sets {@link InvoiceStatus#residual()}; {@code 0.00} is the same as {@code 0}. */
    public Builder residual(BigDecimal residual) {
      this.residual = residual.stripTrailingZeros();
      return this;
    }

    /** Sets {@link InvoiceStatus#total()}; {@code 0.00} is the same as {@code 0}. */
    public Builder total(@Nullable BigDecimal total) {
      this.total = total == null ? null : total.stripTrailingZeros();
      return this;
    }

    /** Sets {@link InvoiceStatus#creditNotes()}; copied. Default: none. */
    public Builder creditNotes(Set<Long> creditNotes) {
      this.creditNotes = Collections.unmodifiableSet(new TreeSet<>(creditNotes));
      return this;
    }

    /** Sets {@link InvoiceStatus#changedInOdoo()}. Default: it was not. */
    public Builder changedInOdoo(boolean changedInOdoo) {
      this.changedInOdoo = changedInOdoo;
      return this;
    }

    /** Sets {@link InvoiceStatus#transmission()}. Default: {@link Transmission#NONE}. */
    public Builder transmission(Transmission transmission) {
      this.transmission = Objects.requireNonNull(transmission, "transmission");
      return this;
    }

    /** Sets {@link InvoiceStatus#transmissionSource()}. */
    public Builder transmissionSource(@Nullable String transmissionSource) {
      this.transmissionSource = transmissionSource;
      return this;
    }

    private static <E extends Enum<E>> E known(String name, E value, E unknown) {
      if (Objects.requireNonNull(value, name) == unknown) {
        throw new IllegalArgumentException(
            name + " must not be UNKNOWN: give Odoo's word to " + name + "InOdoo");
      }
      return value;
    }

    /**
     * Makes the status.
     *
     * @return the status
     * @throws IllegalArgumentException if a state or what is left to pay is not set
     */
    public InvoiceStatus build() {
      return new InvoiceStatus(
          new Parts(
              key,
              odooId,
              Checked.set("state", state),
              number,
              date,
              Checked.set("paymentState", paymentState),
              Checked.set("residual", residual),
              total,
              creditNotes,
              changedInOdoo,
              transmission,
              transmissionSource));
    }
  }
}
