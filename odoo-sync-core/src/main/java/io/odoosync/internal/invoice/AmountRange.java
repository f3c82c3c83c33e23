package io.odoosync.internal.invoice;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount, or all amounts between two that different ways of rounding arrive at. */
public record AmountRange(BigDecimal from, BigDecimal to) {

  /** Exactly this amount, or no range where there is none. */
  static @Nullable AmountRange exactly(@Nullable BigDecimal amount) {
    return amount == null ? null : new AmountRange(amount, amount);
  }

  /** From the smaller to the larger of two amounts. */
  static AmountRange between(BigDecimal one, BigDecimal other) {
    return new AmountRange(one.min(other), one.max(other));
  }

  AmountRange plus(AmountRange other) {
    return new AmountRange(from.add(other.from), to.add(other.to));
  }

  /** The smallest range that holds both. */
  AmountRange or(AmountRange other) {
    return new AmountRange(from.min(other.from), to.max(other.to));
  }

  /** How far an amount is from the nearest of the range; 0 if it lies in it. */
  BigDecimal distance(BigDecimal amount) {
    return from.subtract(amount).max(amount.subtract(to)).max(BigDecimal.ZERO);
  }

  /** {@code 12.30}, or {@code 12.30 to 12.31}. */
  @Override
  public String toString() {
    return from.compareTo(to) == 0
        ? from.toPlainString()
        : from.toPlainString() + " to " + to.toPlainString();
  }
}
