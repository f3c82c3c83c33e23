package io.odoosync.internal.lead;

import io.odoosync.source.TravelState;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which steps a lead lacks to be where its travel is. A stage is a desired state: only what is
 * missing is done, and a lead never moves backwards. What a person decided in Odoo stays.
 *
 * <table>
 * <caption>Verdicts</caption>
 * <tr><th>lead in Odoo</th><th>new</th><th>quote validated</th><th>invoiced</th><th>cancelled</th>
 * </tr>
 * <tr><td>before the stage Qualified</td><td>-</td><td>qualify</td><td>convert, win</td><td>lose
 * </td></tr>
 * <tr><td>Qualified or further</td><td>-</td><td>-</td><td>convert, win</td><td>lose</td></tr>
 * <tr><td>opportunity, open</td><td>-</td><td>as above</td><td>win</td><td>lose</td></tr>
 * <tr><td>won</td><td>-</td><td>-</td><td>convert</td><td>reported</td></tr>
 * <tr><td>lost, or maybe only archived</td><td>-</td><td>reported</td><td>reported</td><td>-</td>
 * </tr>
 * <tr><td>archived, not lost</td><td>-</td><td>left</td><td>left</td><td>left</td></tr>
 * <tr><td>moved back after it was there</td><td>-</td><td>left</td><td>reported</td><td>left</td>
 * </tr>
 * </table>
 *
 * <p>A lead has been where its travel is once it was seen there, or brought there, for the state
 * that the travel still has.
 */
public final class LeadSteps {

  /** A change of a lead, in the order in which they are applied. */
  public enum PipelineStep {
    /** Move it to the stage that stands for a validated quote. */
    QUALIFY,
    /** Make it an opportunity. */
    CONVERT,
    /** Mark it won. */
    WIN,
    /** Mark it lost. */
    LOSE
  }

  /**
   * Where a lead is now.
   *
   * @param opportunity whether it has been converted
   * @param active whether it is neither archived nor lost
   * @param won whether it is in a won stage
   * @param impossible whether its probability is 0, as that of a lost lead is
   * @param stageSequence position of its stage in the pipeline; lower than any stage's if it has
   *     none
   * @param toldApart whether it says if it is lost or only archived: Odoo 19 and later keep that in
   *     a field, and everywhere a lost lead may have a reason. Else both have probability 0
   */
  public record LeadState(
      boolean opportunity,
      boolean active,
      boolean won,
      boolean impossible,
      int stageSequence,
      boolean toldApart) {

    /** A lead that was just created. */
    public static final LeadState FRESH =
        new LeadState(false, true, false, true, Integer.MIN_VALUE);

    /** One that says whether it is lost. */
    public LeadState(
        boolean opportunity, boolean active, boolean won, boolean impossible, int stageSequence) {
      this(opportunity, active, won, impossible, stageSequence, true);
    }

    /** Odoo 14 to 18 archive with probability 0 too, so a lead in a won stage is not lost. */
    boolean lost() {
      return !active && impossible && !won;
    }
  }

  /** What is to be done. */
  public sealed interface Verdict {

    /**
     * The lead is where its travel is once these steps are made.
     *
     * @param steps in their order; none if it is there already
     */
    record Missing(Set<PipelineStep> steps) implements Verdict {}

    /** A person took the lead out of the way; nothing is to be done. */
    record Left() implements Verdict {}

    /** Host and Odoo contradict each other, and only a person can say who is right. */
    record Contradiction(String reason, String advice) implements Verdict {}
  }

  private LeadSteps() {}

  /**
   * Decides.
   *
   * @param travel how far the travel has come
   * @param lead where the lead is
   * @param reachedBefore whether the lead has been where this travel is, since the travel is there
   * @param qualifiedSequence position of the stage that stands for a validated quote
   */
  public static Verdict decide(
      TravelState travel, LeadState lead, boolean reachedBefore, int qualifiedSequence) {
    if (travel == TravelState.NEW) {
      return missing(EnumSet.noneOf(PipelineStep.class));
    }
    if (!lead.active()) {
      return outOfSight(travel, lead);
    }
    if (travel == TravelState.CANCELLED && lead.won()) {
      return wonButCancelled();
    }
    Set<PipelineStep> steps = steps(travel, lead, qualifiedSequence);
    return reachedBefore && !steps.isEmpty() ? movedBack(travel, lead) : missing(steps);
  }

  private static Set<PipelineStep> steps(
      TravelState travel, LeadState lead, int qualifiedSequence) {
    Set<PipelineStep> steps = EnumSet.noneOf(PipelineStep.class);
    switch (travel) {
      case NEW -> {}
      case QUOTE_VALIDATED -> {
        if (!lead.won() && lead.stageSequence() < qualifiedSequence) {
          steps.add(PipelineStep.QUALIFY);
        }
      }
      case INVOICED -> {
        if (!lead.opportunity()) {
          steps.add(PipelineStep.CONVERT);
        }
        if (!lead.won()) {
          steps.add(PipelineStep.WIN);
        }
      }
      case CANCELLED -> steps.add(PipelineStep.LOSE);
    }
    return steps;
  }

  private static Verdict missing(Set<PipelineStep> steps) {
    return new Verdict.Missing(steps);
  }

  private static Verdict outOfSight(TravelState travel, LeadState lead) {
    if (!lead.lost()) {
      return new Verdict.Left();
    }
    return travel == TravelState.CANCELLED
        ? missing(EnumSet.noneOf(PipelineStep.class))
        : lostButGoingOn(
            travel == TravelState.INVOICED ? "is invoiced" : "has a validated quote",
            lead.toldApart());
  }

  private static Verdict lostButGoingOn(String travel, boolean toldApart) {
    return toldApart
        ? new Verdict.Contradiction(
            travel + ", but its lead is lost in Odoo",
            "Restore the lead in Odoo if it is not lost, else cancel the travel.")
        : new Verdict.Contradiction(
            travel + ", but its lead is archived or lost in Odoo",
            "This Odoo keeps the two alike unless a lost lead has a reason. Restore the lead in Odoo"
                + " if the travel goes on, else cancel the travel.");
  }

  private static Verdict wonButCancelled() {
    return new Verdict.Contradiction(
        "is cancelled, but its lead is won in Odoo",
        "Move the lead out of the won stage and mark it lost in Odoo, if it is lost.");
  }

  private static Verdict movedBack(TravelState travel, LeadState lead) {
    return travel == TravelState.INVOICED && !lead.won()
        ? new Verdict.Contradiction(
            "is invoiced and its lead was won, but has been moved back in Odoo",
            "Mark the lead won in Odoo again, or cancel the travel.")
        : new Verdict.Left();
  }
}
