package io.odoosync.conflict;

import io.odoosync.EntityType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/**
 * Decides whose value counts where host and Odoo disagree, field by field. A custom one is a
 * lambda; what it throws makes that record fail, not the run.
 *
 * <pre>{@code
 * ConflictPolicy.ownedByOdoo("phone", "email").otherwise(ConflictPolicy.localWins());
 * }</pre>
 *
 * <p>Called in the thread of the run, also by a dry run, so it must change nothing. Given the same
 * conflict it must answer the same.
 */
@FunctionalInterface
public interface ConflictPolicy {

  /**
   * Decides one conflict.
   *
   * @param conflict the field and its values
   * @return whose value counts
   */
  Resolution resolve(Conflict conflict);

  /**
   * Whether a change that was made in Odoo only is brought to the host. If not, Odoo keeps its
   * value and the host its own; once the host changes the field too, that is a conflict.
   *
   * @param type the kind of entity
   * @param field technical name of the field in Odoo
   * @return {@code false} unless a policy says otherwise
   */
  default boolean pulls(EntityType type, String field) {
    return false;
  }

  /**
   * Whether a value may be overwritten by what the policy decides.
   *
   * @return {@code true} unless a policy leaves every conflict to people
   */
  default boolean overwrites() {
    return true;
  }

  /**
   * Whether the policy asks when records were changed. If not, the engine does not find out what
   * may have moved Odoo's times: {@link Conflict#odooSideEffect()} is {@code null}.
   *
   * @return {@code true} unless a policy says otherwise
   */
  default boolean asksForTimes() {
    return true;
  }

  /**
   * The fields that the policy names. One that no record kept in step has is mistyped: it stops
   * runs before they do anything, and {@code check()} reports it.
   *
   * @return technical names in Odoo; empty unless a policy says otherwise
   */
  default Set<String> namedFields() {
    return Set.of();
  }

  /**
   * What the policy is called in {@code sync_logs}.
   *
   * @return {@code custom} unless a policy says otherwise
   */
  default String name() {
    return "custom";
  }

  /**
   * The host's value overwrites Odoo's. What was changed in Odoo only stays there.
   *
   * @return the policy
   */
  static ConflictPolicy localWins() {
    return new NamedPolicy("local wins", false, true, false, conflict -> Resolution.takeLocal());
  }

  /**
   * Odoo's value overwrites the host's. What was changed in Odoo only is brought to the host, in
   * every field.
   *
   * @return the policy
   */
  static ConflictPolicy odooWins() {
    return new NamedPolicy("Odoo wins", true, true, false, conflict -> Resolution.takeOdoo());
  }

  /**
   * The record that people changed last wins, to the second; in the same second the host does. What
   * was changed in Odoo only is brought to the host. A source that does not say when a record was
   * changed leaves the conflict to a person.
   *
   * <p>Odoo has one time a record, which it also moves by itself: from 19 on it writes a partner
   * when an invoice of theirs is posted or paid, and every Odoo writes a lead when its customer's
   * address data change. So Odoo's time tells no more than that its edit is not later:
   *
   * <ul>
   *   <li>a host's change that is not earlier wins
   *   <li>one from before both sides last agreed loses: what is different in Odoo was edited since
   *   <li>between the two Odoo wins, unless an invoice of the partner, or the lead's customer, was
   *       written in the second of Odoo's time or later, or an invoice up to a minute before it and
   *       after the host's change: then Odoo's edit may be the older one, nobody can tell, and the
   *       conflict is left to a person with that reason
   * </ul>
   *
   * A record has one time on either side: a person's later edit of another field of the same record
   * counts. It also takes both clocks to be right.
   *
   * @return the policy
   */
  static ConflictPolicy newestWins() {
    return new NamedPolicy("newest wins", true, true, true, ConflictPolicy::newest);
  }

  private static Resolution newest(Conflict conflict) {
    Instant local = conflict.localChangedAt();
    Instant odoo = conflict.odooChangedAt();
    if (local == null) {
      return Resolution.leave("the host does not say when it changed the record");
    } else if (odoo == null) {
      return Resolution.leave("Odoo does not say when the record was changed");
    }
    Instant host = local.truncatedTo(ChronoUnit.SECONDS);
    if (!host.isBefore(odoo)) {
      return Resolution.takeLocal();
    }
    Instant agreed = conflict.odooUnchangedAt();
    String sideEffect = conflict.odooSideEffect();
    boolean known = sideEffect == null || (agreed != null && host.isBefore(agreed));
    return known
        ? Resolution.takeOdoo()
        : Resolution.leave("Odoo's time is no edit's: " + sideEffect + "; make them equal");
  }

  /**
   * Both values are made one where that loses nothing, and {@code fallback} decides the rest:
   *
   * <ul>
   *   <li>a value and nothing: the value
   *   <li>texts of several lines, plain or html of paragraphs only, if what both had is known: the
   *       changes of both, unless they touch the same or neighbouring lines
   *   <li>many2many, if what both had is known: with what either added, without what either removed
   * </ul>
   *
   * What was changed in Odoo only is brought to the host. The result does not depend on which side
   * is called local, nor on the order of fields or runs.
   *
   * @param fallback decides what can't be merged
   * @return the policy
   */
  static ConflictPolicy merge(ConflictPolicy fallback) {
    return new MergePolicy(fallback);
  }

  /**
   * Nothing is overwritten: both sides keep their values until a person makes them equal, or
   * changes one back. What was changed in Odoo only stays there.
   *
   * @return the policy
   */
  static ConflictPolicy manual() {
    return new NamedPolicy(
        "manual",
        false,
        false,
        false,
        conflict -> Resolution.leave("both sides changed it; make them equal"));
  }

  /**
   * A policy of its own for each field; a field that is not named has {@link #manual()}.
   *
   * @param policies by technical name of the field in Odoo
   * @return the policy, to be extended by {@link FieldOwners#otherwise}
   */
  static FieldOwners perField(Map<String, ConflictPolicy> policies) {
    return FieldOwners.of(policies);
  }

  /**
   * These fields belong to Odoo: its values win and are brought to the host.
   *
   * @param fields technical names in Odoo
   * @return the policy, to be extended by {@link FieldOwners#otherwise}
   */
  static FieldOwners ownedByOdoo(String... fields) {
    return FieldOwners.of(Map.of()).ownedByOdoo(fields);
  }

  /**
   * These fields belong to the host: its values win.
   *
   * @param fields technical names in Odoo
   * @return the policy, to be extended by {@link FieldOwners#otherwise}
   */
  static FieldOwners ownedByHost(String... fields) {
    return FieldOwners.of(Map.of()).ownedByHost(fields);
  }
}
