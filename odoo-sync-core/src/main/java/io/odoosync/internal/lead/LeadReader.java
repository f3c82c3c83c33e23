package io.odoosync.internal.lead;

import io.odoosync.EntityType;
import io.odoosync.internal.lead.LeadSteps.LeadState;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads where leads are now, in one call however many there are. */
final class LeadReader {

  /** What tells where a lead is. */
  static final Set<String> FIELDS = Set.of("type", "active", "stage_id", "probability", "tag_ids");

  /** Without these, a lead would seem to be somewhere else than it is. */
  static final Set<String> VITAL = Set.of("type", "active", "stage_id", "probability");

  private final OdooClient client;
  private final CrmStages stages;

  LeadReader(OdooClient client, CrmStages stages) {
    this.client = client;
    this.stages = stages;
  }

  /**
   * A lead as it was read.
   *
   * @param state where it is in the pipeline
   * @param tags its tags
   */
  record Lead(LeadState state, Set<Long> tags) {

    /** One that was just created. */
    static final Lead FRESH = new Lead(LeadState.FRESH, Set.of());
  }

  /** Those of these leads that are still in Odoo, archived ones too. */
  Map<Long, Lead> read(Collection<Long> ids) {
    Map<Long, Lead> leads = new HashMap<>();
    for (OdooRecord record :
        client.read(EntityType.TRAVEL.model(), ids, List.copyOf(new TreeSet<>(FIELDS)))) {
      leads.put(record.id(), lead(record));
    }
    return leads;
  }

  /** Where a lead is that was read with {@link #FIELDS}. */
  Lead lead(OdooRecord record) {
    return new Lead(state(record), new HashSet<>(record.references("tag_ids")));
  }

  private LeadState state(OdooRecord lead) {
    long stage = lead.reference("stage_id").orElse(0L);
    return new LeadState(
        lead.text("type").filter("opportunity"::equals).isPresent(),
        lead.flag("active"),
        stages.isWon(stage),
        lead.number("probability").orElse(BigDecimal.ZERO).signum() == 0,
        stages.sequence(stage));
  }
}
