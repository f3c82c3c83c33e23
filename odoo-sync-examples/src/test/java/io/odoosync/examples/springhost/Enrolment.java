package io.odoosync.examples.springhost;

import io.odoosync.SyncEngine;
import io.odoosync.report.SyncReport;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A service that calls the engine where it must not be called. */
@Service
class Enrolment {

  private final Teachers teachers;
  private final SyncEngine engine;

  Enrolment(Teachers teachers, SyncEngine engine) {
    this.teachers = teachers;
    this.engine = engine;
  }

  /** Saves, syncs, and then fails like any service may. */
  @Transactional
  public void saveAndSyncAndFail(Teacher teacher, Consumer<SyncReport> told) {
    teachers.saveAndFlush(teacher);
    told.accept(engine.runAll());
    throw new IllegalStateException("the credit card was refused");
  }
}
