package io.odoosync.internal.lead;

import io.odoosync.EntityType;
import io.odoosync.internal.exchange.BatchWrite;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.lead.LeadSteps.PipelineStep;
import io.odoosync.internal.log.Notices;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The changes of leads.
 *
 * <p>Conversion is a plain write: {@code convert_opportunity} crashes over RPC when it is given a
 * partner (Odoo 16 to 20), and wipes the lead's partner when it is not.
 */
final class LeadWrites {

  private static final String MODEL = EntityType.TRAVEL.model();

  private final OdooClient client;
  private final CrmDirectory crm;
  private final LeadReader reader;
  private final Optional<String> lostReasonField;
  private final Notices notices;

  /**
   * Makes the changes for one server.
   *
   * @param fields the fields of a lead there
   */
  LeadWrites(RunContext run, CrmDirectory crm, LeadReader reader, ModelFields fields) {
    this.client = run.client();
    this.notices = run.notices();
    this.crm = crm;
    this.reader = reader;
    this.lostReasonField = LostReason.field(fields);
  }

  /**
   * One step of the pipeline.
   *
   * @param lostReason the reason of a lost lead, if there is one; a server that has no field for it
   *     marks the lead lost without
   */
  BatchWrite of(PipelineStep step, @Nullable Long lostReason, Instant now) {
    return new BatchWrite() {
      @Override
      public void make(List<Long> leads) {
        switch (step) {
          case QUALIFY -> client.write(MODEL, leads, Map.of("stage_id", crm.stages().qualified()));
          case CONVERT ->
              client.write(MODEL, leads, Map.of("type", "opportunity", "date_conversion", now));
          case WIN -> client.call(MethodCall.of(MODEL, "action_set_won").ids(leads));
          case LOSE -> lose(leads, lostReason);
        }
      }

      @Override
      public Object work() {
        return step;
      }

      /** What is won or lost is counted by Odoo, in records that all leads share. */
      @Override
      public boolean isMadeAtOnce() {
        return step == PipelineStep.QUALIFY || step == PipelineStep.CONVERT;
      }

      @Override
      public Set<Long> made(List<Long> leads) {
        return where(leads, lead -> isMade(step, lead));
      }
    };
  }

  private void lose(List<Long> leads, @Nullable Long reason) {
    MethodCall call = MethodCall.of(MODEL, "action_set_lost").ids(leads);
    if (reason != null && lostReasonField.isPresent()) {
      call = call.argument(lostReasonField.get(), reason);
    } else if (reason != null) {
      notices.say(EntityType.TRAVEL, List.of(LostReason.leftOut()));
    }
    client.call(call);
  }

  private boolean isMade(PipelineStep step, LeadReader.Lead lead) {
    return switch (step) {
      case QUALIFY ->
          lead.state().stageSequence() >= crm.stages().sequence(crm.stages().qualified());
      case CONVERT -> lead.state().opportunity();
      case WIN -> lead.state().won();
      case LOSE -> !lead.state().active();
    };
  }

  /** Creates tags as far as they are missing, and adds them to leads. */
  BatchWrite tagging(Set<String> names) {
    return new BatchWrite() {
      @Override
      public void make(List<Long> leads) {
        List<List<Long>> links =
            crm.createTags(new TreeSet<>(names)).stream().map(tag -> List.of(4L, tag)).toList();
        client.write(MODEL, leads, Map.of("tag_ids", links));
      }

      @Override
      public Set<Long> made(List<Long> leads) {
        List<Long> tags = crm.tags(List.copyOf(names)).ids();
        boolean complete = tags.size() == names.size();
        return where(leads, lead -> complete && lead.tags().containsAll(tags));
      }
    };
  }

  private Set<Long> where(List<Long> leads, Predicate<LeadReader.Lead> condition) {
    return reader.read(leads).entrySet().stream()
        .filter(lead -> condition.test(lead.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
