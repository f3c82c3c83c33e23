package io.odoosync.internal;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.plan.LeadSteps;
import io.odoosync.plan.LeadSteps.Step;
import io.odoosync.report.Outcome;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelState;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings leads to where their travels are: reads where they are now, then applies each missing step
 * to all leads that lack it in one call.
 *
 * <p>Conversion is a plain write: {@code convert_opportunity} crashes over RPC when it is given a
 * partner (Odoo 18 and 19), and wipes the lead's partner when it is not.
 */
final class LeadFollowUp implements FollowUp<Travel> {

  private static final String MODEL = EntityType.TRAVEL.model();
  private static final List<String> FIELDS = List.of("type", "active", "stage_id");

  private final OdooClient client;
  private final Changes changes;
  private final PipelineStages stages;
  private final Clock clock;

  LeadFollowUp(OdooClient client, Changes changes, PipelineStages stages, Clock clock) {
    this.client = client;
    this.changes = changes;
    this.stages = stages;
    this.clock = clock;
  }

  @Override
  public Map<LocalKey, List<String>> plan(Map<LocalKey, Followed<Travel>> travels) {
    return Map.of();
  }

  @Override
  public Map<LocalKey, Outcome> apply(Map<LocalKey, Followed<Travel>> travels) {
    Map<LocalKey, Long> leads = new HashMap<>();
    Map<Long, TravelState> advanced = new HashMap<>();
    travels.forEach(
        (key, travel) -> {
          Long lead = Objects.requireNonNull(Objects.requireNonNull(travel.link()).odooId());
          leads.put(key, lead);
          if (travel.source().state() != TravelState.NEW) {
            advanced.put(lead, travel.source().state());
          }
        });
    Map<Long, Outcome> byLead = advance(advanced);
    Map<LocalKey, Outcome> outcomes = new HashMap<>();
    leads.forEach(
        (key, lead) -> {
          Outcome outcome = byLead.get(lead);
          if (outcome != null) {
            outcomes.put(key, outcome);
          }
        });
    return outcomes;
  }

  private Map<Long, Outcome> advance(Map<Long, TravelState> travels) {
    Map<Long, Outcome> outcomes = new HashMap<>();
    travels.keySet().forEach(lead -> outcomes.put(lead, gone(lead)));
    Map<Step, Set<Long>> missing = new EnumMap<>(Step.class);
    for (OdooRecord lead : client.read(MODEL, travels.keySet(), FIELDS)) {
      outcomes.remove(lead.id());
      TravelState travel = Objects.requireNonNull(travels.get(lead.id()));
      for (Step step :
          LeadSteps.missing(travel, state(lead), stages.sequence(stages.qualified()))) {
        missing.computeIfAbsent(step, s -> new TreeSet<>()).add(lead.id());
      }
    }
    missing.forEach((step, leads) -> apply(step, leads, outcomes));
    return outcomes;
  }

  private LeadSteps.LeadState state(OdooRecord lead) {
    boolean opportunity = lead.text("type").filter("opportunity"::equals).isPresent();
    long stage = lead.reference("stage_id").orElse(0L);
    return new LeadSteps.LeadState(
        opportunity, lead.flag("active"), stages.isWon(stage), stages.sequence(stage));
  }

  /** A lead for which an earlier step failed is left where it is. */
  private void apply(Step step, Set<Long> leads, Map<Long, Outcome> outcomes) {
    leads.removeIf(lead -> outcomes.get(lead) instanceof Outcome.Failed);
    Map<Long, OdooException> failures = changes.make(List.copyOf(leads), change(step));
    for (Long lead : leads) {
      OdooException failure = failures.get(lead);
      outcomes.put(lead, failure == null ? new Outcome.Updated(lead) : Failures.of(failure));
    }
  }

  private Change change(Step step) {
    return new Change() {
      @Override
      public void make(List<Long> leads) {
        LeadFollowUp.this.make(step, leads);
      }

      @Override
      public Set<Long> made(List<Long> leads) {
        return Set.of();
      }
    };
  }

  private void make(Step step, List<Long> leads) {
    switch (step) {
      case QUALIFY -> client.write(MODEL, leads, Map.of("stage_id", stages.qualified()));
      case CONVERT ->
          client.write(
              MODEL, leads, Map.of("type", "opportunity", "date_conversion", clock.instant()));
      case WIN -> client.call(MethodCall.of(MODEL, "action_set_won").ids(leads));
    }
  }

  private static Outcome gone(long lead) {
    return new Outcome.Failed(
        MODEL + " " + lead + " is no longer in Odoo",
        "Restore the lead in Odoo, or drop its link.");
  }
}
