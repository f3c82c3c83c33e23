package io.odoosync.internal.lead;

import io.odoosync.odoo.OdooRecord;
import java.math.BigDecimal;
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
      sequences.put(stage.id(), stage.number("sequence").orElse(BigDecimal.ZERO).intValue());
      if (stage.flag("is_won")) {
        won.add(stage.id());
      }
    }
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
