package io.odoosync.plan;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sale journals of a company.
 *
 * @param named the journals in the order in which Odoo prefers them
 * @param defaultAccounts the income account of each journal that has one
 */
public record Journals(NamedRecords named, Map<Long, Long> defaultAccounts) {

  /** Copies the accounts. */
  public Journals {
    defaultAccounts = Map.copyOf(defaultAccounts);
  }

  /** The journal with a code, or without one the first. */
  Optional<NamedRecords.Named> find(@Nullable String code, Problems problems) {
    if (code != null) {
      return named.withCode(code, "journal", problems);
    }
    if (named.all().isEmpty()) {
      problems.add("there are no " + named.what() + " in Odoo");
    }
    return named.all().stream().findFirst();
  }

  Optional<Long> defaultAccount(long journal) {
    return Optional.ofNullable(defaultAccounts.get(journal));
  }
}
