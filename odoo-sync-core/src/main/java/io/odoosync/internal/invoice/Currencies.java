package io.odoosync.internal.invoice;

import io.odoosync.FieldValue;
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
      problems.add("currency '" + code + "' is none of Odoo's currencies");
      return FieldValue.nothing();
    }
    if (!currency.active()) {
      problems.add("currency '" + code + "' is not active in Odoo: activate it in its settings");
    }
    return new FieldValue.Reference(currency.id());
  }
}
