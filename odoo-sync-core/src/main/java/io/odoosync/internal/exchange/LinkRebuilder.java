package io.odoosync.internal.exchange;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.field.ExternalId;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.state.WriteGate;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.store.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads back from Odoo which local records it has, after the id store was lost. Each has its
 * external id there. Odoo 14 shows those to any internal user, in bulk; later versions do not, and
 * there all records of the model are asked for theirs, page by page.
 */
public final class LinkRebuilder {

  private static final SafeLog LOG = SafeLog.of(LinkRebuilder.class);

  private static final int PAGE_SIZE = 1_000;

  private final OdooClient client;
  private final Links links;
  private final Identity identity;
  private final String namespace;
  private final PageSize size = PageSize.upTo(PAGE_SIZE);
  private final WriteGate gate;

  /**
   * Prepares for rebuilding.
   *
   * @param gate says before each page whether to go on
   */
  public LinkRebuilder(
      OdooClient client, Links links, Identity identity, String namespace, WriteGate gate) {
    this.client = client;
    this.links = links;
    this.identity = identity;
    this.namespace = namespace;
    this.gate = gate;
  }

  /**
   * Restores the links of one kind that the store does not have. What both sides hold at the next
   * run counts as agreed then, so nothing that people changed is overwritten.
   *
   * @return how many links were restored
   */
  public long rebuild(OdooModel model) {
    LOG.info("asking Odoo for all {} under {}", model.name(), namespace);
    return rebuildListed(model).orElseGet(() -> fromRecords(model));
  }

  /**
   * The same where the user may list external ids, as Odoo 14 lets any, later releases only
   * administrators. Costs what is ours.
   *
   * @return how many links were restored; nothing if the user may not
   */
  public Optional<Long> rebuildListed(OdooModel model) {
    try {
      return Optional.of(fromExternalIds(model));
    } catch (OdooPermissionException e) {
      LOG.debug("external ids can't be listed: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Which of these local records Odoo has, as far as their records meet a condition.
   *
   * @return their ids
   */
  public Map<LocalKey, Long> createdFor(
      OdooModel model, Domain condition, Collection<LocalKey> keys) {
    Map<LocalKey, Long> found = new LinkedHashMap<>();
    forEachPage(model, condition, ids -> found.putAll(created(model, ids)));
    found.keySet().retainAll(keys);
    return found;
  }

  private Map<LocalKey, Long> created(OdooModel model, Collection<Long> ids) {
    Map<LocalKey, Long> created = new LinkedHashMap<>();
    identity.keysOf(model.type(), ids).forEach((id, key) -> created.put(key, id));
    return created;
  }

  /**
   * Drops links that lead to other records than those that they were made for.
   *
   * @param foreign whether the links were made for another Odoo: then one whose record is not there
   *     at all is dropped too, which else was deleted
   */
  public void dropStrange(EntityType type, boolean foreign) {
    List<Link> page = links.page(type, null, PAGE_SIZE);
    while (!page.isEmpty()) {
      gate.check();
      LocalKey last = page.get(page.size() - 1).key();
      List<Link> made = page.stream().filter(link -> !link.isPending()).toList();
      links.forget(type, foreign ? doubtful(type, made) : keys(identity.strange(type, made)));
      page = links.page(type, last, PAGE_SIZE);
    }
  }

  private Set<LocalKey> doubtful(EntityType type, List<Link> made) {
    Set<LocalKey> doubtful = keys(made);
    doubtful.removeAll(keys(identity.beyondDoubt(type, made)));
    return doubtful;
  }

  private static Set<LocalKey> keys(List<Link> of) {
    return of.stream().map(Link::key).collect(Collectors.toCollection(TreeSet::new));
  }

  private long fromExternalIds(OdooModel model) {
    long restored = 0;
    PagesById pages = new PagesById("ir.model.data");
    List<OdooRecord> page = externalIds(model, pages.last());
    while (!page.isEmpty()) {
      gate.check();
      Map<LocalKey, Long> ids = new HashMap<>();
      for (OdooRecord row : page) {
        pages.took(row.id());
        row.reference("res_id")
            .ifPresent(id -> put(ids, model, namespace + "." + row.text("name").orElse(""), id));
      }
      restored += restore(model, ids);
      page = externalIds(model, pages.last());
    }
    return restored;
  }

  private List<OdooRecord> externalIds(OdooModel model, long after) {
    Domain ours =
        Domain.field("module")
            .isEqualTo(namespace)
            .and(Domain.field("model").isEqualTo(model.name()))
            .and(Domain.field("id").isGreaterThan(after));
    return size.read(
        records ->
            client.searchRead(
                "ir.model.data", ours, List.of("name", "res_id"), PagesById.of(records)));
  }

  private long fromRecords(OdooModel model) {
    AtomicLong restored = new AtomicLong();
    forEachPage(
        model, Domain.all(), ids -> restored.addAndGet(restore(model, created(model, ids))));
    return restored.get();
  }

  private void forEachPage(OdooModel model, Domain condition, Consumer<List<Long>> action) {
    PagesById pages = new PagesById(model.name());
    List<Long> page = records(model, condition, pages.last());
    while (!page.isEmpty()) {
      gate.check();
      page.forEach(pages::took);
      action.accept(page);
      page = records(model, condition, pages.last());
    }
  }

  private List<Long> records(OdooModel model, Domain condition, long after) {
    Domain rest = model.ours().and(condition).and(Domain.field("id").isGreaterThan(after));
    return client.search(model.name(), rest, PagesById.of(PAGE_SIZE));
  }

  private void put(Map<LocalKey, Long> ids, OdooModel model, String externalId, long id) {
    String prefix = namespace + ".";
    if (externalId.startsWith(prefix)) {
      ExternalId.parse(namespace, model.name(), externalId.substring(prefix.length()))
          .ifPresent(key -> ids.put(key, id));
    }
  }

  /**
   * Restores links that the store does not have.
   *
   * @param ids where the records are
   * @return how many links were restored
   */
  public long restore(OdooModel model, Map<LocalKey, Long> ids) {
    Map<LocalKey, Link> stored = links.stored(model.type(), ids.keySet());
    List<Link> lost = new ArrayList<>();
    ids.forEach(
        (key, id) -> {
          Link link = stored.get(key);
          if (link == null) {
            lost.add(links.link(model.type(), key, id, Base.asIs().text()));
          } else if (link.isPending()) {
            lost.add(link.linkedTo(id, links.now()));
          }
        });
    links.save(lost);
    return lost.size();
  }
}
