package io.odoosync.internal.invoice.einvoice;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an invoice must say in words: why there is no VAT, the margin scheme, late payment. */
final class TextRules {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  private static final Pattern REASON =
      Pattern.compile(
          "exon|exempt|non applicable|franchise|autoliquid|reverse charge|hors champ"
              + "|regime particulier|\\bart(icle)?\\b|\\bcgi\\b|directive|vatex");

  private static final Pattern MARGIN =
      Pattern.compile("\\bmarge\\b|margin scheme|agences? de voyage|travel agent");

  private static final Pattern MARGIN_WORDS =
      Pattern.compile("regime particulier\\W{1,5}agences? de voyages?|margin scheme\\W{1,5}travel");

  private static final Pattern PENALTIES = Pattern.compile("penalite|interets? de retard");
  private static final Pattern RECOVERY = Pattern.compile("recouvrement");
  private static final Pattern DISCOUNT = Pattern.compile("escompte");

  private TextRules() {}

  static void judge(EInvoice invoice, Verdict verdict) {
    for (Line line : invoice.lines()) {
      for (Vat vat : line.vats()) {
        exemption(invoice, line, vat, verdict);
      }
    }
    if (invoice.isFrenchBusiness() && !invoice.document().creditNote()) {
      mentions(plain(invoice.words()), verdict);
    }
  }

  private static void exemption(EInvoice invoice, Line line, Vat vat, Verdict verdict) {
    String words = plain(vat.notes() + "\n" + line.said().reason() + "\n" + invoice.words());
    if (MARGIN.matcher(plain(vat.name() + "\n" + vat.label()) + "\n" + words).find()) {
      verdict.demand(
          MARGIN_WORDS.matcher(words).find(),
          Rule.MARGIN_MENTION,
          vat.name() + " is the margin scheme, and the invoice does not say so");
    } else if (isExempt(invoice, line, vat)) {
      verdict.demand(
          !vat.reason().isEmpty()
              || !line.said().reason().isBlank()
              || REASON.matcher(words).find(),
          Rule.EXEMPT_REASON,
          vat.name() + " is exempt, and nothing says why");
    }
  }

  private static boolean isExempt(EInvoice invoice, Line line, Vat vat) {
    return line.said().category().equals("E")
        || vat.exported(invoice.seller(), invoice.buyer()).equals("E");
  }

  private static void mentions(String said, Verdict verdict) {
    mention(PENALTIES, said, "penalties for late payment (PMD)", verdict);
    mention(RECOVERY, said, "the 40 € for recovery (PMT)", verdict);
    mention(DISCOUNT, said, "a discount for early payment, or that there is none (AAB)", verdict);
  }

  private static void mention(Pattern words, String said, String what, Verdict verdict) {
    verdict.demand(words.matcher(said).find(), Rule.MENTIONS, "nothing is said of " + what);
  }

  /** Without accents and capital letters. */
  private static String plain(String text) {
    return ACCENTS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
