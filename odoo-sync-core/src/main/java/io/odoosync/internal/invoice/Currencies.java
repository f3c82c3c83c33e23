package io.odoosync.internal.invoice;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.field.FieldValue;
import io.odoosync.internal.field.Problems;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Odoo's currencies by ISO code in capitals. */
public record Currencies(Map<String, OdooCurrency> byCode) {

  /**
   * A currency in Odoo.
   *
   * @param id its database id
   * @param active whether documents may use it
   * @param decimals decimals of its smallest unit
   */
  public record OdooCurrency(long id, boolean active, int decimals) {}

  /** Copies the currencies. */
  public Currencies {
    byCode = Map.copyOf(byCode);
  }

  /** The currency of an ISO code, whatever its case. */
  public Optional<OdooCurrency> find(String code) {
    return Optional.ofNullable(byCode.get(code.toUpperCase(Locale.ROOT)));
  }

  /** The currency's id; what is wrong goes to {@code problems}. */
  FieldValue find(String code, Problems problems) {
    OdooCurrency currency = byCode.get(code.toUpperCase(Locale.ROOT));
    if (currency == null) {
      problems.unresolved(
          "currency '" + code + "' is none of Odoo's currencies",
          "Give the currency's ISO code in the host, or add the currency in Odoo.");
      return new FieldValue.Absent();
    }
    if (!currency.active()) {
      problems.add(
          Failure.of(
              FailureCause.MISSING_IN_ODOO,
              "currency '" + code + "' is not active in Odoo",
              "Activate the currency in Odoo's settings."));
    }
    return new FieldValue.Reference(currency.id());
  }
}
