package io.odoosync.internal.lead;

import io.odoosync.odoo.OdooRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The stages of Odoo's sales pipeline. */
final class CrmStages {

  private final Map<Long, Integer> sequences = new HashMap<>();
  private final Map<Long, String> names = new HashMap<>();
  private final Set<Long> won = new HashSet<>();
  private final long qualified;

  CrmStages(Collection<OdooRecord> stages, long qualified) {
    this.qualified = qualified;
    for (OdooRecord stage : stages) {
      names.put(stage.id(), stage.text("name").orElse(""));
      sequences.put(stage.id(), position(stage.whole("sequence").orElse(0L)));
      if (stage.flag("is_won")) {
        won.add(stage.id());
      }
    }
  }

  /** Odoo keeps 32 bits; whatever is beyond them stays first or last. */
  private static int position(long sequence) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, sequence));
  }

  /** The stage that stands for a validated quote. */
  long qualified() {
    return qualified;
  }

  /** What Odoo calls that stage. */
  String qualifiedName() {
    return names.getOrDefault(qualified, "");
  }

  /** The position of a stage; one that is not known comes before all others. */
  int sequence(long stage) {
    return sequences.getOrDefault(stage, Integer.MIN_VALUE);
  }

  boolean isWon(long stage) {
    return won.contains(stage);
  }
}
