package io.odoosync.internal.contact;

import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.NamedRecord;
import io.odoosync.internal.field.NamedRecords;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Odoo's countries, by the codes that hosts use for them. */
final class CountryCodes {

  private static final Map<String, String> ALIASES = aliases();

  private final NamedRecords countries;

  CountryCodes(NamedRecords countries) {
    this.countries = countries;
  }

  /** The ISO codes of three letters, and what VAT numbers and people say for two countries. */
  private static Map<String, String> aliases() {
    Map<String, String> aliases = new HashMap<>();
    Arrays.stream(Locale.getISOCountries())
        .forEach(
            code ->
                aliases.put(new Locale.Builder().setRegion(code).build().getISO3Country(), code));
    aliases.put("UK", "GB");
    aliases.put("EL", "GR");
    return Map.copyOf(aliases);
  }

  /** The country with a code; an alias counts where Odoo has none with the code itself. */
  LookupResult find(String code) {
    LookupResult found = countries.find(code);
    String alias = ALIASES.get(code.strip().toUpperCase(Locale.ROOT));
    if (alias == null || !(found instanceof LookupResult.Unknown)) {
      return found;
    }
    LookupResult meant = countries.find(alias);
    return meant instanceof LookupResult.Unique ? meant : found;
  }

  /** The code of a country in capitals, empty if it has none. */
  Optional<String> codeOf(long country) {
    return countries.withId(country).map(NamedRecord::code).map(CountryCodes::inCapitals);
  }

  private static String inCapitals(String code) {
    return code.toUpperCase(Locale.ROOT);
  }
}
