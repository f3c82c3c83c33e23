package io.odoosync.internal.invoice.einvoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice says beside its lines and sums; a text that is absent is empty.
 *
 * @param creditNote whether it is a credit note
 * @param number the number that the customer sees
 * @param currency ISO 4217 code
 * @param dates its dates
 * @param texts its texts
 * @param references what it refers to
 */
public record Document(
    boolean creditNote,
    String number,
    String currency,
    Dates dates,
    Texts texts,
    References references) {

  /**
   * The dates of an invoice.
   *
   * @param issued its own day; {@code null} if it is the day of posting
   * @param due the day by which to pay; the day of creation in a draft for which nobody decided it
   * @param delivered the day of delivery
   * @param decided whether somebody said when to pay: a day or a payment term
   */
  public record Dates(
      @Nullable LocalDate issued,
      @Nullable LocalDate due,
      @Nullable LocalDate delivered,
      boolean decided) {}

  /**
   * The texts of an invoice, plain.
   *
   * @param narration what the invoice itself says below its lines
   * @param company what the company says on all of them: terms, footer, details
   */
  public record Texts(String narration, String company) {}

  /**
   * What an invoice refers to.
   *
   * @param service the buyer's reference, for a public body its service code
   * @param order the buyer's order, for a public body its engagement number
   * @param original of a credit note: whether the invoice that it takes back is posted
   * @param downPayment whether it asks for a down payment
   * @param deducts whether it deducts down payments
   */
  public record References(
      String service, String order, boolean original, boolean downPayment, boolean deducts) {}
}
