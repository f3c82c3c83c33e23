package io.odoosync.internal.contact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.odoosync.FieldValue;
import io.odoosync.internal.field.Blanks;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.Problems;
import io.odoosync.internal.number.FrenchNumbers;
import io.odoosync.source.Contact;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a server keeps the number that a contact has in the register of companies. Each release has
 * its own place:
 *
 * <table>
 * <caption>Fields of res.partner by release</caption>
 * <tr><th>release</th><th>SIRET</th><th>SIREN</th><th>of another country</th></tr>
 * <tr><td>14, 15 with l10n_fr</td><td>siret</td><td>none</td><td>none</td></tr>
 * <tr><td>16 to 18</td><td>company_registry, and siret beside it with l10n_fr</td>
 *     <td>company_registry</td><td>company_registry</td></tr>
 * <tr><td>19</td><td>company_registry</td><td>company_registry</td><td>company_registry</td></tr>
 * <tr><td>20</td><td>l10n_fr_siret</td><td>l10n_fr_siren</td><td>additional_identifiers</td></tr>
 * </table>
 *
 * <p>The two of 20 are views of {@code additional_identifiers}, a json object by kind of number
 * ({@code FR_SIRET}, {@code FR_SIREN}, {@code OTHER}). Written as a whole it would lose the numbers
 * that people added, so it is given to new partners only.
 */
final class CompanyRegistry {

  static final String REGISTRY = "company_registry";

  static final String IDENTIFIERS = "additional_identifiers";

  private static final String FRENCH_SIRET = "l10n_fr_siret";
  private static final String FRENCH_SIREN = "l10n_fr_siren";
  private static final String SIRET = "siret";

  /** The fields that are kept in step, the one that tells most first. */
  static final List<String> FIELDS = List.of(FRENCH_SIRET, FRENCH_SIREN, REGISTRY, SIRET);

  private final ModelFields fields;

  CompanyRegistry(ModelFields fields) {
    this.fields = fields;
  }

  /** What a number is. */
  private enum Kind {
    NONE,
    SIRET,
    SIREN,
    OTHER
  }

  private static Kind kind(Contact contact) {
    String number = contact.companyRegistry();
    String plain = TaxNumber.plain(number);
    if (number == null || Blanks.isBlank(number)) {
      return Kind.NONE;
    } else if (isSiret(contact, plain)) {
      return Kind.SIRET;
    }
    boolean isSiren = plain.matches("[0-9]{9}") && NumberCheck.isFrench(contact);
    return isSiren ? Kind.SIREN : Kind.OTHER;
  }

  /** Of a contact of no country, 14 digits with both check digits are taken for one. */
  private static boolean isSiret(Contact contact, String plain) {
    String country = contact.address().countryCode();
    return plain.matches("[0-9]{14}")
        && (NumberCheck.isFrench(contact)
            || ((country == null || Blanks.isBlank(country)) && FrenchNumbers.isSiret(plain)));
  }

  /** What is kept in step; nothing at all if the host says nothing about the number. */
  FieldValues of(Contact contact, Problems problems) {
    FieldValues.Builder values = FieldValues.builder();
    if (contact.companyRegistry() == null) {
      return values.build();
    }
    FieldValue typed = problems.text("company registry", contact.companyRegistry());
    FieldValue digits = new FieldValue.Text(TaxNumber.plain(contact.companyRegistry()));
    switch (kind(contact)) {
      case NONE -> clear(values);
      case SIRET -> values.set(firstOf(FRENCH_SIRET, REGISTRY, SIRET), digits);
      case SIREN -> {
        values.set(firstOf(FRENCH_SIREN, REGISTRY), digits);
        if (fields.has(FRENCH_SIREN) && fields.has(FRENCH_SIRET)) {
          values.set(FRENCH_SIRET, FieldValue.nothing());
        }
      }
      case OTHER -> values.set(REGISTRY, typed);
    }
    return values.build();
  }

  private void clear(FieldValues.Builder values) {
    Set<String> french = fields.among(List.of(FRENCH_SIRET, FRENCH_SIREN));
    french.forEach(field -> values.set(field, FieldValue.nothing()));
    if (french.isEmpty()) {
      values.set(firstOf(REGISTRY, SIRET), FieldValue.nothing());
    }
  }

  /** The first that the server has; if it has none, the one that is missed most. */
  private String firstOf(String... names) {
    return List.of(names).stream().filter(fields::has).findFirst().orElse(REGISTRY);
  }

  /** What a new partner is given besides, and then left to Odoo's users. */
  FieldValues onCreate(Contact contact, FieldValues kept) {
    FieldValues.Builder values = FieldValues.builder();
    Kind kind = kind(contact);
    FieldValue number = kept.get(REGISTRY);
    if (number.isNothing()) {
      return values.build();
    } else if (kind == Kind.SIRET && fields.has(SIRET)) {
      values.set(SIRET, number);
    } else if (!fields.has(REGISTRY) && fields.has(IDENTIFIERS)) {
      values.set(IDENTIFIERS, identifiers(kind, number.text().orElse("")));
    }
    return values.build();
  }

  private static FieldValue identifiers(Kind kind, String number) {
    String name = kind == Kind.OTHER ? "OTHER" : "FR_" + kind;
    return new FieldValue.Text(JsonNodeFactory.instance.objectNode().put(name, number).toString());
  }

  /** The field that {@link #alongside} looks at, as far as the server has it. */
  Set<String> readAlong() {
    return fields.has(REGISTRY) ? fields.among(Set.of(REGISTRY, SIRET)) : Set.of();
  }

  /** The old place of a SIRET follows the new one, unless people have another number there. */
  FieldValues alongside(FieldValues mapped, FieldValues push, FieldValues odoo) {
    FieldValues.Builder more = FieldValues.builder();
    FieldValue old = odoo.get(SIRET);
    boolean follows =
        push.has(REGISTRY)
            && fields.has(SIRET)
            && !mapped.has(SIRET)
            && (old.isNothing() || old.equals(odoo.get(REGISTRY)));
    FieldValue number = push.get(REGISTRY);
    boolean isSiret = number.text().filter(FrenchNumbers::isSiret).isPresent();
    if (follows && !old.equals(isSiret ? number : FieldValue.nothing())) {
      more.set(SIRET, isSiret ? number : FieldValue.nothing());
    }
    return more.build();
  }

  /** The number among values of Odoo; {@code null} if there is no field of it among them. */
  static @Nullable String among(FieldValues pulled) {
    List<String> found = FIELDS.stream().filter(pulled::has).toList();
    return found.isEmpty()
        ? null
        : found.stream().flatMap(field -> pulled.get(field).text().stream()).findFirst().orElse("");
  }
}
