package io.odoosync.internal.invoice.einvoice;

import io.odoosync.internal.number.FrenchNumbers;
import io.odoosync.internal.number.VatNumbers;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the numbers of a party must be, if it has them: company number and VAT number. */
final class NumberRules {

  private static final Pattern PREFIXED = Pattern.compile("[A-Z]{2}.+");

  private NumberRules() {}

  static void judge(Party party, Verdict verdict) {
    if (party.isFrench() && !party.registry().isEmpty()) {
      registry(party, verdict);
    }
    if (party.hasVat()) {
      vat(party, verdict);
    }
  }

  private static void registry(Party party, Verdict verdict) {
    String number = party.registry();
    String subject = "the company number " + number + " of " + party.name();
    Optional<String> fault = FrenchNumbers.fault(number);
    fault.ifPresent(words -> verdict.broken(Rule.CHECK_DIGITS, subject + " " + words));
    verdict.demand(
        fault.isPresent() || sirenOfVat(party).filter(siren -> !number.startsWith(siren)).isEmpty(),
        Rule.NUMBERS_AGREE,
        subject + " and its VAT number " + party.vat() + " have different SIRENs");
  }

  private static Optional<String> sirenOfVat(Party party) {
    return party.vat().startsWith("FR")
        ? FrenchNumbers.sirenOfVat(party.vat().substring(2))
        : Optional.empty();
  }

  private static void vat(Party party, Verdict verdict) {
    String vat = party.vat();
    String subject = "the VAT number " + vat + " of " + party.name();
    if (!PREFIXED.matcher(vat).matches()) {
      verdict.demand(!isEuropean(party), Rule.VAT_PREFIX, subject + " has no code of a country");
      return;
    }
    String country = vat.startsWith("EL") ? "GR" : vat.substring(0, 2);
    VatNumbers.fault(country, vat.substring(2))
        .ifPresent(words -> verdict.broken(Rule.VAT_PREFIX, subject + " " + words));
    verdict.demand(
        country.equals("FR") || !party.home().country().equals("FR"),
        Rule.VAT_PREFIX,
        subject + ", which is in France, is of another country");
  }

  /** Elsewhere such numbers have shapes of their own. */
  private static boolean isEuropean(Party party) {
    return party.home().isEuropean() || party.home().country().isEmpty();
  }
}
