package io.odoosync.conflict;

import io.odoosync.EntityType;
import java.util.function.Function;

/**
 * A policy that treats all fields alike.
 *
 * @param name what it is called in {@code sync_logs}
 * @param pullsAll whether a change made in Odoo only is brought to the host
 * @param overwrites whether a conflict may end with a winner
 * @param asksForTimes whether its rule asks when records were changed
 * @param rule decides a conflict
 */
record NamedPolicy(
    String name,
    boolean pullsAll,
    boolean overwrites,
    boolean asksForTimes,
    Function<Conflict, Resolution> rule)
    implements ConflictPolicy {

  @Override
  public Resolution resolve(Conflict conflict) {
    return rule.apply(conflict);
  }

  @Override
  public boolean pulls(EntityType type, String field) {
    return pullsAll;
  }
}
