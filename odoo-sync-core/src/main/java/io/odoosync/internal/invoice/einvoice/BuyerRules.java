package io.odoosync.internal.invoice.einvoice;

/** What the buyer must have, depending on what it is: private person, business or public body. */
final class BuyerRules {

  private static final int SIRET = 14;
  private static final int SERVICE = 100;
  private static final int ORDER = 50;

  private BuyerRules() {}

  static void judge(EInvoice invoice, Verdict verdict) {
    Party buyer = invoice.buyer();
    verdict.demand(!buyer.name().isBlank(), Rule.BUYER_NAME, "the buyer's name is missing");
    verdict.demand(
        !buyer.address().country().isBlank(),
        Rule.BUYER_COUNTRY,
        "the country of " + buyer.name() + " is missing");
    verdict.demand(
        !buyer.isBusiness() || buyer.address().isComplete(),
        Rule.BUYER_ADDRESS,
        "the address of " + buyer.name() + " is incomplete");
    verdict.demand(
        invoice.delivery() == null
            || invoice.delivery().equals(buyer.address())
            || !invoice.delivery().country().isBlank(),
        Rule.DELIVERY_COUNTRY,
        "the delivery address has no country");
    verdict.demand(
        !invoice.isFrenchBusiness() || !buyer.registry().isEmpty(),
        Rule.BUYER_SIREN,
        "the SIREN of " + buyer.name() + " is missing");
    NumberRules.judge(buyer, verdict);
    if (buyer.isPublic()) {
      publicBody(invoice, verdict);
    }
  }

  private static void publicBody(EInvoice invoice, Verdict verdict) {
    Document.References references = invoice.document().references();
    siret(invoice.buyer(), verdict);
    if (invoice.seller().isFrench()) {
      siret(invoice.seller(), verdict);
    }
    verdict.demand(
        !references.service().isBlank() || !references.order().isBlank(),
        Rule.PUBLIC_REFERENCE,
        invoice.buyer().name()
            + " is a public body, and there is neither a service code nor an engagement number");
    verdict.demand(
        references.service().length() <= SERVICE && references.order().length() <= ORDER,
        Rule.PUBLIC_LENGTH,
        "the service code or the engagement number is too long");
  }

  private static void siret(Party party, Verdict verdict) {
    verdict.demand(
        party.registry().length() == SIRET,
        Rule.PUBLIC_SIRET,
        "the SIRET of "
            + party.name()
            + (party.registry().isEmpty()
                ? " is missing"
                : " is needed, but there is " + party.registry()));
  }
}
