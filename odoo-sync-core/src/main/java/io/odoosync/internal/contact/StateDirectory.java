package io.odoosync.internal.contact;

import io.odoosync.OdooReference;
import io.odoosync.internal.exchange.NameDirectory;
import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads states from Odoo when they are needed: those of a country in one call. Odoo's codes are
 * those of ISO 3166-2, in some countries with the country's own before them, in others without.
 */
final class StateDirectory implements States {

  private static final String MODEL = "res.country.state";

  private final OdooClient client;
  private final Map<Long, NameDirectory> byCountry = new HashMap<>();
  private final Map<Long, Optional<OdooRecord>> byId = new HashMap<>();

  StateDirectory(OdooClient client) {
    this.client = client;
  }

  @Override
  public LookupResult find(long country, String countryCode, String text) {
    NameDirectory states =
        byCountry.computeIfAbsent(country, id -> new NameDirectory(client, of(id, countryCode)));
    List<OdooReference> spellings =
        List.of(OdooReference.name(text), OdooReference.name(otherSpelling(text, countryCode)));
    states.prepare(spellings);
    return states.known().first(spellings);
  }

  private static NamedModel of(long country, String countryCode) {
    return NamedModel.of("state of " + countryCode, MODEL, "code or name", "code", "name")
        .whateverTheCase()
        .where(Domain.field("country_id").isEqualTo(country))
        .orderedBy("code");
  }

  private static String otherSpelling(String text, String countryCode) {
    String code = text.strip();
    String prefix = countryCode + "-";
    boolean prefixed = code.toUpperCase(Locale.ROOT).startsWith(prefix);
    return prefixed && code.length() > prefix.length()
        ? code.substring(prefix.length())
        : prefix + code;
  }

  @Override
  public Optional<Long> countryOf(long state) {
    return read(state).flatMap(record -> record.reference("country_id"));
  }

  @Override
  public Optional<String> codeOf(long state) {
    return read(state).flatMap(record -> record.text("code"));
  }

  private Optional<OdooRecord> read(long state) {
    return byId.computeIfAbsent(
        state,
        id -> client.read(MODEL, List.of(id), List.of("code", "country_id")).stream().findFirst());
  }
}
