package io.odoosync.internal.contact;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.Customers;
import io.odoosync.internal.stage.SourceLookup;
import io.odoosync.internal.stage.Stage;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.state.PlanDraft;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.Link;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the partners of the customers that a batch names. A customer that is not in Odoo yet is
 * asked from the contact source and synced first, unless it was tried in this run already.
 */
public final class CustomerResolver {

  private final Links links;
  private final @Nullable ContactSource source;
  private final @Nullable Stage<Contact> stage;
  private final Map<LocalKey, String> failed;

  /**
   * Makes a resolver.
   *
   * @param source where to ask for customers; {@code null} if the host has no contacts
   * @param stage syncs customers on demand; {@code null} with {@code source}
   * @param failures the contacts that were tried in vain
   */
  public CustomerResolver(
      Links links,
      @Nullable ContactSource source,
      @Nullable Stage<Contact> stage,
      ContactFailures failures) {
    this.links = links;
    this.source = source;
    this.stage = stage;
    this.failed = failures.reasons();
  }

  public Customers resolve(Collection<LocalKey> keys) {
    if (keys.isEmpty()) {
      return Customers.NONE;
    }
    Map<LocalKey, Long> partners = linked(keys);
    Set<LocalKey> missing = new TreeSet<>(keys);
    missing.removeAll(partners.keySet());
    missing.removeAll(failed.keySet());
    if (!missing.isEmpty() && source != null && stage != null) {
      stage.process(find(source, missing));
      partners.putAll(linked(missing));
    }
    return new Customers(partners, among(keys, failed));
  }

  /** As {@link #resolve}, but customers that are not in Odoo yet are only planned. */
  public Customers plan(Collection<LocalKey> keys, PlanDraft draft) {
    Map<LocalKey, Long> partners = linked(keys);
    Set<LocalKey> missing = new TreeSet<>(keys);
    missing.removeAll(partners.keySet());
    missing.removeAll(draft.newContacts());
    missing.removeAll(draft.contactsNotDone().keySet());
    if (!missing.isEmpty() && source != null && stage != null) {
      stage.plan(find(source, missing), draft);
      partners.putAll(linked(missing));
    }
    Set<LocalKey> planned = new TreeSet<>(keys);
    planned.retainAll(draft.newContacts());
    return new Customers(partners, among(keys, draft.contactsNotDone()), planned);
  }

  private static Map<LocalKey, String> among(
      Collection<LocalKey> keys, Map<LocalKey, String> reasons) {
    Map<LocalKey, String> among = new HashMap<>(reasons);
    among.keySet().retainAll(Set.copyOf(keys));
    return among;
  }

  private Map<LocalKey, Long> linked(Collection<LocalKey> keys) {
    Map<LocalKey, Long> ids = new HashMap<>();
    for (Link link : links.find(EntityType.CONTACT, keys).values()) {
      if (link.odooId() != null) {
        ids.put(link.key(), link.odooId());
      }
    }
    return ids;
  }

  private static List<Contact> find(ContactSource source, Set<LocalKey> keys) {
    return new SourceLookup<>(EntityType.CONTACT, source::find).find(keys);
  }
}
