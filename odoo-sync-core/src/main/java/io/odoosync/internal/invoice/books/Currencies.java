package io.odoosync.internal.invoice.books;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldValue;
import io.odoosync.internal.exchange.AllRecords;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.field.NamedRecord;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.internal.field.Problems;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Odoo's currencies by ISO code. Those that are not in use have their decimals all the same. */
public final class Currencies {

  private static final String CODE_ADVICE =
      "Give the currency's ISO code in the host, or add the currency in Odoo.";

  private static final NamedModel CURRENCY =
      NamedModel.of("active currency", "res.currency", "code", "name")
          .whateverTheCase()
          .reading(List.of("active", "decimal_places"));

  private final Map<Long, OdooCurrency> byId = new HashMap<>();
  private final NamedRecords active;
  private final NamedRecords inactive;

  /**
   * A currency in Odoo.
   *
   * @param id its database id
   * @param active whether documents may use it
   * @param decimals decimals of its smallest unit
   */
  public record OdooCurrency(long id, boolean active, int decimals) {}

  public Currencies(Map<String, OdooCurrency> byCode) {
    byCode.values().forEach(currency -> byId.put(currency.id(), currency));
    this.active = named(byCode, OdooCurrency::active);
    this.inactive = named(byCode, currency -> !currency.active());
  }

  private static NamedRecords named(
      Map<String, OdooCurrency> byCode, Predicate<OdooCurrency> condition) {
    return NamedRecords.all(
        CURRENCY,
        new TreeMap<>(byCode)
            .entrySet().stream()
                .filter(currency -> condition.test(currency.getValue()))
                .map(
                    currency ->
                        new NamedRecord(
                            currency.getValue().id(),
                            List.of(currency.getKey()),
                            currency.getKey()))
                .toList());
  }

  public static Currencies read(OdooClient client) {
    Map<String, OdooCurrency> byCode = new HashMap<>();
    for (OdooRecord currency :
        AllRecords.read(client, CURRENCY.model(), OdooModel.alsoArchived(), CURRENCY.fields())) {
      byCode.put(
          currency.text("name").orElse(""),
          new OdooCurrency(
              currency.id(),
              currency.flag("active"),
              currency.number("decimal_places").map(BigDecimal::intValue).orElse(2)));
    }
    return new Currencies(byCode);
  }

  /** The currency of an ISO code. */
  public Optional<OdooCurrency> find(String code) {
    return active.find(code).id().or(() -> inactive.find(code).id()).map(byId::get);
  }

  /** The currency's id; what is wrong goes to {@code problems}. */
  public FieldValue find(String code, Problems problems) {
    LookupResult result = active.find(code);
    if (result.id().isEmpty() && inactive.find(code).id().isPresent()) {
      problems.add(
          Failure.of(
              FailureCause.MISSING_IN_ODOO,
              "currency '" + code + "' is not active in Odoo",
              "Activate the currency in Odoo's settings."));
      return FieldValue.nothing();
    }
    return FieldValue.referenceTo(result.orProblem("", CODE_ADVICE, problems).orElse(null));
  }
}
