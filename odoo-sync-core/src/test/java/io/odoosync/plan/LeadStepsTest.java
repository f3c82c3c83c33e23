package io.odoosync.plan;

import static io.odoosync.plan.LeadSteps.Step.CONVERT;
import static io.odoosync.plan.LeadSteps.Step.QUALIFY;
import static io.odoosync.plan.LeadSteps.Step.WIN;
import static io.odoosync.source.TravelState.INVOICED;
import static io.odoosync.source.TravelState.NEW;
import static io.odoosync.source.TravelState.QUOTE_VALIDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.plan.LeadSteps.LeadState;
import io.odoosync.plan.LeadSteps.Step;
import io.odoosync.source.TravelState;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeadStepsTest {

  private static final int QUALIFIED = 2;

  private static final LeadState FRESH = new LeadState(false, true, false, 1);
  private static final LeadState AT_QUALIFIED = new LeadState(false, true, false, 2);
  private static final LeadState BEYOND = new LeadState(true, true, false, 3);
  private static final LeadState WON = new LeadState(true, true, true, 70);
  private static final LeadState WON_LEAD = new LeadState(false, true, true, 70);
  private static final LeadState LOST = new LeadState(true, false, false, 1);

  static Stream<Arguments> everyCell() {
    return Stream.of(
        arguments(NEW, FRESH, Set.of()),
        arguments(NEW, AT_QUALIFIED, Set.of()),
        arguments(NEW, BEYOND, Set.of()),
        arguments(NEW, WON, Set.of()),
        arguments(NEW, LOST, Set.of()),
        arguments(QUOTE_VALIDATED, FRESH, Set.of(QUALIFY)),
        arguments(QUOTE_VALIDATED, AT_QUALIFIED, Set.of()),
        arguments(QUOTE_VALIDATED, BEYOND, Set.of()),
        arguments(QUOTE_VALIDATED, WON, Set.of()),
        arguments(QUOTE_VALIDATED, WON_LEAD, Set.of()),
        arguments(QUOTE_VALIDATED, LOST, Set.of()),
        arguments(INVOICED, FRESH, Set.of(CONVERT, WIN)),
        arguments(INVOICED, AT_QUALIFIED, Set.of(CONVERT, WIN)),
        arguments(INVOICED, BEYOND, Set.of(WIN)),
        arguments(INVOICED, WON, Set.of()),
        arguments(INVOICED, WON_LEAD, Set.of(CONVERT)),
        arguments(INVOICED, LOST, Set.of()));
  }

  @ParameterizedTest
  @MethodSource("everyCell")
  void missing_travelAndLead_areTheStepsBetween(
      TravelState travel, LeadState lead, Set<Step> expected) {
    assertThat(LeadSteps.missing(travel, lead, QUALIFIED)).isEqualTo(expected);
  }
}
