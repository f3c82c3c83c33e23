package io.odoosync.internal.exchange;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.field.ExternalId;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.internal.state.Links;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether records in Odoo are those that links were made for: an id alone is a claim, since
 * databases are restored, copied and exchanged. A record proves itself by the time of its creation,
 * which the link remembers, or by the external id that it was created under. For one run and one
 * thread.
 */
public final class Identity {

  private static final String NAME = "name";

  private final OdooClient client;
  private final Links links;
  private final String namespace;

  /** Asks with the calls of one run. */
  public Identity(OdooClient client, Links links, String namespace) {
    this.client = client;
    this.links = links;
    this.namespace = namespace;
  }

  /**
   * Where those of these records are in Odoo that are linked. Links that this run has not seen
   * proven are looked at, in one call for all, or two where it is not known when a record was
   * created.
   *
   * @return the ids of those that are there and proven, by key
   */
  public Map<LocalKey, Long> proven(EntityType type, Collection<LocalKey> keys) {
    Map<LocalKey, Long> proven = new HashMap<>();
    List<Link> unseen = new ArrayList<>();
    for (Link link : links.find(type, keys).values()) {
      if (links.isProven(link)) {
        proven.put(link.key(), id(link));
      } else {
        unseen.add(link);
      }
    }
    prove(type, unseen).forEach(link -> proven.put(link.key(), id(link)));
    return proven;
  }

  private static long id(Link link) {
    Long id = link.odooId();
    if (id == null) {
      throw new IllegalArgumentException("the link of " + link.key() + " is pending");
    }
    return id;
  }

  private List<Link> prove(EntityType type, Collection<Link> unseen) {
    List<Link> proven = new ArrayList<>();
    if (!unseen.isEmpty()) {
      Map<Long, Instant> created = creations(type, unseen);
      List<Link> doubtful = new ArrayList<>();
      for (Link link : unseen) {
        if (link.createdAt() == null) {
          doubtful.add(link);
        } else if (link.createdAt().equals(created.get(id(link)))) {
          proven.add(link);
        }
      }
      proven.addAll(named(type, doubtful));
      proven.forEach(link -> links.proven(type, link.key(), id(link)));
    }
    return proven;
  }

  private List<Link> named(EntityType type, List<Link> doubtful) {
    Map<Long, LocalKey> keys = keysOf(type, doubtful.stream().map(Identity::id).toList());
    return doubtful.stream().filter(link -> mayLead(link, keys.get(id(link)))).toList();
  }

  /**
   * Those of these links, stored by whomever, that lead to records of this Odoo: created under the
   * key's external id, or with the name and the time of creation that the link remembers.
   */
  public List<Link> beyondDoubt(EntityType type, Collection<Link> stored) {
    List<Link> certain = new ArrayList<>();
    List<Link> adopted = new ArrayList<>();
    Map<Long, LocalKey> keys = keysOf(type, stored.stream().map(Identity::id).toList());
    for (Link link : stored) {
      (link.key().equals(keys.get(id(link))) ? certain : adopted).add(link);
    }
    adopted.removeIf(link -> link.createdAt() == null);
    Map<Long, OdooRecord> found = found(type, adopted, List.of(OdooValues.CREATE_DATE, NAME));
    for (Link link : adopted) {
      OdooRecord record = found.get(id(link));
      if (record != null && isRemembered(link, record)) {
        certain.add(link);
      }
    }
    return certain;
  }

  private static boolean isRemembered(Link link, OdooRecord record) {
    boolean sameTime =
        record.instant(OdooValues.CREATE_DATE).filter(t -> t.equals(link.createdAt())).isPresent();
    FieldValue name = FieldValue.of(record.text(NAME).orElse(null));
    FieldValues named = FieldValues.builder().set(NAME, name).build();
    return sameTime && Base.parse(link.base()).recognizes(named, List.of(NAME));
  }

  /**
   * Those of these links that lead to a record which was created at another time than they
   * remember. One that remembers none is not among them.
   */
  public List<Link> strange(EntityType type, Collection<Link> stored) {
    Map<Long, Instant> created = creations(type, stored);
    return stored.stream().filter(link -> isOther(link, created.get(id(link)))).toList();
  }

  private static boolean isOther(Link link, @Nullable Instant created) {
    Instant remembered = link.createdAt();
    return remembered != null && created != null && !created.equals(remembered);
  }

  /** Which of these records are there, whosever they are. */
  public Set<Long> existing(EntityType type, Collection<Link> stored) {
    return found(type, stored, List.of(OdooValues.CREATE_DATE)).keySet();
  }

  /** A link on which nothing was agreed yet is what somebody said: it holds unless disproved. */
  private static boolean mayLead(Link link, @Nullable LocalKey owner) {
    return owner == null ? link.base() == null : link.key().equals(owner);
  }

  /** When these records were created; those that are not there are left out. */
  private Map<Long, Instant> creations(EntityType type, Collection<Link> of) {
    Map<Long, Instant> created = new HashMap<>();
    found(type, of, List.of(OdooValues.CREATE_DATE))
        .forEach(
            (id, record) ->
                record.instant(OdooValues.CREATE_DATE).ifPresent(time -> created.put(id, time)));
    return created;
  }

  private Map<Long, OdooRecord> found(EntityType type, Collection<Link> of, List<String> fields) {
    TreeSet<Long> ids = new TreeSet<>();
    of.forEach(link -> ids.add(id(link)));
    Map<Long, OdooRecord> found = new HashMap<>();
    if (!ids.isEmpty()) {
      client
          .withContext("active_test", false)
          .readAmong(type.model(), ids, Domain.all(), fields)
          .forEach(record -> found.put(record.id(), record));
    }
    return found;
  }

  /**
   * Which local records of this application these Odoo records were created for. Of one that was
   * created for several, since they were merged, Odoo names one.
   *
   * @return those that have an external id of the namespace, by id
   */
  public Map<Long, LocalKey> keysOf(EntityType type, Collection<Long> ids) {
    Map<Long, LocalKey> keys = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      client
          .externalIds(type.model(), new TreeSet<>(ids))
          .forEach((id, externalId) -> key(type, externalId).ifPresent(key -> keys.put(id, key)));
    }
    return keys;
  }

  private Optional<LocalKey> key(EntityType type, @Nullable String externalId) {
    String prefix = namespace + ".";
    return externalId == null || !externalId.startsWith(prefix)
        ? Optional.empty()
        : ExternalId.parse(namespace, type.model(), externalId.substring(prefix.length()));
  }
}
