package io.odoosync.report;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run exchanged with Odoo. Immutable, and equal to another that holds the same. */
public final class Traffic {

  /** How many methods {@link #methods()} lists. */
  public static final int MAX_METHODS = 10;

  /** Nothing was exchanged. */
  public static final Traffic NONE = builder().build();

  private final Parts parts;

  private Traffic(Parts parts) {
    this.parts = parts;
  }

  /** A record, so that nothing can be left out when they are compared. */
  private record Parts(
      long calls,
      long retries,
      long bytesSent,
      long bytesReceived,
      List<MethodCalls> methods,
      @Nullable BudgetUse budget) {}

  /**
   * Starts with no traffic.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts with this traffic.
   *
   * @return a builder in which everything is as it is here
   */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** {@return calls of model methods, each counted once however often it was tried} */
  public long calls() {
    return parts.calls;
  }

  /** {@return attempts beyond each call's first} */
  public long retries() {
    return parts.retries;
  }

  /** {@return the size of the requests' bodies} */
  public long bytesSent() {
    return parts.bytesSent;
  }

  /** {@return the size of the answers' bodies} */
  public long bytesReceived() {
    return parts.bytesReceived;
  }

  /**
   * {@return the methods that took most time, those that took longest in all first, {@value
   * #MAX_METHODS} at most; empty if nothing was called}
   */
  public List<MethodCalls> methods() {
    return parts.methods;
  }

  /** {@return what was used of the budget of calls; {@code null} if there is none} */
  public @Nullable BudgetUse budget() {
    return parts.budget;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Traffic traffic && parts.equals(traffic.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** One line for a log. */
  @Override
  public String toString() {
    return parts.calls
        + " calls, "
        + parts.retries
        + " retries, "
        + parts.bytesSent
        + " bytes sent, "
        + parts.bytesReceived
        + " bytes received"
        + (parts.budget == null ? "" : ", " + parts.budget);
  }

  /** Collects the parts of {@link Traffic}. Not safe for use by several threads. */
  public static final class Builder {
    private long calls;
    private long retries;
    private long bytesSent;
    private long bytesReceived;
    private List<MethodCalls> methods = List.of();
    private @Nullable BudgetUse budget;

    private Builder() {}

    private Builder(Parts parts) {
      calls = parts.calls;
      retries = parts.retries;
      bytesSent = parts.bytesSent;
      bytesReceived = parts.bytesReceived;
      methods = parts.methods;
      budget = parts.budget;
    }

    /** Sets {@link Traffic#calls()}, 0 or more. */
    public Builder calls(long calls) {
      this.calls = Counts.checked("calls", calls);
      return this;
    }

    /** Sets {@link Traffic#retries()}, 0 or more. */
    public Builder retries(long retries) {
      this.retries = Counts.checked("retries", retries);
      return this;
    }

    /** Sets {@link Traffic#bytesSent()}, 0 or more. */
    public Builder bytesSent(long bytesSent) {
      this.bytesSent = Counts.checked("bytesSent", bytesSent);
      return this;
    }

    /** Sets {@link Traffic#bytesReceived()}, 0 or more. */
    public Builder bytesReceived(long bytesReceived) {
      this.bytesReceived = Counts.checked("bytesReceived", bytesReceived);
      return this;
    }

    /** Sets {@link Traffic#methods()}: sorts them and drops those that took least time. */
    public Builder methods(List<MethodCalls> methods) {
      this.methods =
          methods.stream()
              .sorted(Comparator.comparing(MethodCalls::total).reversed())
              .limit(MAX_METHODS)
              .toList();
      return this;
    }

    /** Sets {@link Traffic#budget()}. */
    public Builder budget(@Nullable BudgetUse budget) {
      this.budget = budget;
      return this;
    }

    /**
     * Makes the traffic.
     *
     * @return the traffic
     */
    public Traffic build() {
      return new Traffic(new Parts(calls, retries, bytesSent, bytesReceived, methods, budget));
    }
  }
}
