package io.odoosync.internal;

import io.odoosync.LocalKey;
import io.odoosync.report.Outcome;
import java.util.HashMap;
import java.util.Map;

/** Why contacts of this run are not in Odoo, for the records that wait for them. */
final class ContactFailures {

  private final Map<LocalKey, String> reasons = new HashMap<>();

  void onOutcome(LocalKey contact, Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      reasons.put(contact, failed.reason());
    }
  }

  Map<LocalKey, String> reasons() {
    return reasons;
  }
}
