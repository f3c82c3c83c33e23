package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Decision;
import io.odoosync.internal.compare.Planner;
import io.odoosync.internal.contact.Matcher;
import io.odoosync.internal.field.Customers;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.invoice.DocumentFingerprint;
import io.odoosync.internal.invoice.DocumentPlanner;
import io.odoosync.internal.state.Failures;
import io.odoosync.source.Contact;
import io.odoosync.source.Invoice;
import io.odoosync.source.SourceRecord;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out all that is needed to decide about a batch, and decides: links, customers, mappings,
 * what Odoo holds. Writes nothing to Odoo and nothing to the host.
 */
final class Decider<T extends SourceRecord> {

  private final RecordKind<T> kind;
  private final RunContext run;
  private final OdooReader reader;
  private final Planner planner;
  private final @Nullable Matcher matcher;
  private final Function<Collection<LocalKey>, Customers> customers;
  private boolean rebuilt;

  /**
   * Makes a decider.
   *
   * @param customers looks up the customers that a batch names
   */
  Decider(RecordKind<T> kind, RunContext run, Function<Collection<LocalKey>, Customers> customers) {
    this.kind = kind;
    this.run = run;
    this.customers = customers;
    this.reader = new OdooReader(run.client());
    this.planner =
        new Planner(
            kind.type(), kind.fields(), kind.mapper().pullable(), run.settings().conflictPolicy());
    boolean matched = kind.type() == EntityType.CONTACT && run.settings().matching().isOn();
    this.matcher = matched ? new Matcher(run.client(), run.links(), run.settings()) : null;
  }

  /**
   * A batch with what was decided.
   *
   * @param customers the customers that the batch names
   */
  record Batch<T>(Map<LocalKey, Decided<T>> decided, Customers customers) {

    /** The batch but for some records. */
    Batch<T> without(Set<LocalKey> keys) {
      Map<LocalKey, Decided<T>> rest = new LinkedHashMap<>(decided);
      rest.keySet().removeAll(keys);
      return new Batch<>(rest, customers);
    }
  }

  /** Decides about a batch. */
  Batch<T> decide(Map<LocalKey, T> records) {
    rebuildLostLinks();
    Map<LocalKey, Link> stored = run.links().find(kind.type(), records.keySet());
    Found found = new Found(records, stored);
    found.adopt();
    Map<LocalKey, T> unsent = kind.sentOnce() ? found.unsent() : records;
    Customers known = customers.apply(customersOf(unsent.values()));
    kind.prepare().accept(unsent.values());
    Map<LocalKey, Mapping> mappings = new LinkedHashMap<>();
    unsent.forEach((key, source) -> mappings.put(key, kind.mapper().map(source, known)));
    if (!kind.sentOnce()) {
      found.look(mappings);
    }
    Map<LocalKey, Decided<T>> decided = new LinkedHashMap<>();
    records.forEach(
        (key, source) ->
            decided.put(
                key,
                new Decided<>(
                    source,
                    stored.get(key),
                    found.links.get(key),
                    found.decide(key, source, mappings.get(key)))));
    return new Batch<>(decided, known);
  }

  /** An empty store was lost, or this is the first run; Odoo knows. */
  private void rebuildLostLinks() {
    if (!rebuilt) {
      rebuilt = true;
      if (!run.links().hasAny(kind.type())) {
        run.rebuilder().rebuild(kind.type());
      }
    }
  }

  private List<LocalKey> customersOf(Collection<T> records) {
    return records.stream().map(kind.customer()).filter(Objects::nonNull).distinct().toList();
  }

  /** What is known of a batch's records in Odoo. */
  private final class Found {
    private final Map<LocalKey, T> records;
    private final Map<LocalKey, Link> links;
    private final Map<LocalKey, String> problems = new HashMap<>();
    private Map<Long, OdooValues> values = Map.of();
    private Set<Long> present = Set.of();

    private Found(Map<LocalKey, T> records, Map<LocalKey, Link> stored) {
      this.records = records;
      this.links = new HashMap<>(stored);
    }

    /** Links what has an id from the host, or a match. */
    private void adopt() {
      List<Contact> unknown = new ArrayList<>();
      records.forEach(
          (key, source) -> {
            if (links.containsKey(key)) {
              return;
            } else if (source.odooId() != null) {
              links.put(key, run.links().link(kind.type(), key, source.odooId(), null));
            } else if (source instanceof Contact contact) {
              unknown.add(contact);
            }
          });
      if (matcher != null && !unknown.isEmpty()) {
        matcher.find(unknown).forEach(this::adopt);
      }
    }

    private void adopt(LocalKey key, Matcher.Match match) {
      Long partner = match.partner();
      if (partner == null) {
        problems.put(key, String.valueOf(match.ambiguity()));
      } else {
        links.put(key, run.links().link(kind.type(), key, partner, null));
        run.journal()
            .note(SyncEvent.RECORD_ADOPTED, kind.type(), key, "matches partner " + partner);
      }
    }

    /** Reads the linked records, and looks for those that are not where they were. */
    private void look(Map<LocalKey, Mapping> mappings) {
      Set<String> names = new TreeSet<>();
      mappings.values().forEach(mapping -> names.addAll(namesOf(mapping)));
      read(ids(links.keySet()), names);
      List<LocalKey> moved = new ArrayList<>();
      for (LocalKey key : List.copyOf(links.keySet())) {
        if (!present.contains(id(key)) && moved(key)) {
          moved.add(key);
        }
      }
      if (!moved.isEmpty()) {
        read(ids(moved), names);
      }
    }

    /** Documents that Odoo does not have; the others are not even mapped. */
    private Map<LocalKey, T> unsent() {
      look(Map.of());
      Map<LocalKey, T> unsent = new LinkedHashMap<>(records);
      unsent.keySet().removeIf(key -> links.containsKey(key) && present.contains(id(key)));
      return unsent;
    }

    private static Set<String> namesOf(Mapping mapping) {
      return mapping instanceof Mapping.Mapped mapped
          ? mapped.fields().byField().keySet()
          : Set.of();
    }

    private void read(Collection<Long> ids, Set<String> names) {
      Set<Long> found = new HashSet<>(present);
      if (kind.sentOnce()) {
        found.addAll(reader.present(kind, ids));
      } else {
        Map<Long, OdooValues> all = new HashMap<>(values);
        all.putAll(reader.read(kind, ids, names));
        values = all;
        found.addAll(all.keySet());
      }
      present = found;
    }

    private Set<Long> ids(Collection<LocalKey> keys) {
      Set<Long> ids = new TreeSet<>();
      keys.forEach(key -> ids.add(id(key)));
      return ids;
    }

    private long id(LocalKey key) {
      return Objects.requireNonNull(Objects.requireNonNull(links.get(key)).odooId());
    }

    /** Partners that were merged have their external ids on the one that is left. */
    private boolean moved(LocalKey key) {
      long before = id(key);
      Long now = run.links().idInOdoo(kind.type(), key).orElse(null);
      if (now == null || now == before) {
        return false;
      }
      Link link = Objects.requireNonNull(links.get(key));
      links.put(key, run.links().link(kind.type(), key, now, link.base()));
      run.journal()
          .note(
              SyncEvent.LINK_MOVED,
              kind.type(),
              key,
              kind.type().model() + " " + before + " was merged into " + now);
      return true;
    }

    private Decision decide(LocalKey key, T source, @Nullable Mapping mapping) {
      String problem = problems.get(key);
      if (problem != null) {
        return new Decision.Reject(Failures.ambiguous(problem));
      }
      Link link = links.get(key);
      Decision decision =
          source instanceof Invoice invoice
              ? decideDocument(invoice, link, mapping)
              : planner.decide(
                  source,
                  link,
                  Objects.requireNonNull(mapping),
                  link == null ? null : values.get(id(key)));
      return decision instanceof Decision.Gone gone ? gone(source, gone) : decision;
    }

    private Decision decideDocument(
        Invoice invoice, @Nullable Link link, @Nullable Mapping mapping) {
      return link != null && mapping != null
          ? planner.decide(invoice, link, mapping, null)
          : DocumentPlanner.decide(invoice, link, () -> Objects.requireNonNull(mapping));
    }

    private static Decision create(SourceRecord source, Mapping.Mapped mapped) {
      Base intent =
          source instanceof Invoice invoice
              ? Base.nothing().ofDocument(DocumentFingerprint.of(invoice))
              : Base.of(mapped.fields());
      return new Decision.Create(mapped, intent);
    }

    private Decision gone(T source, Decision.Gone gone) {
      String record = kind.type().model() + " " + gone.odooId();
      if (reader.isHidden(kind, gone.odooId())) {
        return new Decision.Reject(Failures.hidden(kind.type().model(), gone.odooId()));
      } else if (run.settings().missingRecords() == MissingRecordPolicy.REPORT) {
        return new Decision.Reject(Failures.deleted(kind.type().model(), gone.odooId()));
      }
      run.journal()
          .warn(
              SyncEvent.LINK_BROKEN,
              kind.type(),
              source.key(),
              record + " was deleted in Odoo; it is created again");
      return create(source, gone.mapped());
    }
  }
}
