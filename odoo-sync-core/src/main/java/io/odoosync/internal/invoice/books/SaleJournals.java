package io.odoosync.internal.invoice.books;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.NamedRecord;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.internal.field.Problems;
import java.util.List;
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
  public LookupResult withCode(String code) {
    return named.find(code);
  }

  /**
   * The journal that Odoo takes by itself: the first that is kept in the currency, else the first.
   *
   * @param currency the currency's database id, or {@code null} if it is not known
   */
  public Optional<Long> usual(@Nullable Long currency, Problems problems) {
    List<NamedRecord> journals = named.inUse();
    if (journals.isEmpty()) {
      problems.add(
          Failure.of(
              FailureCause.MISSING_IN_ODOO,
              "Odoo has no " + named.what(),
              "Add a sales journal in Odoo."));
    }
    return journals.stream()
        .filter(journal -> currency != null && currency.equals(currencies.get(journal.id())))
        .findFirst()
        .or(() -> journals.stream().findFirst())
        .map(NamedRecord::id);
  }

  public Optional<Long> defaultAccount(long journal) {
    return Optional.ofNullable(defaultAccounts.get(journal));
  }
}
