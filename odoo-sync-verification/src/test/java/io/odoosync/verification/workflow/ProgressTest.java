package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.SyncEngine;
import io.odoosync.report.StageProgress;
import io.odoosync.report.SyncListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A listener hears how far a run has come. */
class ProgressTest extends InProcessSuite {

  private static final int RECORDS = 7;

  private final List<StageProgress> told = new ArrayList<>();

  private SyncEngine engine() {
    return engine(SchoolTravel.of(RECORDS))
        .batchSize(CONTACT, 3)
        .batchSize(TRAVEL, 5)
        .listener(
            new SyncListener() {
              @Override
              public void onProgress(StageProgress progress) {
                told.add(progress);
              }
            })
        .build();
  }

  @Test
  void runAll_newRecords_tellsHowFarAfterEachBatch() {
    engine().runAll();

    List<StageProgress> contacts =
        told.stream().filter(progress -> progress.type() == CONTACT).toList();
    assertThat(contacts).extracting(StageProgress::done).containsExactly(0L, 3L, 6L, 7L);
    assertThat(contacts).extracting(StageProgress::total).containsOnly(7L);
    assertThat(contacts.get(0).left()).isNull();
    assertThat(contacts.subList(1, 4)).extracting(StageProgress::left).doesNotContainNull();
    assertThat(contacts.get(3).left()).isZero();
    assertThat(told)
        .filteredOn(progress -> progress.type() == TRAVEL)
        .extracting(StageProgress::done)
        .containsExactly(0L, 5L, 7L);
  }

  @Test
  void sync_someRecords_tellsOfThese() {
    SyncEngine engine = engine();
    engine.runAll();
    told.clear();

    engine.sync(CONTACT, SchoolTravel.teacherKey(1), SchoolTravel.teacherKey(2));

    assertThat(told).extracting(StageProgress::done).containsExactly(0L, 2L);
    assertThat(told).extracting(StageProgress::total).containsOnly(2L);
  }
}
