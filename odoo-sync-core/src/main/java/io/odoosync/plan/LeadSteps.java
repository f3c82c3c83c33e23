package io.odoosync.plan;

import io.odoosync.source.TravelState;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which steps a lead lacks to be where its travel is. A stage is a desired state: a lead that a
 * salesperson has moved further stays there, and one that was archived or lost is left alone.
 */
public final class LeadSteps {

  /** A change of a lead, in the order in which they are applied. */
  public enum Step {
    /** Move it to the stage that stands for a validated quote. */
    QUALIFY,
    /** Make it an opportunity. */
    CONVERT,
    /** Mark it won. */
    WIN
  }

  /**
   * Where a lead is now.
   *
   * @param opportunity whether it has been converted
   * @param active whether it is neither archived nor lost
   * @param won whether it is in a won stage
   * @param stageSequence position of its stage in the pipeline; lower than any stage's if it has
   *     none
   */
  public record LeadState(boolean opportunity, boolean active, boolean won, int stageSequence) {}

  private LeadSteps() {}

  /**
   * Decides.
   *
   * @param travel how far the travel has come
   * @param lead where the lead is
   * @param qualifiedSequence position of the stage that stands for a validated quote
   * @return the missing steps, possibly none
   */
  public static Set<Step> missing(TravelState travel, LeadState lead, int qualifiedSequence) {
    Set<Step> steps = EnumSet.noneOf(Step.class);
    if (!lead.active() || travel == TravelState.NEW) {
      return steps;
    }
    if (travel == TravelState.QUOTE_VALIDATED) {
      if (!lead.won() && lead.stageSequence() < qualifiedSequence) {
        steps.add(Step.QUALIFY);
      }
      return steps;
    }
    if (!lead.opportunity()) {
      steps.add(Step.CONVERT);
    }
    if (!lead.won()) {
      steps.add(Step.WIN);
    }
    return steps;
  }
}
