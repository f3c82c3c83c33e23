package io.odoosync.internal.exchange;

import io.odoosync.OdooReference;
import io.odoosync.internal.field.LookupResult;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.internal.field.NamedRecords;
import io.odoosync.odoo.ExternalIdTarget;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind that hosts may name, as far as they were needed in a run. Nothing is read
 * before something is named. Then it is the first page of them, which mostly is all there are; of
 * more than that, no more is read than what is named, all that a batch names in one call.
 *
 * <p>External ids are asked for in bulk. Odoo then tells one of each record; for those that are not
 * among them, and where not all records were read, it is asked one by one.
 */
public final class NameDirectory {

  private final OdooClient client;
  private final OdooClient seesArchived;
  private final NamedModel model;
  private final Set<OdooReference> asked = new HashSet<>();
  private final Map<Long, OdooRecord> inUse = new LinkedHashMap<>();
  private final Map<Long, OdooRecord> archived = new LinkedHashMap<>();
  private final Map<String, Long> externalIds = new HashMap<>();
  private boolean opened;
  private boolean complete;
  private boolean externalIdsListed;
  private long total;
  private @Nullable NamedRecords known;

  public NameDirectory(OdooClient client, NamedModel model) {
    this.client = client;
    this.seesArchived = client.withContext("active_test", false);
    this.model = model;
  }

  /** Reads all records, in Odoo's order as far as the first page goes. */
  public Collection<OdooRecord> all() {
    open();
    if (!complete) {
      AllRecords.read(client, model.model(), model.domain(), model.fields())
          .forEach(record -> inUse.putIfAbsent(record.id(), record));
      complete = true;
      known = null;
    }
    return List.copyOf(inUse.values());
  }

  /** What is known of the records. */
  public NamedRecords known() {
    if (known == null) {
      known =
          new NamedRecords(
              model,
              NamedRecords.read(model, inUse.values()),
              NamedRecords.read(model, archived.values()),
              externalIds,
              total);
    }
    return known;
  }

  /** Looks up the one that is called so. */
  public LookupResult find(String text) {
    prepare(List.of(OdooReference.name(text)));
    return known().find(text);
  }

  /** Looks up the one that a reference names. */
  public LookupResult find(OdooReference reference) {
    prepare(List.of(reference));
    return known().find(reference);
  }

  /**
   * Asks Odoo for all that these name and that was not asked for before.
   *
   * @return whether there was any
   */
  public boolean prepare(Collection<OdooReference> references) {
    Set<OdooReference> unasked = new LinkedHashSet<>(references);
    unasked.removeIf(asked::contains);
    if (unasked.isEmpty()) {
      return false;
    }
    open();
    resolve(unasked);
    if (!complete) {
      read(client, unasked, inUse);
    }
    known = null;
    explain(unasked.stream().filter(this::isUnknown).toList());
    asked.addAll(unasked);
    return true;
  }

  /** Asks for the external ids of those that share their name, so that they can be told apart. */
  public void tellApart() {
    Set<Long> alike = known().namesakes();
    if (!alike.isEmpty() && !externalIdsListed) {
      client
          .externalIds(model.model(), alike)
          .forEach((id, externalId) -> externalIds.put(externalId, id));
      known = null;
    }
  }

  private void open() {
    if (opened) {
      return;
    }
    PageSize size = PageSize.upTo(AllRecords.PAGE_SIZE);
    List<OdooRecord> first = size.read(this::first);
    first.forEach(record -> inUse.put(record.id(), record));
    opened = true;
    complete = first.size() < size.records();
  }

  private List<OdooRecord> first(int records) {
    Page page = Page.first(records).orderedBy(model.order());
    return client.searchRead(model.model(), model.domain(), model.fields(), page);
  }

  private void read(
      OdooClient as, Collection<OdooReference> references, Map<Long, OdooRecord> into) {
    Halves.of(references, some -> read(as, some)).forEach(record -> into.put(record.id(), record));
  }

  private List<OdooRecord> read(OdooClient as, List<OdooReference> references) {
    return new NameQuery(model, references, externalIds)
        .domain()
        .map(domain -> AllRecords.read(as, model.model(), domain, model.fields()))
        .orElse(List.of());
  }

  private void resolve(Collection<OdooReference> references) {
    for (OdooReference reference : references) {
      if (reference instanceof OdooReference.ByExternalId byExternalId) {
        listExternalIds();
        if (!externalIds.containsKey(byExternalId.externalId())) {
          target(byExternalId).ifPresent(id -> externalIds.put(byExternalId.externalId(), id));
        }
      }
    }
  }

  private void listExternalIds() {
    if (complete && !externalIdsListed) {
      client
          .externalIds(model.model(), inUse.keySet())
          .forEach((id, externalId) -> externalIds.put(externalId, id));
      externalIdsListed = true;
    }
  }

  private Optional<Long> target(OdooReference.ByExternalId reference) {
    String[] parts = reference.externalId().split("\\.", 2);
    return seesArchived
        .resolveExternalId(parts[0], parts[1])
        .filter(target -> target.model().equals(model.model()))
        .map(ExternalIdTarget::id);
  }

  private boolean isUnknown(OdooReference reference) {
    return known().find(reference) instanceof LookupResult.Unknown;
  }

  /** Finds out what there is to say of those that are not there. */
  private void explain(List<OdooReference> unknown) {
    if (unknown.isEmpty()) {
      return;
    }
    Map<Long, OdooRecord> found = new LinkedHashMap<>();
    read(seesArchived, unknown, found);
    found.keySet().removeAll(inUse.keySet());
    archived.putAll(found);
    if (!complete && total == 0) {
      total = client.searchCount(model.model(), model.domain());
    }
    known = null;
  }
}
