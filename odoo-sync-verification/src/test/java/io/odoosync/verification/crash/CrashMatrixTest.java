package io.odoosync.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.verification.odoo.Share;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stops the world at the boundaries of a run, with the in-process Odoo; see {@link Share}. */
@Tag("more")
class CrashMatrixTest {

  static Stream<Arguments> serversAndScenarios() {
    return Server.all().stream()
        .flatMap(
            server ->
                Stream.of(Scenario.values())
                    .map(
                        each ->
                            Arguments.of(
                                server.alternating(
                                    server.number()
                                        + Arrays.asList(Scenario.values()).indexOf(each)),
                                each)));
  }

  @ParameterizedTest
  @MethodSource("serversAndScenarios")
  void run_worldStopsAtAnyBoundary_oneRecordEachAndNothingLost(Server server, Scenario scenario) {
    Findings findings = new CrashMatrix(server, scenario, Stores::inMemory, Share.wanted()).run();

    assertThat(findings.lines()).isEmpty();
  }
}
