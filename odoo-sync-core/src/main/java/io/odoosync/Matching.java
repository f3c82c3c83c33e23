package io.odoosync;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How contacts that are not linked yet are looked for in Odoo before they are created, so that a
 * first run over an Odoo in use creates no duplicates. Off unless told otherwise. Immutable.
 *
 * <p>All given keys are asked. If they lead to exactly one partner, it is adopted: linked, and from
 * then on kept in step under the conflict rules. If they lead to several, the contact is reported
 * as ambiguous and nothing is done. If they lead to none, the contact is created.
 *
 * <p>A blank key never matches, nor does a partner that belongs to another local record. Archived
 * partners are found. Persons match persons only, organisations organisations only.
 *
 * <p>An adopted partner has no external id of ours (only an administrator could give it one), so
 * its link lives in the {@link io.odoosync.store.IdStore} alone: if the store is lost, it must be
 * matched again.
 *
 * @param keys by what partners are found; empty: matching is off
 * @param createsUnmatched whether a contact without match is created; if not, nothing at all is
 *     created in the run, be it contacts, leads or invoices
 */
public record Matching(Set<Key> keys, boolean createsUnmatched) {

  /** By what a partner is found. */
  public enum Key {
    /** The e-mail address, whatever its case. */
    EMAIL,
    /**
     * The VAT number, whatever its case, spaces and punctuation. Contacts of a company carry its
     * number in Odoo; only the company itself counts.
     */
    VAT,
    /** The host's own number for the contact, {@code ref} in Odoo, exactly. */
    REFERENCE
  }

  /** Copies the keys. */
  public Matching {
    keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
  }

  /**
   * No matching: every contact without link is created.
   *
   * @return matching that is off
   */
  public static Matching off() {
    return new Matching(Set.of(), true);
  }

  /**
   * Matches by some keys.
   *
   * @param first a key
   * @param more further keys
   * @return matching that creates what has no match
   */
  public static Matching by(Key first, Key... more) {
    return new Matching(EnumSet.of(first, more), true);
  }

  /**
   * For the first day: links what matches, creates nothing, and reports the rest as left out.
   *
   * @return the changed matching
   */
  public Matching matchOnly() {
    return new Matching(keys, false);
  }

  /**
   * Whether partners are looked for at all.
   *
   * @return {@code false} if there is no key
   */
  public boolean isOn() {
    return !keys.isEmpty();
  }
}
