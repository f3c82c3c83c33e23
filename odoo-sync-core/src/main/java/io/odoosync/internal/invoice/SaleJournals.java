package io.odoosync.internal.invoice;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.internal.field.Problems;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sale journals of a company that are in use.
 *
 * @param named the journals in the order in which Odoo prefers them
 * @param defaultAccounts the income account of each journal that has one
 * @param currencies the currency of each journal that is kept in one of its own
 */
public record SaleJournals(
    NamedRecords named, Map<Long, Long> defaultAccounts, Map<Long, Long> currencies) {

  /** Copies the maps. */
  public SaleJournals {
    defaultAccounts = Map.copyOf(defaultAccounts);
    currencies = Map.copyOf(currencies);
  }

  /** The journal with a code. */
  Optional<NamedRecords.Named> withCode(String code, Problems problems) {
    return named.withCode(code, "journal", problems);
  }

  /**
   * The journal that Odoo takes by itself: the first that is kept in the currency, else the first.
   *
   * @param currency the currency's database id, or {@code null} if it is not known
   */
  Optional<NamedRecords.Named> usual(@Nullable Long currency, Problems problems) {
    if (named.all().isEmpty()) {
      problems.add(
          Failure.of(
              FailureCause.MISSING_IN_ODOO,
              "there are no " + named.what() + " in Odoo",
              "Add a sales journal in Odoo."));
    }
    return named.all().stream()
        .filter(journal -> currency != null && currency.equals(currencies.get(journal.id())))
        .findFirst()
        .or(() -> named.all().stream().findFirst());
  }

  Optional<Long> defaultAccount(long journal) {
    return Optional.ofNullable(defaultAccounts.get(journal));
  }
}
