package io.odoosync.internal.invoice.einvoice;

/**
 * A rule that an invoice keeps or breaks.
 *
 * <p>{@code BR-…} without {@code FR} and {@code DE} are of EN 16931 (as in its Schematron 1.3),
 * {@code BR-FR-…} of XP Z12-012 (as in its Schematron 1.4), {@code BR-DE-…} those of XRechnung that
 * Odoo's Factur-X asks for as well, {@code UBL-SR-…} of EN 16931's binding to UBL, {@code CPRO-…}
 * what Chorus Pro wants, {@code CGI-…} and {@code L441-…} of French law.
 */
public enum Rule {
  BUYER_NAME("BR-07", "the buyer has a name", "Give the customer a name."),
  SELLER_ADDRESS(
      "BR-08",
      "the seller has street, postcode and city",
      "Complete the company's address in Odoo, Settings → Companies."),
  SELLER_COUNTRY(
      "BR-09",
      "the seller has a country",
      "Enter the company's country in Odoo, Settings → Companies."),
  BUYER_ADDRESS(
      "BR-10",
      "a buyer that is a business or a public body has street, postcode and city",
      "Complete the customer's address."),
  BUYER_COUNTRY("BR-11", "the buyer has a country", "Enter the customer's country."),
  LINES("BR-16", "there is at least one line", "Give the invoice a line."),
  ITEM_NAME("BR-25", "each line says what it is for", "Give the line a description or a product."),
  DELIVERY_COUNTRY(
      "BR-57",
      "the delivery address has a country",
      "Enter the country of the customer's delivery address in Odoo."),
  LINE_VAT(
      "BR-CO-04",
      "each line has a VAT category: a tax that is a percentage, 0 % too",
      "Give each line a VAT tax; for what bears none, one of 0 % that says why."),
  ONE_VAT(
      "UBL-SR-48",
      "no line has two VAT taxes",
      "Leave the line one percentage, or split it into two lines."),
  VAT_PREFIX(
      "BR-CO-09",
      "a VAT number begins with the code of its country, and has that country's shape and digits",
      "Correct the VAT number; a French one is FR, a key of two characters, and the SIREN."),
  LINE_SUM(
      "BR-CO-10",
      "the lines sum up to the total without VAT",
      "Look at the lines in Odoo: one of them was changed or is missing."),
  VAT_SUM(
      "BR-CO-14",
      "the VAT of all rates sums up to the total VAT",
      "Look at the taxes below the lines in Odoo."),
  TOTAL("BR-CO-15", "without VAT and VAT sum up to the total", "Look at the totals in Odoo."),
  VAT_OF_RATE(
      "BR-CO-17",
      "the VAT of each rate is its base times the rate, but for rounding",
      "Look at the taxes below the lines in Odoo: an amount may have been changed by hand."),
  DUE_DATE(
      "BR-CO-25",
      "an invoice to a business says when to pay: a due date or a payment term",
      "Give the invoice a due date or a payment term, or the options a term for all."),
  SELLER_VAT(
      "BR-CO-26",
      "the seller has a VAT number",
      "Enter the company's VAT number in Odoo, Settings → Companies."),
  STANDARD_RATE("BR-S-05", "VAT of category S has a rate above 0", "Correct the tax in Odoo."),
  STANDARD_REASON(
      "BR-S-10",
      "VAT of category S or Z has no exemption reason",
      "Take the exemption reason off the tax in Odoo, or correct its category."),
  ZERO_RATE("BR-Z-05", "VAT of category Z has the rate 0", "Correct the tax in Odoo."),
  EXEMPT_RATE("BR-E-05", "VAT of category E has the rate 0", "Correct the tax in Odoo."),
  EXEMPT_REASON(
      "BR-E-10",
      "what is exempt says why: a reason on the tax, or the article in the invoice's text",
      "Set the exemption reason on the tax in Odoo, or name the article in the narration."),
  REVERSE_RATE("BR-AE-05", "reverse charge has the rate 0", "Correct the tax in Odoo."),
  REVERSE_BUYER(
      "BR-AE-02",
      "reverse charge needs the buyer's VAT number or company number",
      "Enter the customer's VAT number."),
  REVERSE_REASON(
      "BR-AE-10",
      "reverse charge says so",
      "Set the exemption reason of the tax to reverse charge in Odoo."),
  INTRA_RATE("BR-IC-05", "supply within the EU has the rate 0", "Correct the tax in Odoo."),
  INTRA_BUYER(
      "BR-IC-02",
      "supply within the EU without VAT needs the buyer's VAT number",
      "Enter the customer's VAT number, or take a tax that charges VAT."),
  EXPORT_RATE("BR-G-05", "export has the rate 0", "Correct the tax in Odoo."),
  OUTSIDE_RATE("BR-O-05", "what is outside VAT has no rate", "Correct the tax in Odoo."),
  OUTSIDE_SELLER(
      "BR-O-02",
      "a seller with a VAT number has nothing of category O",
      "Take category E with a reason for what bears no VAT."),
  OUTSIDE_ALONE(
      "BR-O-11",
      "what is outside VAT is on an invoice of its own",
      "Move the lines of category O to another invoice, or take category E with a reason."),
  CANARY_RATE(
      "BR-IG-05", "an invoice to the Canary Islands has a rate above 0", "Take a tax with a rate."),
  NUMBER_LENGTH(
      "BR-FR-01", "the number has at most 35 characters", "Shorten the invoice's number."),
  NUMBER_CHARACTERS(
      "BR-FR-02",
      "the number is of letters, digits, + - _ / only",
      "Correct the invoice's number; spaces are not allowed either."),
  YEAR("BR-FR-03", "dates are in the years 2000 to 2099", "Correct the date."),
  MENTIONS(
      "BR-FR-05",
      "an invoice to a business tells of late payment: penalties, 40 € for recovery, discount",
      "Add the sentences to the narration, or to the terms or the footer of the company in Odoo.",
      false),
  NUMBERS_AGREE(
      "BR-FR-09",
      "SIRET, SIREN and VAT number of a party are of one company",
      "Correct the company number or the VAT number."),
  SELLER_SIREN(
      "BR-FR-10",
      "the seller has a SIREN or SIRET",
      "Enter the company's SIRET in Odoo, Settings → Companies, Company ID."),
  BUYER_SIREN(
      "BR-FR-11",
      "a business in France has a SIREN or SIRET",
      "Enter the customer's SIRET or SIREN; a private person is no company in Odoo."),
  CATEGORY(
      "BR-FR-15",
      "the VAT category is one of S, E, AE, K, G, O, Z",
      "Set the category of the tax in Odoo."),
  SAME_CATEGORY(
      "BT-151",
      "Odoo exports the VAT category that the host says",
      "Set the category of the tax in Odoo.",
      false),
  RATE("BR-FR-16", "the VAT rate is one of France's", "Take one of France's rates."),
  CHECK_DIGITS(
      "BR-FR-32",
      "SIREN and SIRET have 9 and 14 digits and right check digits",
      "Correct the company number."),
  ORIGINAL(
      "BR-FR-CO-05",
      "a credit note to a business names an invoice that is posted",
      "Name the invoice that the credit note takes back, and have that one posted first."),
  DUE_AFTER_ISSUE(
      "BR-FR-CO-07",
      "the due date is not before the invoice's, but for a down payment",
      "Correct the due date or the invoice's date."),
  DEPOSIT_ONLY(
      "BR-FR-CO-08",
      "a down payment deducts no other one",
      "Deduct down payments from the final invoice."),
  EURO_VAT(
      "BR-FR-CO-12",
      "an invoice within France is in euro",
      "Issue it in euro; the VAT in euro is not exported with other currencies."),
  AMOUNT_DECIMALS(
      "BR-FR-DEC-01", "amounts have at most 2 decimals", "Issue it in a currency of 2 decimals."),
  QUANTITY_DECIMALS("BR-FR-DEC-02", "quantities have at most 4 decimals", "Round the quantity."),
  PRICE_DECIMALS("BR-FR-DEC-03", "unit prices have at most 6 decimals", "Round the price."),
  PUBLIC_SIRET(
      "CPRO-SIRET",
      "buyer and seller have a SIRET of 14 digits when the buyer is a public body",
      "Enter the SIRET, not the SIREN."),
  PUBLIC_REFERENCE(
      "CPRO-REFERENCE",
      "an invoice to a public body has a service code or an engagement number",
      "Ask the public body for its service code or its purchase order's number."),
  PUBLIC_LENGTH(
      "CPRO-LENGTH",
      "a service code has at most 100 characters, an engagement number 50",
      "Shorten the service code or the engagement number."),
  MARGIN_MENTION(
      "CGI-242-NONIES-A",
      "under the margin scheme the invoice says so: Régime particulier - Agences de voyages",
      "Add these words to the narration, or to the legal notes of the tax in Odoo."),
  PAYMENT_PERIOD(
      "L441-10",
      "a business in France pays within 60 days, or 45 days and the end of the month",
      "Shorten the payment period."),
  BANK_ACCOUNT(
      "BR-DE-1",
      "the company has a bank account to be paid on, where Odoo has an export",
      "Enter the company's bank account in Odoo."),
  SELLER_PHONE(
      "BR-DE-6",
      "the seller has a telephone number, where Odoo has an export",
      "Enter the company's telephone number in Odoo, Settings → Companies."),
  SELLER_EMAIL(
      "BR-DE-7",
      "the seller has an e-mail address, where Odoo has an export",
      "Enter the company's e-mail address in Odoo, Settings → Companies.");

  private final String id;
  private final String demand;
  private final String remedy;
  private final boolean binding;

  Rule(String id, String demand, String remedy) {
    this(id, demand, remedy, true);
  }

  Rule(String id, String demand, String remedy, boolean binding) {
    this.id = id;
    this.demand = demand;
    this.remedy = remedy;
    this.binding = binding;
  }

  /** How it is called where it comes from. */
  public String id() {
    return id;
  }

  /** What it demands. */
  public String demand() {
    return demand;
  }

  /** What to do about an invoice that breaks it. */
  public String remedy() {
    return remedy;
  }

  /** Whether an invoice that breaks it stays a draft; else it is only warned of. */
  public boolean isBinding() {
    return binding;
  }
}
