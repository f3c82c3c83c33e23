package io.odoosync.internal.contact;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.Matching;
import io.odoosync.internal.exchange.AllRecords;
import io.odoosync.internal.exchange.Halves;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.source.Contact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Looks for partners by one key, for all contacts of a batch. What Odoo can find is asked for by
 * value, in one call a batch; what it stores as people typed it is read once a run: all numbers,
 * and those addresses and references that are no plain ones.
 */
final class PartnerSearch {

  private static final String PARTNER = EntityType.CONTACT.model();

  private final OdooClient client;
  private final ModelFields fields;
  private final MatchValues values;
  private final Map<Matching.Key, List<KnownPartner>> asTyped = new EnumMap<>(Matching.Key.class);
  private final BiConsumer<LocalKey, KnownPartner> passedOver;
  private final Set<String> told = new HashSet<>();

  /**
   * Makes it for one run.
   *
   * @param passedOver hears, once each, of partners with a common value that a contact can't be,
   *     where Odoo does not keep who is an organisation
   */
  PartnerSearch(
      OdooClient client,
      ModelFields fields,
      MatchValues values,
      BiConsumer<LocalKey, KnownPartner> passedOver) {
    this.passedOver = passedOver;
    this.client = client;
    this.fields = fields;
    this.values = values;
  }

  /** The partners that have a value of this key in common with a contact, by contact. */
  Map<LocalKey, List<KnownPartner>> find(Matching.Key key, Collection<Contact> contacts) {
    Set<String> wanted = new TreeSet<>();
    contacts.forEach(contact -> wanted.addAll(MatchValues.of(key, contact)));
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Map<String, List<KnownPartner>> byValue = byValue(key, wanted);
    Map<LocalKey, List<KnownPartner>> found = new LinkedHashMap<>();
    for (Contact contact : contacts) {
      List<KnownPartner> partners =
          MatchValues.of(key, contact).stream()
              .flatMap(value -> byValue.getOrDefault(value, List.of()).stream())
              .filter(partner -> agree(key, contact, partner))
              .toList();
      if (!partners.isEmpty()) {
        found.put(contact.key(), partners);
      }
    }
    return found;
  }

  private boolean agree(Matching.Key key, Contact contact, KnownPartner partner) {
    boolean agree = values.agree(key, contact, partner);
    if (!agree && values.isKindFoundOut() && told.add(contact.key() + " " + partner.id())) {
      passedOver.accept(contact.key(), partner);
    }
    return agree;
  }

  private Map<String, List<KnownPartner>> byValue(Matching.Key key, Set<String> wanted) {
    Map<Long, KnownPartner> all = new LinkedHashMap<>();
    plain(key, wanted).forEach(partner -> all.put(partner.id(), partner));
    asTyped
        .computeIfAbsent(key, k -> read(typed(k)))
        .forEach(partner -> all.put(partner.id(), partner));
    Map<String, List<KnownPartner>> byValue = new HashMap<>();
    for (KnownPartner partner : all.values()) {
      for (String value : MatchValues.of(key, partner)) {
        byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(partner);
      }
    }
    return byValue;
  }

  private List<KnownPartner> plain(Matching.Key key, Set<String> wanted) {
    return switch (key) {
      case EMAIL -> read("email_normalized", wanted);
      case REFERENCE -> read("ref", wanted);
      case VAT, COMPANY_REGISTRY -> List.of();
    };
  }

  /** What a search by value does not find. */
  private Domain typed(Matching.Key key) {
    return switch (key) {
      case EMAIL -> typedAddress();
      case REFERENCE -> typedReference();
      case VAT -> Domain.field("vat").isNotEqualTo(false);
      case COMPANY_REGISTRY ->
          fields.among(KnownPartner.REGISTRIES).stream()
              .map(field -> Domain.field(field).isNotEqualTo(false))
              .reduce(Domain::or)
              .orElseGet(() -> Domain.field("id").isIn(List.of()));
    };
  }

  /** Of several addresses Odoo knows the first as the normalised one, or none. */
  private static Domain typedAddress() {
    return Domain.field("email_normalized")
        .isEqualTo(false)
        .and(Domain.field("email").isNotEqualTo(false))
        .or(Domain.field("email").equalsIgnoringCase("%@%@%"))
        .or(Spaces.unusualIn("email"));
  }

  private static Domain typedReference() {
    return Domain.field("ref")
        .equalsIgnoringCase(" %")
        .or(Domain.field("ref").equalsIgnoringCase("% "))
        .or(Domain.field("ref").equalsIgnoringCase("%  %"))
        .or(Spaces.unusualIn("ref"));
  }

  private List<KnownPartner> read(String field, Set<String> wanted) {
    return Halves.of(wanted, some -> read(Domain.field(field).isIn(some)));
  }

  private List<KnownPartner> read(Domain domain) {
    List<String> names = List.copyOf(values.partnerFields());
    return AllRecords.read(client, PARTNER, domain.and(OdooModel.alsoArchived()), names).stream()
        .map(KnownPartner::new)
        .toList();
  }
}
