package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The VAT numbers of partners in a country, as the module {@code base_vat} keeps them: in one
 * spelling, and refused if their check digits are wrong. Here it knows those of France and Belgium;
 * of other countries it takes any.
 */
final class Vats {
  private static final String VAT = "vat";
  private static final String COUNTRY = "country_id";
  private static final Set<String> VOID = Set.of("", "/", "na", "NA");
  private static final Set<String> UNION =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "GR", "HR", "HU",
          "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI");
  private static final Map<String, String> EXAMPLES =
      Map.of("FR", "FR23334175221", "BE", "BE0477472701");

  private Vats() {}

  static boolean isVoid(Object vat) {
    return !(vat instanceof String text) || VOID.contains(text);
  }

  static void onCreate(Env env, Map<String, Object> values) {
    Object vat = values.getOrDefault(VAT, false);
    if (Python.isTrue(vat)) {
      values.put(VAT, checked(env, vat, values.getOrDefault(COUNTRY, false), values.get("name")));
    }
  }

  static void onWrite(Env env, List<Integer> ids, Map<String, Object> values) {
    if (!values.containsKey(VAT) && !values.containsKey(COUNTRY)) {
      return;
    }
    Model partners = env.superuser().model("res.partner");
    for (int id : ids) {
      Object vat = values.getOrDefault(VAT, partners.stored(id, VAT));
      Object country = values.getOrDefault(COUNTRY, partners.stored(id, COUNTRY));
      Object name = values.getOrDefault("name", partners.stored(id, "name"));
      Object kept = checked(env, vat, country, name);
      if (values.containsKey(VAT)) {
        values.put(VAT, kept);
      }
    }
  }

  private static Object checked(Env env, Object vat, Object country, Object name) {
    if (!(vat instanceof String text) || text.isEmpty() || !(country instanceof Integer id)) {
      return vat;
    }
    if (text.length() == 1) {
      return requireSlash(text);
    }
    String code = env.superuser().model("res.country").text(id, "code");
    return code.isEmpty() ? vat : spelled(env, text, code, name);
  }

  private static String requireSlash(String text) {
    if (!text.equals("/")) {
      throw OdooError.validation("To explicitly indicate no (valid) VAT, use '/' instead. ");
    }
    return text;
  }

  /** The prefix is kept as it came, or not there, and only inside the Union. */
  private static String spelled(Env env, String text, String country, Object name) {
    String start = text.substring(0, 2).toUpperCase(Locale.ROOT);
    boolean prefixed = UNION.contains(country) && UNION.contains(start);
    String code = prefixed ? start : country;
    String number = compact(code, prefixed ? text.substring(2) : text);
    if (!isValid(code, number)) {
      boolean whole = prefixed && !env.has(Fact.VAT_REFUSED_WITHOUT_PREFIX);
      throw refusal(env, code, whole ? code + number : number, name);
    }
    return prefixed ? code + number : number;
  }

  private static String compact(String code, String text) {
    if (!EXAMPLES.containsKey(code)) {
      return text.replace(" ", "");
    }
    String number = text.replaceAll("[ .-]", "").toUpperCase(Locale.ROOT);
    return number.startsWith(code) ? number.substring(2) : number;
  }

  private static boolean isValid(String code, String number) {
    return switch (code) {
      case "FR" -> number.matches("[0-9A-HJ-NP-Z]{2}\\d{9}") && isFrench(number);
      case "BE" -> number.matches("[01]?\\d{9}") && isBelgian(number);
      default -> true;
    };
  }

  private static boolean isFrench(String number) {
    String siren = number.substring(2);
    boolean known = siren.startsWith("000") || Identifiers.hasCheckDigit(siren);
    boolean digits = number.matches("\\d+");
    return known
        && (!digits || Long.parseLong(siren + "12") % 97 == Long.parseLong(number.substring(0, 2)));
  }

  private static boolean isBelgian(String number) {
    int end = number.length() - 2;
    return 97 - Long.parseLong(number.substring(0, end)) % 97
        == Long.parseLong(number.substring(end));
  }

  private static OdooError refusal(Env env, String code, String number, Object name) {
    String note =
        EXAMPLES.containsKey(code) ? "\nNote: the expected format is " + EXAMPLES.get(code) : "";
    String gap = env.has(Fact.VAT_REFUSED_WITHOUT_PREFIX) && !note.isEmpty() ? " " : "";
    return OdooError.validation(
        "\nThe VAT number [%s] for partner [%s] does not seem to be valid. %s%s"
            .formatted(number, name, gap, note));
  }
}
