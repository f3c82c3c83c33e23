package io.odoosync.internal.contact;

import io.odoosync.LocalKey;
import io.odoosync.report.Outcome;
import java.util.HashMap;
import java.util.Map;

/** Why contacts of this run are not in Odoo, for the records that wait for them. */
public final class ContactFailures {

  private final Map<LocalKey, String> reasons = new HashMap<>();

  public void onOutcome(LocalKey contact, Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      reasons.put(contact, failed.reason());
    } else if (outcome instanceof Outcome.Quarantined held) {
      reasons.put(contact, held.reason());
    } else if (outcome instanceof Outcome.NotReached left && left.reason() != null) {
      reasons.put(contact, left.reason());
    }
  }

  Map<LocalKey, String> reasons() {
    return reasons;
  }
}
