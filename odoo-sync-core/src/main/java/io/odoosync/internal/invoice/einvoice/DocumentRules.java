package io.odoosync.internal.invoice.einvoice;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the document itself must have: number, dates, references, a currency. */
final class DocumentRules {

  private static final int NUMBER = 35;
  private static final Pattern NUMBERED = Pattern.compile("[A-Za-z0-9+\\-_/]*+");
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;
  private static final int DAYS = 60;
  private static final int DAYS_TO_MONTHS_END = 45;

  private DocumentRules() {}

  static void judge(EInvoice invoice, Verdict verdict) {
    number(invoice.document().number(), verdict);
    Document.Dates dates = invoice.document().dates();
    year("invoice date", dates.issued(), verdict);
    year("due date", dates.due(), verdict);
    year("delivery date", dates.delivered(), verdict);
    references(invoice, verdict);
    if (!invoice.document().creditNote()) {
      payment(invoice, verdict);
    }
    verdict.demand(
        !invoice.isFrenchBusiness() || invoice.document().currency().equals("EUR"),
        Rule.EURO_VAT,
        "it is in " + invoice.document().currency());
  }

  private static void number(String number, Verdict verdict) {
    verdict.demand(
        number.length() <= NUMBER,
        Rule.NUMBER_LENGTH,
        "the number has " + number.length() + " characters");
    verdict.demand(
        NUMBERED.matcher(number).matches(),
        Rule.NUMBER_CHARACTERS,
        "the number " + number + " has others");
  }

  private static void year(String what, @Nullable LocalDate day, Verdict verdict) {
    verdict.demand(
        day == null || (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR),
        Rule.YEAR,
        "the " + what + " is " + day);
  }

  private static void references(EInvoice invoice, Verdict verdict) {
    Document.References references = invoice.document().references();
    verdict.demand(
        !invoice.document().creditNote() || !invoice.isFrenchBusiness() || references.original(),
        Rule.ORIGINAL,
        "no posted invoice that it takes back is known");
    verdict.demand(
        !references.downPayment() || !references.deducts(),
        Rule.DEPOSIT_ONLY,
        "it asks for a down payment and deducts one");
  }

  private static void payment(EInvoice invoice, Verdict verdict) {
    Document.Dates dates = invoice.document().dates();
    LocalDate issued = dates.issued();
    LocalDate due = dates.due();
    verdict.demand(
        dates.decided() || !invoice.buyer().isBusiness(),
        Rule.DUE_DATE,
        "it has neither a due date nor a payment term");
    if (issued == null || due == null || !dates.decided()) {
      return;
    }
    verdict.demand(
        !due.isBefore(issued) || invoice.document().references().downPayment(),
        Rule.DUE_AFTER_ISSUE,
        "it is due on " + due + ", before its date, " + issued);
    verdict.demand(
        !invoice.isFrenchBusiness() || !due.isAfter(latest(issued)),
        Rule.PAYMENT_PERIOD,
        "it is due on " + due + ", " + latest(issued) + " is the last day");
  }

  /** The latest of 60 days, 45 days to the end of the month, and 45 days from that of its own. */
  private static LocalDate latest(LocalDate issued) {
    LocalDate end = issued.plusDays(DAYS_TO_MONTHS_END).with(TemporalAdjusters.lastDayOfMonth());
    LocalDate fromEnd =
        issued.with(TemporalAdjusters.lastDayOfMonth()).plusDays(DAYS_TO_MONTHS_END);
    LocalDate days = issued.plusDays(DAYS);
    LocalDate later = end.isAfter(fromEnd) ? end : fromEnd;
    return later.isAfter(days) ? later : days;
  }
}
