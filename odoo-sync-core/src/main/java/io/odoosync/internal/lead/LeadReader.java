package io.odoosync.internal.lead;

import io.odoosync.EntityType;
import io.odoosync.internal.field.ModelFields;
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

  private static final String TAGS = "tag_ids";

  /** What a lead must have, with the types. */
  static final Map<String, Set<String>> VITAL =
      Map.of(
          "type", Set.of("selection"),
          "active", Set.of("boolean"),
          "stage_id", Set.of("many2one"),
          "probability", Set.of("float"));

  /** What it may have. */
  static final Map<String, Set<String>> OPTIONAL = Map.of(TAGS, Set.of("many2many"));

  /** From Odoo 19 on: won, lost or pending. */
  private static final String OUTCOME = "won_status";

  private final OdooClient client;
  private final CrmStages stages;
  private final Set<String> fields;

  /**
   * Makes a reader for one server.
   *
   * @param known all fields of a lead there
   */
  LeadReader(OdooClient client, CrmStages stages, ModelFields known) {
    this.client = client;
    this.stages = stages;
    this.fields = new TreeSet<>(VITAL.keySet());
    fields.addAll(known.among(OPTIONAL.keySet()));
    fields.addAll(known.among(LostReason.FIELDS));
    fields.addAll(known.among(Set.of(OUTCOME)));
  }

  /** The fields that tell where a lead is. */
  Set<String> fields() {
    return fields;
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
    for (OdooRecord record : client.read(EntityType.TRAVEL.model(), ids, List.copyOf(fields))) {
      leads.put(record.id(), lead(record));
    }
    return leads;
  }

  /** Where a lead is that was read with {@link #fields}. */
  Lead lead(OdooRecord record) {
    return new Lead(state(record), tags(record));
  }

  private static Set<Long> tags(OdooRecord record) {
    return record.values().has(TAGS) ? new HashSet<>(record.references(TAGS)) : Set.of();
  }

  private LeadState state(OdooRecord lead) {
    long stage = lead.reference("stage_id").orElse(0L);
    return new LeadState(
        lead.text("type").filter("opportunity"::equals).isPresent(),
        lead.flag("active"),
        stages.isWon(stage),
        lead.number("probability").orElse(BigDecimal.ZERO).signum() == 0,
        stages.sequence(stage),
        saysWhetherLost(lead));
  }

  private boolean saysWhetherLost(OdooRecord lead) {
    return fields.contains(OUTCOME)
        || LostReason.FIELDS.stream()
            .filter(fields::contains)
            .anyMatch(reason -> lead.reference(reason).isPresent());
  }
}
