package io.odoosync.internal.exchange;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.log.RunLog;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose links the id store holds: those of one application, its namespace, in one Odoo. An Odoo
 * under another address may be the same one that has moved, a copy, or a strange one: some links
 * are looked at, and only if one of them leads to a record of its own, the store is taken over.
 */
public final class Ownership {

  /** How many links of a kind are looked at. */
  static final int SAMPLE = 100;

  /** So many records may be gone from an Odoo that the store knows nothing of. */
  private static final int GONE_ALLOWED = 4;

  private static final String SEPARATOR = "|";

  private final Links links;
  private final Identity identity;
  private final String namespace;
  private final String odoo;

  /** Makes it for one run. */
  public Ownership(OdooConnection connection, Links links, Identity identity, String namespace) {
    this.links = links;
    this.identity = identity;
    this.namespace = namespace;
    this.odoo = odoo(connection);
  }

  /** An Odoo in words, the same ones in each run. */
  public static String odoo(OdooConnection connection) {
    return connection.database() + " at " + connection.url();
  }

  private String mine() {
    return namespace + SEPARATOR + odoo;
  }

  /** Whether the store is known to hold another Odoo's links. */
  public boolean isForeign() {
    return links.owner().filter(owner -> !owner.equals(mine())).isPresent();
  }

  /**
   * Stops a run or a plan over the links of another Odoo or another application, before anything is
   * written.
   *
   * @throws RunStoppedException if the links are not those of this Odoo and this application
   */
  public void check(RunLog log) {
    Optional<String> owner = links.owner();
    if (owner.filter(mine()::equals).isPresent()) {
      return;
    }
    requireNamespace(owner);
    Sample sample = sample(owner.isPresent());
    if (owner.isPresent() ? sample.isForeign() : sample.looksForeign()) {
      throw stop(
          "the stores hold the links of "
              + owner.map(this::place).orElse("another Odoo")
              + ", and none of those looked at leads to its record in "
              + odoo,
          "Give each Odoo stores of its own, for example new tables. If this Odoo replaces the other"
              + " one for good, call rebuildLinks(), which drops links that lead to other records.");
    }
    links.claim(mine());
    owner.ifPresent(
        before ->
            log.warn(
                SyncEvent.STORES_MOVED,
                "the links of " + place(before) + " lead to their records in " + odoo + " too"));
  }

  /**
   * Stops what would mix two applications' links.
   *
   * @throws RunStoppedException if the store holds another namespace's links
   */
  public void requireNamespace() {
    requireNamespace(links.owner());
  }

  private void requireNamespace(Optional<String> owner) {
    owner
        .map(Ownership::namespace)
        .filter(other -> !other.equals(namespace))
        .ifPresent(
            other -> {
              throw stop(
                  "the stores hold the links of the namespace " + other + ", not of " + namespace,
                  "Give each namespace stores of its own, for example tables with another prefix.");
            });
  }

  /** From now on the store holds this Odoo's links. */
  public void claim() {
    links.claim(mine());
  }

  private static String namespace(String owner) {
    return owner.substring(0, Math.max(0, owner.indexOf(SEPARATOR)));
  }

  private String place(String owner) {
    return owner.substring(owner.indexOf(SEPARATOR) + 1);
  }

  /**
   * Some links.
   *
   * @param all how many there are in the sample
   * @param certain how many of them lead to their records
   * @param existing how many lead to any record
   */
  private record Sample(int all, int certain, int existing) {

    /** Nothing speaks for it. */
    boolean isForeign() {
      return all > 0 && certain == 0;
    }

    /** Not so if some records may just have been deleted. */
    boolean looksForeign() {
      return isForeign() && (existing > 0 || all > GONE_ALLOWED);
    }
  }

  /** Links on which nothing was agreed yet say nothing of an Odoo that is not known. */
  private Sample sample(boolean all) {
    int count = 0;
    int certain = 0;
    int existing = 0;
    for (EntityType type : EntityType.values()) {
      List<Link> some = new ArrayList<>(links.page(type, null, SAMPLE));
      some.removeIf(
          link -> link.isPending() || (!all && link.base() == null && link.createdAt() == null));
      count += some.size();
      if (!some.isEmpty()) {
        certain += identity.beyondDoubt(type, some).size();
        existing += certain > 0 ? 0 : identity.existing(type, some).size();
      }
    }
    return new Sample(count, certain, existing);
  }

  private static RunStoppedException stop(String reason, String advice) {
    return new RunStoppedException(Failure.of(FailureCause.WRONG_CONNECTION, reason, advice), null);
  }
}
