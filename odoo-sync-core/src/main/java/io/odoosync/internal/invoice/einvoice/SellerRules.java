package io.odoosync.internal.invoice.einvoice;

/** What the seller must have: identifiers, an address, and what Odoo's export asks for. */
final class SellerRules {

  private SellerRules() {}

  static void judge(EInvoice invoice, Verdict verdict) {
    Party seller = invoice.seller();
    verdict.demand(
        !seller.address().country().isBlank(),
        Rule.SELLER_COUNTRY,
        "the country of " + seller.name() + " is missing");
    verdict.demand(
        seller.address().isComplete(),
        Rule.SELLER_ADDRESS,
        "the address of " + seller.name() + " is incomplete");
    verdict.demand(
        seller.hasVat(), Rule.SELLER_VAT, "the VAT number of " + seller.name() + " is missing");
    verdict.demand(
        !seller.isFrench() || !seller.registry().isEmpty(),
        Rule.SELLER_SIREN,
        "the SIRET of " + seller.name() + " is missing");
    NumberRules.judge(seller, verdict);
    if (invoice.export().intended()) {
      reach(invoice, verdict);
    }
  }

  private static void reach(EInvoice invoice, Verdict verdict) {
    Party seller = invoice.seller();
    verdict.demand(
        !seller.reach().phone().isBlank(),
        Rule.SELLER_PHONE,
        "the telephone number of " + seller.name() + " is missing");
    verdict.demand(
        !seller.reach().email().isBlank(),
        Rule.SELLER_EMAIL,
        "the e-mail address of " + seller.name() + " is missing");
    verdict.demand(
        invoice.document().creditNote() || invoice.export().bankAccount(),
        Rule.BANK_ACCOUNT,
        "no bank account of " + seller.name() + " is on it");
  }
}
