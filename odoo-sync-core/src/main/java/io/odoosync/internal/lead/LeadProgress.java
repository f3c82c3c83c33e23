package io.odoosync.internal.lead;

import io.odoosync.LocalKey;
import io.odoosync.internal.lead.LeadMemory.Arrival;
import io.odoosync.internal.lead.LeadSteps.PipelineStep;
import io.odoosync.internal.step.Progress;
import io.odoosync.internal.step.StepResult;
import io.odoosync.source.Travel;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far one lead has come towards where its travel is.
 *
 * @param travel the travel
 * @param lead the lead's id; {@code null} if it is only planned to be created
 * @param newTags those of the travel's tags that Odoo does not know yet
 * @param missing the steps of the pipeline that the lead still lacks; grows shorter
 * @param lostReason the reason that it is marked lost with; {@code null} if there is to be none
 * @param arrival what to remember once the lead lacks nothing; {@code null} if nothing
 * @param result what came of the steps
 */
record LeadProgress(
    Travel travel,
    @Nullable Long lead,
    Set<String> newTags,
    Set<PipelineStep> missing,
    @Nullable Long lostReason,
    @Nullable Arrival arrival,
    StepResult result)
    implements Progress {

  @Override
  public LocalKey key() {
    return travel.key();
  }

  /** A step was made. */
  void made(PipelineStep step) {
    missing.remove(step);
  }

  /** Whether the lead is where its travel is; not so if a call broke off before its last step. */
  boolean hasArrived() {
    return missing.isEmpty() && !result.hasFailed();
  }

  /** The lead's id, when it is in Odoo. */
  long id() {
    return Objects.requireNonNull(lead);
  }
}
