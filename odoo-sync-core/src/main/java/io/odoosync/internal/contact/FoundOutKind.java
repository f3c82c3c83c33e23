package io.odoosync.internal.contact;

import io.odoosync.Matching;
import io.odoosync.source.Contact;
import java.util.Optional;

/**
 * Whether a contact can be a partner of an Odoo that finds out by itself who is a company (19.1 and
 * later). All that it finds out is who has a VAT number: schools mostly have none, and freelancers
 * have. So what tells them apart is what a partner is to others, the numbers, and at last the name:
 * an e-mail address alone may be a school's or that of whoever works there. Pure.
 */
final class FoundOutKind {

  private FoundOutKind() {}

  static boolean fits(Matching.Key key, Contact contact, KnownPartner partner) {
    boolean contradicts =
        contact.organisation() ? partner.isContactOfAnother() : partner.hasContacts();
    if (contradicts || key != Matching.Key.EMAIL) {
      return !contradicts;
    }
    Optional<TaxNumber> own = TaxNumber.of(contact.vat());
    Optional<TaxNumber> other = partner.isCommercialEntity() ? partner.vat() : Optional.empty();
    if (own.isPresent() && other.isPresent()) {
      return own.get().number().equals(other.get().number());
    }
    return partner.isContactOfAnother() || isCalledAlike(contact, partner);
  }

  /** Why a partner with a common value is not the contact's. */
  static String passedOver(KnownPartner partner) {
    return "partner "
        + partner
        + " has a value in common with it, but seems to be somebody else: this Odoo does not keep"
        + " who is an organisation, so it is linked only with a partner of its name or VAT number";
  }

  /** Without a VAT number, a partner is a company only because somebody said so. */
  private static boolean isCalledAlike(Contact contact, KnownPartner partner) {
    boolean said = partner.isOrganisation() && partner.vat().isEmpty();
    if (contact.organisation()) {
      return said || PartnerNames.ofOneOrganisation(contact.name(), partner.name());
    }
    return !said && PartnerNames.ofOnePerson(contact.name(), partner.name());
  }
}
