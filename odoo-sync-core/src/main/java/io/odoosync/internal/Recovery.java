package io.odoosync.internal;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.plan.ExternalId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds records that Odoo has under our external ids although the id store does not know them: the
 * store was lost, or restored from an older backup. Creating them again would overwrite what people
 * changed in Odoo, and double the lines of invoices on Odoo 14.
 *
 * <p>Odoo 14 lets any internal user look external ids up in bulk. Later versions do not; there, all
 * records of the model are asked for theirs, once, if the store has no link of that kind at all.
 */
final class Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private static final int PAGE_SIZE = 1_000;

  private final OdooClient client;
  private final Links links;
  private final String namespace;
  private final Map<EntityType, Map<String, Long>> scanned = new EnumMap<>(EntityType.class);
  private boolean lookUpAllowed = true;

  Recovery(OdooClient client, Links links, String namespace) {
    this.client = client;
    this.links = links;
    this.namespace = namespace;
  }

  /** The database ids of those records that Odoo has already. */
  Map<LocalKey, Long> find(EntityType type, Collection<LocalKey> keys) {
    Map<String, LocalKey> byName = new HashMap<>();
    keys.forEach(key -> byName.put(ExternalId.of(namespace, type.model(), key).name(), key));
    if (byName.isEmpty()) {
      return Map.of();
    }
    Map<String, Long> known = lookUpAllowed ? lookUp(type, byName.keySet()) : scan(type);
    Map<LocalKey, Long> found = new HashMap<>();
    byName.forEach(
        (name, key) -> {
          Long id = known.get(name);
          if (id != null) {
            found.put(key, id);
          }
        });
    return found;
  }

  private Map<String, Long> lookUp(EntityType type, Collection<String> names) {
    Domain ours =
        Domain.field("module")
            .isEqualTo(namespace)
            .and(Domain.field("model").isEqualTo(type.model()))
            .and(Domain.field("name").isIn(names));
    try {
      Map<String, Long> ids = new HashMap<>();
      for (OdooRecord row :
          client.searchRead(
              "ir.model.data", ours, List.of("name", "res_id"), Page.first(names.size()))) {
        ids.put(
            row.text("name").orElse(""), row.number("res_id").orElse(BigDecimal.ZERO).longValue());
      }
      return ids;
    } catch (OdooPermissionException e) {
      LOG.debug("external ids can't be looked up in bulk: {}", e.getMessage());
      lookUpAllowed = false;
      return scan(type);
    }
  }

  private Map<String, Long> scan(EntityType type) {
    Map<String, Long> known = scanned.get(type);
    if (known == null) {
      known = links.hasAny(type) ? Map.of() : scanAll(type);
      scanned.put(type, known);
    }
    return known;
  }

  private Map<String, Long> scanAll(EntityType type) {
    LOG.info("the id store knows no {} yet: asking Odoo for those under {}", type, namespace);
    Map<String, Long> ids = new HashMap<>();
    Page page = Page.first(PAGE_SIZE).orderedBy("id");
    List<Long> next = client.search(type.model(), candidates(type, 0), page);
    while (!next.isEmpty()) {
      collect(type, next, ids);
      next = client.search(type.model(), candidates(type, next.get(next.size() - 1)), page);
    }
    return ids;
  }

  private static Domain candidates(EntityType type, long after) {
    Domain ofKind =
        type == EntityType.INVOICE
            ? Domain.field("move_type").isEqualTo("out_invoice")
            : Domain.field("active").isIn(List.of(true, false));
    return Domain.field("id").isGreaterThan(after).and(ofKind);
  }

  private void collect(EntityType type, List<Long> recordIds, Map<String, Long> ids) {
    String prefix = namespace + ".";
    client
        .externalIds(type.model(), recordIds)
        .forEach(
            (id, externalId) -> {
              if (externalId.startsWith(prefix)) {
                ids.put(externalId.substring(prefix.length()), id);
              }
            });
  }
}
