package io.odoosync.internal.invoice.einvoice;

/** What the numbers of a party must be, if it has them: company number and VAT number. */
final class NumberRules {

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
    if (!CompanyNumbers.isWellFormed(number)) {
      verdict.broken(Rule.CHECK_DIGITS, of(party, number) + " is neither a SIREN nor a SIRET");
    } else if (!CompanyNumbers.isRight(number)) {
      verdict.broken(Rule.CHECK_DIGITS, of(party, number) + " has wrong check digits");
    } else if (CompanyNumbers.isFrenchVat(party.vat())
        && !CompanyNumbers.siren(number).equals(CompanyNumbers.sirenOfVat(party.vat()))) {
      verdict.broken(
          Rule.NUMBERS_AGREE,
          of(party, number) + " and the VAT number " + party.vat() + " have different SIRENs");
    }
  }

  private static String of(Party party, String number) {
    return "the company number " + number + " of " + party.name();
  }

  private static void vat(Party party, Verdict verdict) {
    String vat = party.vat();
    String subject = "the VAT number " + vat + " of " + party.name();
    if (!hasPrefix(vat)) {
      verdict.broken(Rule.VAT_PREFIX, subject + " has no code of a country");
    } else if (vat.startsWith("FR") && !CompanyNumbers.isFrenchVat(vat)) {
      verdict.broken(Rule.VAT_PREFIX, subject + " is not FR, two characters and nine digits");
    } else if (vat.startsWith("FR") && !CompanyNumbers.hasRightKey(vat)) {
      verdict.broken(Rule.VAT_PREFIX, subject + " has a wrong key");
    } else if (isFrenchWithOther(party)) {
      verdict.broken(Rule.VAT_PREFIX, subject + ", which is in France, is of another country");
    }
  }

  private static boolean hasPrefix(String vat) {
    return vat.length() > 2
        && Character.isLetter(vat.charAt(0))
        && Character.isLetter(vat.charAt(1));
  }

  private static boolean isFrenchWithOther(Party party) {
    return party.address().country().equals("FR") && !party.vat().startsWith("FR");
  }
}
