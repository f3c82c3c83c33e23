package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The numbers of a partner besides its VAT number, all in one field since 20; those of France can
 * be written and read as fields of their own, too. A SIRET brings its SIREN. Numbers that nobody
 * knows are left out.
 */
final class Identifiers {
  static final String FIELD = "additional_identifiers";

  private static final String SIRET = "FR_SIRET";
  private static final String SIREN = "FR_SIREN";
  private static final Map<String, String> OWN_FIELDS =
      Map.of("l10n_fr_siret", SIRET, "l10n_fr_siren", SIREN);
  private static final Map<String, String> EXAMPLES =
      Map.of(SIRET, "33417522101010", SIREN, "552008443");
  private static final List<String> OTHERS =
      List.of("BE_EN", "DE_HRN", "DUNS", "EAN_GLN", "FR_CTC", "GLN", "LEI", "OTHER");
  private static final int SIREN_DIGITS = 9;
  private static final int SIRET_DIGITS = 14;
  private static final String POST_OFFICE = "356000000";

  private Identifiers() {}

  /** Puts the fields of single numbers into the one field. */
  static void gather(Model partners, OptionalInt id, Map<String, Object> values) {
    boolean own = OWN_FIELDS.keySet().stream().anyMatch(values::containsKey);
    if (!partners.schema().has(FIELD) || !(own || values.containsKey(FIELD))) {
      return;
    }
    Object before = id.isPresent() ? partners.stored(id.getAsInt(), FIELD) : false;
    Map<String, Object> all = Python.map(values.getOrDefault(FIELD, before));
    OWN_FIELDS.forEach(
        (field, key) -> {
          if (values.containsKey(field)) {
            all.put(key, values.getOrDefault(field, false));
          }
        });
    values.keySet().removeAll(OWN_FIELDS.keySet());
    Map<String, Object> kept = checked(all);
    values.put(FIELD, kept.isEmpty() ? (Object) false : kept);
  }

  private static Map<String, Object> checked(Map<String, Object> all) {
    Map<String, Object> kept = new LinkedHashMap<>();
    all.forEach(
        (key, value) -> {
          if (Python.isTrue(value) && (EXAMPLES.containsKey(key) || OTHERS.contains(key))) {
            kept.put(key, checked(key, String.valueOf(value)));
          }
        });
    if (kept.get(SIRET) instanceof String siret) {
      kept.putIfAbsent(SIREN, siret.substring(0, SIREN_DIGITS));
    }
    return kept;
  }

  private static String checked(String key, String value) {
    String number = value.strip();
    if (!EXAMPLES.containsKey(key)) {
      return number;
    }
    number = number.replaceAll("[ .]", "");
    if (key.equals(SIRET) ? isSiret(number) : isSiren(number)) {
      return number;
    }
    throw OdooError.validation(
        "\nThe %s number [%s] does not seem to be valid.  \nNote: the expected format is %s"
            .formatted(key.substring(3), number, EXAMPLES.get(key)));
  }

  private static boolean isSiren(String number) {
    return number.matches("\\d{" + SIREN_DIGITS + "}") && hasCheckDigit(number);
  }

  /** The offices of the post have numbers of their own kind. */
  private static boolean isSiret(String number) {
    if (!number.matches("\\d{" + SIRET_DIGITS + "}")) {
      return false;
    }
    String siren = number.substring(0, SIREN_DIGITS);
    return siren.equals(POST_OFFICE)
        ? number.chars().map(Character::getNumericValue).sum() % 5 == 0
        : isSiren(siren) && hasCheckDigit(number);
  }

  /** Luhn's. */
  static boolean hasCheckDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.getNumericValue(digits.charAt(digits.length() - 1 - i));
      int counted = i % 2 == 0 ? digit : 2 * digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }

  /** The value of the field of a single number; nothing if it is no such field. */
  static Optional<Object> read(Model partners, int id, String field) {
    if (!OWN_FIELDS.containsKey(field) || !partners.schema().has(FIELD)) {
      return Optional.empty();
    }
    Map<String, Object> all = Python.map(partners.stored(id, FIELD));
    return Optional.of(all.getOrDefault(OWN_FIELDS.get(field), false));
  }
}
