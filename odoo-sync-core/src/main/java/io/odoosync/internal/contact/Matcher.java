package io.odoosync.internal.contact;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.Matching;
import io.odoosync.internal.exchange.AllRecords;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.stage.OpenKind.Adoption;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Links;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.Contact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for partners that Odoo has already of contacts without link. A few calls a batch: one for
 * all e-mail addresses, one for all references; the VAT numbers of all partners are read once a
 * run, since Odoo stores them as they were typed.
 */
final class Matcher {

  private static final String PARTNER = EntityType.CONTACT.model();
  private static final List<String> FIELDS =
      List.of(
          "name",
          "email_normalized",
          "vat",
          "ref",
          "is_company",
          "type",
          "parent_id",
          "commercial_partner_id");

  private final OdooClient client;
  private final Links links;
  private final Matching matching;
  private final String namespace;
  private @Nullable Map<String, List<Partner>> byVat;

  Matcher(RunContext run, Matching matching) {
    this.client = run.client();
    this.links = run.links();
    this.matching = matching;
    this.namespace = run.settings().namespace();
  }

  private record Partner(
      long id,
      String name,
      @Nullable String email,
      @Nullable String vat,
      @Nullable String reference,
      boolean organisation,
      boolean ownCommercialEntity,
      boolean address) {

    static Partner of(OdooRecord record) {
      boolean contact =
          record.reference("parent_id").isEmpty()
              || record.text("type").filter("contact"::equals).isPresent();
      return new Partner(
          record.id(),
          record.text("name").orElse(""),
          record.text("email_normalized").map(Matcher::lower).orElse(null),
          plainVat(record.text("vat").orElse(null)),
          record.text("ref").map(String::strip).orElse(null),
          record.flag("is_company"),
          record.reference("commercial_partner_id").filter(id -> id == record.id()).isPresent(),
          !contact);
    }

    @Override
    public String toString() {
      return "'" + name + "' (id " + id + ")";
    }
  }

  /** Looks for these contacts; those for which there is no partner have no match. */
  Map<LocalKey, Adoption> find(Collection<Contact> contacts) {
    Map<LocalKey, Map<Long, Partner>> found = new LinkedHashMap<>();
    for (Matching.Key key : matching.keys()) {
      candidates(key, contacts)
          .forEach(
              (contact, partners) -> {
                Map<Long, Partner> all = found.computeIfAbsent(contact, c -> new LinkedHashMap<>());
                partners.forEach(partner -> all.put(partner.id(), partner));
              });
    }
    Set<Long> foreign = belongingToOthers(found.values());
    found.values().forEach(partners -> partners.keySet().removeAll(foreign));
    found.values().removeIf(Map::isEmpty);
    return matches(found);
  }

  private static Map<LocalKey, Adoption> matches(Map<LocalKey, Map<Long, Partner>> found) {
    Map<Long, Set<LocalKey>> claims = new HashMap<>();
    found.forEach(
        (contact, partners) ->
            partners
                .keySet()
                .forEach(id -> claims.computeIfAbsent(id, i -> new TreeSet<>()).add(contact)));
    Map<LocalKey, Adoption> matches = new LinkedHashMap<>();
    found.forEach((contact, partners) -> matches.put(contact, match(partners, claims)));
    return matches;
  }

  private static Adoption match(Map<Long, Partner> partners, Map<Long, Set<LocalKey>> claims) {
    if (partners.size() > 1) {
      return new Adoption(null, "it matches several partners in Odoo: " + partners.values());
    }
    Partner partner = partners.values().iterator().next();
    Set<LocalKey> claimants = claims.getOrDefault(partner.id(), Set.of());
    return claimants.size() > 1
        ? new Adoption(null, "partner " + partner + " matches several contacts: " + claimants)
        : new Adoption(partner.id(), "matches partner " + partner.id());
  }

  /** Partners that are linked to a local record, or were created for one. */
  private Set<Long> belongingToOthers(Collection<Map<Long, Partner>> found) {
    Set<Long> ids =
        found.stream().flatMap(partners -> partners.keySet().stream()).collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return Set.of();
    }
    Set<Long> foreign = new HashSet<>(links.taken(EntityType.CONTACT, ids));
    client
        .externalIds(PARTNER, ids)
        .forEach(
            (id, externalId) -> {
              if (externalId.startsWith(namespace + ".")) {
                foreign.add(id);
              }
            });
    return foreign;
  }

  private Map<LocalKey, List<Partner>> candidates(Matching.Key key, Collection<Contact> contacts) {
    return switch (key) {
      case EMAIL ->
          searched("email_normalized", contacts, contact -> lower(contact.email()), Partner::email);
      case REFERENCE ->
          searched("ref", contacts, contact -> text(contact.reference()), Partner::reference);
      case VAT -> grouped(contacts, contact -> plainVat(contact.vat()), this::withVat);
    };
  }

  private Map<LocalKey, List<Partner>> searched(
      String field,
      Collection<Contact> contacts,
      Function<Contact, @Nullable String> wanted,
      Function<Partner, @Nullable String> had) {
    Set<String> values = new TreeSet<>();
    for (Contact contact : contacts) {
      String value = wanted.apply(contact);
      if (value != null) {
        values.add(value);
      }
    }
    if (values.isEmpty()) {
      return Map.of();
    }
    Map<String, List<Partner>> byValue = new HashMap<>();
    read(Domain.field(field).isIn(values))
        .forEach(
            partner -> {
              String value = had.apply(partner);
              if (value != null) {
                byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(partner);
              }
            });
    return grouped(contacts, wanted, value -> byValue.getOrDefault(value, List.of()));
  }

  private static Map<LocalKey, List<Partner>> grouped(
      Collection<Contact> contacts,
      Function<Contact, @Nullable String> wanted,
      Function<String, List<Partner>> partners) {
    Map<LocalKey, List<Partner>> grouped = new LinkedHashMap<>();
    for (Contact contact : contacts) {
      String value = wanted.apply(contact);
      if (value != null) {
        grouped.put(
            contact.key(),
            partners.apply(value).stream().filter(partner -> fits(contact, partner)).toList());
      }
    }
    return grouped;
  }

  private static boolean fits(Contact contact, Partner partner) {
    return contact.organisation() == partner.organisation() && !partner.address();
  }

  private List<Partner> withVat(String vat) {
    if (byVat == null) {
      byVat =
          read(Domain.field("vat").isNotEqualTo(false)).stream()
              .filter(partner -> partner.vat() != null && partner.ownCommercialEntity())
              .collect(Collectors.groupingBy(partner -> String.valueOf(partner.vat())));
    }
    return byVat.getOrDefault(vat, List.of());
  }

  private List<Partner> read(Domain domain) {
    return AllRecords.read(client, PARTNER, domain.and(OdooModel.alsoArchived()), FIELDS).stream()
        .map(Partner::of)
        .toList();
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static @Nullable String lower(@Nullable String value) {
    String text = text(value);
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String plainVat(@Nullable String value) {
    String text = value == null ? "" : value.replaceAll("[^\\p{Alnum}]", "");
    return text.isEmpty() ? null : text.toUpperCase(Locale.ROOT);
  }
}
