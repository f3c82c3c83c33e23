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
 * <p>What people type is compared in a canonical form: whatever the case, the kind of space, and
 * what stands around an address. A blank key never matches. A value that several contacts of the
 * source have, in whatever batches they come, makes all of them ambiguous; to see that, the source
 * is read once more in a run that finds matches, and eight bytes are kept of each value.
 *
 * <p>Never adopted: a partner that was created for another local record (the contact is created as
 * well), one that another local record was linked with (the contact is reported), and one of a
 * company or an internal user of that Odoo itself (logged, and the contact is created). Archived
 * partners are found. Persons match persons only, organisations organisations only, as long as Odoo
 * lets people say which they are: where it finds that out by itself ({@code is_company} is
 * read-only), it does not decide. A contact matches contacts only, an address ({@link
 * io.odoosync.source.Contact#type()}) addresses of its type.
 *
 * <p>An adopted partner has no external id of ours (only an administrator could give it one), so
 * its link lives in the {@link io.odoosync.store.IdStore} alone: if the store is lost, it must be
 * matched again.
 *
 * @param keys by what partners are found; empty: matching is off
 * @param createsUnmatched whether a contact without match is created; if not, a run only links: it
 *     creates nothing, be it contacts, leads or invoices, and writes no value to Odoo or to the
 *     host
 */
public record Matching(Set<Key> keys, boolean createsUnmatched) {

  /** By what a partner is found. */
  public enum Key {
    /**
     * The e-mail address, on both sides also as {@code Ada <ada@example.com>}, {@code mailto:…} or
     * one of several in one field.
     */
    EMAIL,
    /**
     * The VAT number without separators, with or without its country ({@code EL} and {@code GR} are
     * one). Where one side leaves the country out, that of its address must be the other's, if it
     * has one. Contacts of a company carry its number in Odoo; only the company itself counts.
     */
    VAT,
    /** The host's own number for the contact, {@code ref} in Odoo; its case counts. */
    REFERENCE,
    /**
     * The number in the register of companies, such as a SIRET, without separators: {@code
     * company_registry}, {@code siret} or {@code additional_identifiers} in Odoo, as far as the
     * server has them. Only the company itself counts.
     */
    COMPANY_REGISTRY
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
   * For the first day: links what matches, reports the rest as left out, and writes no value. A run
   * creates nothing, sends nothing, hands nothing to the host and takes no step; of records that
   * are linked, be it in this run or before, each value that would be written is reported as a
   * conflict that is left to people, with both values. The next run without it decides about them
   * under the conflict rules.
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
