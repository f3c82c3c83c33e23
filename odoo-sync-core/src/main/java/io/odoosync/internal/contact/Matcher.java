package io.odoosync.internal.contact;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.Matching;
import io.odoosync.internal.stage.OpenKind.Adoption;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.source.Contact;
import io.odoosync.store.SyncEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Chooses among the partners that Odoo has already the one that a contact without link is. Several
 * for one, one for several, and one that another contact was linked with are left to people; what
 * was created for another contact and what is Odoo's own is none.
 */
final class Matcher {

  private final RunContext run;
  private final Matching matching;
  private final PartnerSearch search;
  private final RepeatedValues repeated;
  private final OwnPartners own;

  Matcher(
      RunContext run,
      Matching matching,
      PartnerSearch search,
      RepeatedValues repeated,
      OwnPartners own) {
    this.run = run;
    this.matching = matching;
    this.search = search;
    this.repeated = repeated;
    this.own = own;
  }

  /** Looks for these contacts; those for which there is no partner have no match. */
  Map<LocalKey, Adoption> find(Collection<Contact> contacts) {
    Map<LocalKey, Map<Long, KnownPartner>> found = new LinkedHashMap<>();
    for (Matching.Key key : matching.keys()) {
      search
          .find(key, contacts)
          .forEach(
              (contact, partners) ->
                  partners.forEach(
                      partner ->
                          found
                              .computeIfAbsent(contact, c -> new LinkedHashMap<>())
                              .put(partner.id(), partner)));
    }
    removeOwn(found);
    Set<Long> ids = ids(found);
    Map<Long, LocalKey> holders =
        ids.isEmpty() ? Map.of() : run.links().holders(EntityType.CONTACT, ids);
    removeCreated(found, ids);
    return matches(contacts, found, holders);
  }

  private static Set<Long> ids(Map<LocalKey, Map<Long, KnownPartner>> found) {
    return found.values().stream()
        .flatMap(partners -> partners.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Nobody is linked with a company of Odoo's own or with an employee, whatever is the same. */
  private void removeOwn(Map<LocalKey, Map<Long, KnownPartner>> found) {
    Map<Long, String> words = own.among(ids(found));
    found.forEach(
        (contact, partners) -> {
          for (Map.Entry<Long, String> partner : words.entrySet()) {
            if (partners.remove(partner.getKey()) != null) {
              String message = "matches what it is never linked with: " + partner.getValue();
              run.log().warn(SyncEvent.RECORD_WARNING, EntityType.CONTACT, contact, message);
            }
          }
        });
    found.values().removeIf(Map::isEmpty);
  }

  /** Partners that were created for another contact are no doubles of this one. */
  private void removeCreated(Map<LocalKey, Map<Long, KnownPartner>> found, Set<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    String ours = run.settings().namespace() + ".";
    Set<Long> created = new TreeSet<>();
    run.client()
        .externalIds(EntityType.CONTACT.model(), ids)
        .forEach(
            (id, externalId) -> {
              if (externalId.startsWith(ours)) {
                created.add(id);
              }
            });
    found.values().forEach(partners -> partners.keySet().removeAll(created));
    found.values().removeIf(Map::isEmpty);
  }

  private Map<LocalKey, Adoption> matches(
      Collection<Contact> contacts,
      Map<LocalKey, Map<Long, KnownPartner>> found,
      Map<Long, LocalKey> holders) {
    Map<Long, Set<LocalKey>> claims = new HashMap<>();
    found.forEach(
        (contact, partners) ->
            partners
                .keySet()
                .forEach(id -> claims.computeIfAbsent(id, i -> new TreeSet<>()).add(contact)));
    Map<LocalKey, Adoption> matches = new LinkedHashMap<>();
    for (Contact contact : contacts) {
      Map<Long, KnownPartner> partners = found.get(contact.key());
      if (partners != null) {
        matches.put(contact.key(), match(contact, partners, holders, claims));
      }
    }
    return matches;
  }

  private Adoption match(
      Contact contact,
      Map<Long, KnownPartner> partners,
      Map<Long, LocalKey> holders,
      Map<Long, Set<LocalKey>> claims) {
    Map<Long, KnownPartner> free = new LinkedHashMap<>(partners);
    free.keySet().removeAll(holders.keySet());
    if (free.isEmpty()) {
      KnownPartner taken = partners.values().iterator().next();
      return none("partner " + taken + ", which it matches, belongs to " + holders.get(taken.id()));
    } else if (free.size() > 1) {
      return none("it matches several partners in Odoo: " + free.values());
    }
    KnownPartner partner = free.values().iterator().next();
    Set<LocalKey> claimants = claims.getOrDefault(partner.id(), Set.of());
    if (claimants.size() > 1) {
      return none("partner " + partner + " matches several contacts: " + claimants);
    } else if (isOneOfSeveral(contact, partner)) {
      return none(
          "partner " + partner + " matches several contacts of the source by the same value");
    }
    return new Adoption(partner.id(), "matches partner " + partner.id());
  }

  private static Adoption none(String why) {
    return new Adoption(null, why);
  }

  /** Whether another contact, maybe of another batch, leads to the partner as this one does. */
  private boolean isOneOfSeveral(Contact contact, KnownPartner partner) {
    for (Matching.Key key : matching.keys()) {
      Set<String> common = new TreeSet<>(MatchValues.of(key, contact));
      common.retainAll(MatchValues.of(key, partner));
      if (common.stream().anyMatch(value -> repeated.has(key, contact, value))) {
        return true;
      }
    }
    return false;
  }
}
