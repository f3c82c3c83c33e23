package io.odoosync.store;

import io.odoosync.FieldValue;
import io.odoosync.conflict.ResolvedConflict;
import io.odoosync.conflict.Winner;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field that both sides had changed, as {@code sync_logs} keeps it: every value whole, so that
 * the one that lost can be put back. Values are texts: a text as it is, html with its markup, a
 * number, a date, a record's database id as {@link FieldValue} prints it; no value is an empty
 * text. Without NUL, which databases refuse.
 *
 * @param field technical name of the field in Odoo
 * @param local what the host had
 * @param odoo what Odoo had
 * @param base what both had agreed on before; {@code null} if that is not known
 * @param winner whose value counts
 * @param result the value that both sides are to have; {@code null} if it is left to a person
 * @param policy name of the policy that decided
 * @param reason why it is left to a person, else {@code null}
 */
public record FieldConflict(
    String field,
    String local,
    String odoo,
    @Nullable String base,
    Winner winner,
    @Nullable String result,
    String policy,
    @Nullable String reason) {

  /** Checks the parts and replaces what can't be stored. */
  public FieldConflict {
    field = storable(field);
    local = storable(local);
    odoo = storable(odoo);
    base = base == null ? null : storable(base);
    Objects.requireNonNull(winner, "winner");
    result = result == null ? null : storable(result);
    policy = storable(policy);
    reason = reason == null ? null : storable(reason);
  }

  /**
   * Takes over a conflict of a run.
   *
   * @param resolved the conflict and its winner
   * @return the same as texts
   */
  public static FieldConflict of(ResolvedConflict resolved) {
    return new FieldConflict(
        resolved.conflict().field(),
        text(resolved.conflict().local()),
        text(resolved.conflict().odoo()),
        Optional.ofNullable(resolved.conflict().base()).map(FieldConflict::text).orElse(null),
        resolved.winner(),
        Optional.ofNullable(resolved.value()).map(FieldConflict::text).orElse(null),
        resolved.policy(),
        resolved.reason());
  }

  /**
   * Whether a value of one side is overwritten.
   *
   * @return {@code false} if the conflict is left to a person
   */
  public boolean overwrites() {
    return winner != Winner.MANUAL;
  }

  private static String text(FieldValue value) {
    return value instanceof FieldValue.Nothing ? "" : value.text().orElseGet(value::toString);
  }

  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
