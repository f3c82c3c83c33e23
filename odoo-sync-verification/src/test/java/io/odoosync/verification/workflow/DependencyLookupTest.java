package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How customers are looked up at the host that the records of a batch wait for. */
class DependencyLookupTest extends InProcessSuite {

  private static final int RECORDS = 6;

  private final SchoolTravel host = SchoolTravel.of(RECORDS);
  private final List<Set<LocalKey>> asked = new ArrayList<>();

  @Test
  void run_customersNotInOdoo_areAskedForOnceABatch() {
    SyncReport report = runTravels(List.of());

    assertThat(report.isSuccessful()).isTrue();
    assertThat(stage(report, CONTACT).created()).isEqualTo(RECORDS);
    assertThat(stage(report, TRAVEL).created()).isEqualTo(RECORDS);
    assertThat(asked)
        .containsExactly(
            Set.of(teacherKey(1), teacherKey(2), teacherKey(3)),
            Set.of(teacherKey(4), teacherKey(5), teacherKey(6)));
  }

  @Test
  void run_customersInOdoo_areNotAskedFor() {
    engine(host).build().runAll();

    assertThat(runTravels(List.of()).isSuccessful()).isTrue();
    assertThat(asked).isEmpty();
  }

  @Test
  void run_sourceReturnsMoreThanItWasAskedFor_stopsTheStageAndSyncsNoneOfIt() {
    SyncReport report = runTravels(List.of(teacher(99).build()));

    StageReport travels = stage(report, TRAVEL);
    assertThat(travels.failure())
        .asString()
        .contains("asked for teacher/1 and 2 more, returned teacher/99 as well");
    assertThat(travels.created()).isZero();
    assertThat(report.stage(CONTACT)).isEmpty();
  }

  private SyncReport runTravels(List<Contact> tooMany) {
    return engine(host).contacts(new AskedSource(tooMany)).batchSize(TRAVEL, 3).build().run(TRAVEL);
  }

  private final class AskedSource implements ContactSource {
    private final List<Contact> tooMany;

    AskedSource(List<Contact> tooMany) {
      this.tooMany = tooMany;
    }

    @Override
    public Stream<Contact> contacts() {
      return host.contacts().contacts();
    }

    @Override
    public Collection<Contact> find(Collection<LocalKey> keys) {
      asked.add(Set.copyOf(keys));
      List<Contact> found = new ArrayList<>(host.contacts().find(keys));
      found.addAll(tooMany);
      return found;
    }
  }
}
