package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a batch's links and at what Odoo holds under their ids: which lead to the records that
 * they were made for. A link that remembers the time of its record's creation proves itself by what
 * was read along. Of the others Odoo is asked for the external ids, in one call.
 */
final class LinkProof {

  private final EntityType type;
  private final RunContext run;
  private final List<String> identifying;
  private final Set<LocalKey> proven = new HashSet<>();
  private final Set<LocalKey> byName = new HashSet<>();
  private final Map<Long, LocalKey> named = new HashMap<>();

  /**
   * Makes it for one batch.
   *
   * @param identifying the fields that tell records of this kind apart
   */
  LinkProof(EntityType type, RunContext run, List<String> identifying) {
    this.type = type;
    this.run = run;
    this.identifying = identifying;
  }

  /**
   * Looks at links.
   *
   * @param links never pending
   * @param values what Odoo holds, by id
   * @param claimed those of which the id is what the host or a match says, not the store; a stored
   *     link on which nothing was agreed yet says no more than they do
   */
  void look(Map<LocalKey, Link> links, Map<Long, OdooValues> values, Set<LocalKey> claimed) {
    Map<LocalKey, Link> doubtful = new HashMap<>();
    links.forEach(
        (key, link) -> {
          OdooValues held = values.get(id(link));
          Instant linked = link.createdAt();
          if (held != null && linked == null) {
            doubtful.put(key, link);
          } else if (held != null && linked != null && linked.equals(held.createdAt())) {
            proven(link);
          }
        });
    named.putAll(
        run.identity().keysOf(type, doubtful.values().stream().map(LinkProof::id).toList()));
    doubtful.forEach((key, link) -> weigh(link, values.get(id(link)), claimed.contains(key)));
  }

  private void weigh(Link link, @Nullable OdooValues held, boolean isClaimed) {
    LocalKey owner = named.get(id(link));
    if (link.key().equals(owner)) {
      provenByName(link);
    } else if (owner == null && (isClaimed || link.base() == null)) {
      proven(link);
    } else if (!isClaimed && held != null && recognizes(link, held)) {
      proven(link);
    }
  }

  /** A link from before the time of creation was remembered. */
  private boolean recognizes(Link link, OdooValues held) {
    return Base.parse(link.base()).recognizes(held.values(), identifying);
  }

  private void proven(Link link) {
    proven.add(link.key());
    run.links().proven(type, link.key(), id(link));
  }

  /** The external id of the key leads to this record. */
  void provenByName(Link link) {
    byName.add(link.key());
    proven(link);
  }

  /** Whether a link leads to the record that it was made for. */
  boolean isProven(LocalKey key) {
    return proven.contains(key);
  }

  /** Whether nothing but the external id says so. */
  boolean isByNameAlone(LocalKey key) {
    return byName.contains(key);
  }

  /** Whose record it is, if it is another one's of this application. */
  @Nullable LocalKey owner(long odooId) {
    return named.get(odooId);
  }

  static long id(Link link) {
    return Objects.requireNonNull(link.odooId());
  }
}
