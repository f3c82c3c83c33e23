package io.odoosync.verification.workflow;

import static io.odoosync.verification.workflow.SchoolTravel.teacher;

import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.report.AdminNotifier;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.SteppedClock;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** An engine of which an administrator hears. */
abstract class NewsSuite extends EngineSuite {

  final InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19);
  final OdooUnderTest odoo = OdooUnderTest.of(server);
  final SchoolTravel host = new SchoolTravel();
  final Administrator administrator = new Administrator();
  final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-01T00:00:00Z"));

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return odoo;
  }

  final SyncEngine engine() {
    return telling(administrator).build();
  }

  final SyncEngineBuilder telling(AdminNotifier notifier) {
    return engine(host, client()).clock(clock).notifier(notifier);
  }

  final void nameless(int... teachers) {
    IntStream.of(teachers).forEach(i -> host.put(teacher(i).name(" ").build()));
  }

  static void runs(SyncEngine engine, int times) {
    for (int i = 0; i < times; i++) {
      engine.runAll();
    }
  }
}
