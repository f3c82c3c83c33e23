package io.odoosync.conflict;

import io.odoosync.FieldValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A conflict and how it was decided. It names both values, so the loser's is never gone.
 *
 * @param conflict the conflict
 * @param winner whose value counts
 * @param value the value that both sides are to have, or {@code null} if it is left to a person
 * @param policy name of the policy that decided
 * @param reason why it is left to a person, else {@code null}
 */
public record ResolvedConflict(
    Conflict conflict,
    Winner winner,
    @Nullable FieldValue value,
    String policy,
    @Nullable String reason) {

  /** Checks that what must be known is known. */
  public ResolvedConflict {
    Objects.requireNonNull(conflict, "conflict");
    Objects.requireNonNull(winner, "winner");
    Objects.requireNonNull(policy, "policy");
  }

  /** One line for a log: field, both values, base, winner and policy. */
  @Override
  public String toString() {
    return conflict.field()
        + ": local "
        + conflict.local()
        + ", Odoo "
        + conflict.odoo()
        + ", before "
        + (conflict.base() == null ? "unknown" : conflict.base())
        + "; "
        + winner
        + (winner == Winner.MERGED ? " to " + value : "")
        + " by "
        + policy
        + (reason == null ? "" : ": " + reason);
  }
}
