package io.odoosync.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.Fault;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncObservationsTest {

  private final InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ObservationRegistry registry = ObservationRegistry.create();
  private final SyncObservations observations = new SyncObservations(registry);
  private final List<Observation.Context> ended = new ArrayList<>();

  @BeforeEach
  void handle() {
    registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    registry
        .observationConfig()
        .observationHandler(
            new ObservationHandler<Observation.Context>() {
              @Override
              public void onStop(Observation.Context context) {
                ended.add(context);
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return true;
              }
            });
  }

  @AfterEach
  void close() {
    odoo.close();
  }

  private SyncEngine engine() {
    return SyncedSchool.engine(
            odoo, observations, new InMemoryStores(), SyncedSchool.teachers("Ada", "Luc"))
        .listener(observations)
        .build();
  }

  private List<Observation.Context> named(String name) {
    return ended.stream().filter(context -> name.equals(context.getName())).toList();
  }

  private static String parent(Observation.Context context) {
    ObservationView parent = context.getParentObservation();
    return parent == null ? "" : String.valueOf(parent.getContextView().getName());
  }

  private static String value(Observation.Context context, String key) {
    return context.getAllKeyValues().stream()
        .filter(each -> each.getKey().equals(key))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @Test
  void runAll_completed_isATimerAndARunWithItsStages() {
    engine().runAll();

    Timer run = meters.get("odoo.sync.run").tag("status", "completed").timer();
    assertThat(run.count()).isEqualTo(1);
    Observation.Context stage = named(SyncObservations.STAGE).get(0);
    assertThat(value(stage, "type")).isEqualTo("contact");
    assertThat(value(stage, "outcome")).isEqualTo("success");
    assertThat(value(stage, "records")).isEqualTo("2");
    assertThat(parent(stage)).isEqualTo(SyncObservations.RUN);
    assertThat(registry.getCurrentObservation()).isNull();
  }

  @Test
  void runAll_calls_areTimedByModelMethodAndOutcome() {
    engine().runAll();

    assertThat(
            meters
                .get("odoo.sync.call")
                .tag("model", "res.partner")
                .tag("method", "load")
                .tag("outcome", "success")
                .timer()
                .count())
        .isEqualTo(1);
    Observation.Context load =
        named(SyncObservations.CALL).stream()
            .filter(call -> value(call, "method").equals("load"))
            .findFirst()
            .orElseThrow();
    assertThat(parent(load)).isEqualTo(SyncObservations.STAGE);
  }

  @Test
  void runAll_answerLost_isACallOfUnknownOutcome() {
    odoo.faults().on("res.partner", "load").once(Fault.closeAfterCommit());

    engine().runAll();

    assertThat(meters.get("odoo.sync.call").tag("outcome", "unknown").timer().count()).isEqualTo(1);
  }

  @Test
  void runAll_keyRefused_endsTheRunAndLeavesNothingOpen() {
    odoo.expireApiKey();

    engine().runAll();

    assertThat(meters.get("odoo.sync.run").tag("status", "stopped").timer().count()).isEqualTo(1);
    assertThat(registry.getCurrentObservation()).isNull();
    assertThat(meters.get("odoo.sync.call").tag("failure", "OdooAuthenticationException").timers())
        .isNotEmpty();
  }

  @Test
  void runAll_serverGone_isToldByItsFailure() {
    SyncEngine engine = engine();
    odoo.close();

    engine.runAll();

    assertThat(
            meters
                .get("odoo.sync.run")
                .tag("status", "stopped")
                .tag("successful", "false")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(ended)
        .noneMatch(context -> context.getAllKeyValues().toString().contains(odoo.apiKey()));
    assertThat(meters.find("odoo.sync.call").timers())
        .allMatch(
            timer ->
                OdooConnectionException.class
                    .getSimpleName()
                    .equals(timer.getId().getTag("failure")));
  }

  @Test
  void runAll_severalCallsAtOnce_eachIsTimed() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      names.add("Teacher " + i);
    }
    SyncedSchool.engine(
            odoo,
            observations,
            new InMemoryStores(),
            SyncedSchool.teachers(names.toArray(String[]::new)))
        .listener(observations)
        .batchSize(io.odoosync.EntityType.CONTACT, 5)
        .callsAtOnce(4)
        .build()
        .runAll();

    assertThat(
            meters
                .get("odoo.sync.call")
                .tag("model", "res.partner")
                .tag("method", "load")
                .timer()
                .count())
        .isEqualTo(8);
  }
}
