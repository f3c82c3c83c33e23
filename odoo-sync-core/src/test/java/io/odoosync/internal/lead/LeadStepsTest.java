package io.odoosync.internal.lead;

import static io.odoosync.internal.lead.LeadSteps.PipelineStep.CONVERT;
import static io.odoosync.internal.lead.LeadSteps.PipelineStep.LOSE;
import static io.odoosync.internal.lead.LeadSteps.PipelineStep.QUALIFY;
import static io.odoosync.internal.lead.LeadSteps.PipelineStep.WIN;
import static io.odoosync.source.TravelState.CANCELLED;
import static io.odoosync.source.TravelState.INVOICED;
import static io.odoosync.source.TravelState.NEW;
import static io.odoosync.source.TravelState.QUOTE_VALIDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.internal.lead.LeadSteps.LeadState;
import io.odoosync.internal.lead.LeadSteps.PipelineStep;
import io.odoosync.internal.lead.LeadSteps.Verdict;
import io.odoosync.source.TravelState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeadStepsTest {

  private static final int QUALIFIED = 2;

  private static final LeadState FRESH = new LeadState(false, true, false, true, 1);
  private static final LeadState AT_QUALIFIED = new LeadState(false, true, false, false, 2);
  private static final LeadState FURTHER = new LeadState(false, true, false, false, 3);
  private static final LeadState WON_LEAD = new LeadState(false, true, true, false, 70);
  private static final LeadState LOST_LEAD = new LeadState(false, false, false, true, 1);
  private static final LeadState ARCHIVED_LEAD = new LeadState(false, false, false, false, 1);
  private static final LeadState EARLY = new LeadState(true, true, false, false, 1);
  private static final LeadState OPEN = new LeadState(true, true, false, false, 3);
  private static final LeadState WON = new LeadState(true, true, true, false, 70);
  private static final LeadState LOST = new LeadState(true, false, false, true, 3);
  private static final LeadState ARCHIVED = new LeadState(true, false, false, false, 3);

  /** On Odoo 14 an archived lead has no probability either, but it stays in its won stage. */
  private static final LeadState WON_THEN_ARCHIVED = new LeadState(true, false, true, true, 70);

  private static final String LEFT = "left";
  private static final String REPORTED = "reported";

  private record Cell(LeadState lead, Object qualified, Object invoiced, Object cancelled) {
    private Object expected(TravelState travel) {
      return switch (travel) {
        case NEW -> Set.of();
        case QUOTE_VALIDATED -> qualified;
        case INVOICED -> invoiced;
        case CANCELLED -> cancelled;
      };
    }
  }

  private static final List<Cell> NEVER_ARRIVED =
      List.of(
          new Cell(LeadState.FRESH, Set.of(QUALIFY), Set.of(CONVERT, WIN), Set.of(LOSE)),
          new Cell(FRESH, Set.of(QUALIFY), Set.of(CONVERT, WIN), Set.of(LOSE)),
          new Cell(AT_QUALIFIED, Set.of(), Set.of(CONVERT, WIN), Set.of(LOSE)),
          new Cell(FURTHER, Set.of(), Set.of(CONVERT, WIN), Set.of(LOSE)),
          new Cell(WON_LEAD, Set.of(), Set.of(CONVERT), REPORTED),
          new Cell(LOST_LEAD, REPORTED, REPORTED, Set.of()),
          new Cell(ARCHIVED_LEAD, LEFT, LEFT, LEFT),
          new Cell(EARLY, Set.of(QUALIFY), Set.of(WIN), Set.of(LOSE)),
          new Cell(OPEN, Set.of(), Set.of(WIN), Set.of(LOSE)),
          new Cell(WON, Set.of(), Set.of(), REPORTED),
          new Cell(LOST, REPORTED, REPORTED, Set.of()),
          new Cell(ARCHIVED, LEFT, LEFT, LEFT),
          new Cell(WON_THEN_ARCHIVED, LEFT, LEFT, LEFT));

  /** The lead has been where its travel is; whatever it lacks now, a person has undone. */
  private static final List<Cell> ARRIVED_BEFORE =
      List.of(
          new Cell(FRESH, LEFT, REPORTED, LEFT),
          new Cell(AT_QUALIFIED, Set.of(), REPORTED, LEFT),
          new Cell(FURTHER, Set.of(), REPORTED, LEFT),
          new Cell(WON_LEAD, Set.of(), LEFT, REPORTED),
          new Cell(LOST_LEAD, REPORTED, REPORTED, Set.of()),
          new Cell(ARCHIVED_LEAD, LEFT, LEFT, LEFT),
          new Cell(EARLY, LEFT, REPORTED, LEFT),
          new Cell(OPEN, Set.of(), REPORTED, LEFT),
          new Cell(WON, Set.of(), Set.of(), REPORTED),
          new Cell(LOST, REPORTED, REPORTED, Set.of()),
          new Cell(ARCHIVED, LEFT, LEFT, LEFT),
          new Cell(WON_THEN_ARCHIVED, LEFT, LEFT, LEFT));

  static Stream<Arguments> everyCell() {
    return Stream.of(false, true).flatMap(LeadStepsTest::cells);
  }

  private static Stream<Arguments> cells(boolean arrivedBefore) {
    return (arrivedBefore ? ARRIVED_BEFORE : NEVER_ARRIVED)
        .stream()
            .flatMap(
                cell ->
                    Arrays.stream(TravelState.values())
                        .map(
                            travel ->
                                arguments(
                                    travel, cell.lead(), arrivedBefore, cell.expected(travel))));
  }

  @ParameterizedTest
  @MethodSource("everyCell")
  void decide_travelAndLead_areTheStepsBetweenOrAPersonsDecision(
      TravelState travel, LeadState lead, boolean arrivedBefore, Object expected) {
    assertThat(inShort(LeadSteps.decide(travel, lead, arrivedBefore, QUALIFIED)))
        .isEqualTo(expected);
  }

  private static Object inShort(Verdict verdict) {
    if (verdict instanceof Verdict.Missing missing) {
      return missing.steps();
    }
    return verdict instanceof Verdict.Left ? LEFT : REPORTED;
  }

  @Test
  void decide_severalSteps_areInTheOrderOfTheirApplication() {
    Verdict verdict = LeadSteps.decide(INVOICED, FRESH, false, QUALIFIED);
    Set<PipelineStep> steps = ((Verdict.Missing) verdict).steps();
    assertThat(steps).isInstanceOf(EnumSet.class).containsExactly(CONVERT, WIN);
  }

  @Test
  void decide_contradiction_saysWhatIsWrongAndWhoCanMendIt() {
    assertThat(LeadSteps.decide(INVOICED, LOST, false, QUALIFIED))
        .isEqualTo(
            new Verdict.Contradiction(
                "is invoiced, but its lead is lost in Odoo",
                "Restore the lead in Odoo if it is not lost, else cancel the travel."));
    assertThat(LeadSteps.decide(CANCELLED, WON, false, QUALIFIED).toString())
        .contains("is cancelled, but its lead is won in Odoo");
    assertThat(LeadSteps.decide(QUOTE_VALIDATED, LOST, false, QUALIFIED).toString())
        .contains("has a validated quote, but its lead is lost in Odoo");
    assertThat(LeadSteps.decide(NEW, LOST, false, QUALIFIED))
        .isEqualTo(new Verdict.Missing(Set.of()));
  }

  /** Odoo 14 to 18 archive with probability 0, and keep nothing else of a loss without reason. */
  @Test
  void decide_archivedOrLost_saysThatEitherMayBeSo() {
    LeadState either = new LeadState(true, false, false, true, 3, false);
    assertThat(LeadSteps.decide(QUOTE_VALIDATED, either, false, QUALIFIED))
        .isEqualTo(
            new Verdict.Contradiction(
                "has a validated quote, but its lead is archived or lost in Odoo",
                "This Odoo keeps the two alike unless a lost lead has a reason. Restore the lead in"
                    + " Odoo if the travel goes on, else cancel the travel."));
    assertThat(LeadSteps.decide(CANCELLED, either, false, QUALIFIED))
        .isEqualTo(new Verdict.Missing(Set.of()));
  }
}
