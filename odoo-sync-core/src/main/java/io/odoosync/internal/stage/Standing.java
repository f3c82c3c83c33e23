package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.change.Ledger;
import io.odoosync.internal.field.Dependency;
import io.odoosync.internal.state.SeenKeys;
import io.odoosync.plan.PlannedRecord;
import io.odoosync.plan.PlannedRecord.Action;
import io.odoosync.report.Outcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where the records of this run or plan stand that are not in Odoo, for those that wait for them.
 * However many there are, {@value #MAX_REASONS} reasons are kept, and eight bytes of each of the
 * others.
 */
final class Standing {

  private static final String CIRCLE =
      "it is being dealt with itself. If the two wait for each other in a circle, break it; else"
          + " the next run goes on";

  /** How many reasons are kept, the latest ones. */
  static final int MAX_REASONS = 5_000;

  private static final String NOT_KEPT = "it is not in step itself; its own entry says why";

  private final Map<EntityType, SeenKeys> missing = new EnumMap<>(EntityType.class);
  private final Map<Dependency, String> reasons =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Dependency, String> eldest) {
          return size() > MAX_REASONS;
        }
      };
  private final Set<Dependency> planned = new HashSet<>();
  private final Ledger ledger;

  Standing(Ledger ledger) {
    this.ledger = ledger;
  }

  /** A run dealt with a record. */
  void became(EntityType type, LocalKey key, Outcome outcome) {
    ledger.became(type, key, outcome);
    if (outcome instanceof Outcome.Failed failed) {
      missing(type, key, failed.reason());
    } else if (outcome instanceof Outcome.Blocked blocked) {
      missing(type, key, blocked.reason());
    } else if (outcome instanceof Outcome.Quarantined held) {
      missing(type, key, held.reason());
    } else if (outcome instanceof Outcome.NotReached left && left.reason() != null) {
      missing(type, key, left.reason());
    }
  }

  /** These wait for a record that waits for them. */
  void circle(EntityType type, Set<LocalKey> keys) {
    keys.forEach(key -> missing(type, key, CIRCLE));
  }

  /** Why a run does not deal with a record. */
  void missing(EntityType type, LocalKey key, String reason) {
    missing.computeIfAbsent(type, t -> new SeenKeys()).add(key);
    reasons.put(new Dependency(type, key), reason);
  }

  /** A plan has something to do or to say about a record. */
  void planned(PlannedRecord record) {
    if (record.action() == Action.CREATE) {
      planned.add(new Dependency(record.type(), record.key()));
    } else if (record.reason() != null) {
      missing(record.type(), record.key(), record.reason());
    }
  }

  /** Whether a record was dealt with already. */
  boolean isKnown(Dependency dependency) {
    return isMissing(dependency) || planned.contains(dependency);
  }

  private boolean isMissing(Dependency dependency) {
    SeenKeys keys = missing.get(dependency.type());
    return keys != null && keys.contains(dependency.key());
  }

  /** Why those of these are not in Odoo that a run or plan came to. */
  Map<Dependency, String> reasons(Set<Dependency> wanted) {
    Map<Dependency, String> among = new HashMap<>();
    for (Dependency one : wanted) {
      if (isMissing(one)) {
        among.put(one, reasons.getOrDefault(one, NOT_KEPT));
      }
    }
    return among;
  }

  /** Those of these that are planned to be created. */
  Set<Dependency> planned(Set<Dependency> wanted) {
    Set<Dependency> among = new HashSet<>(wanted);
    among.retainAll(planned);
    return among;
  }
}
