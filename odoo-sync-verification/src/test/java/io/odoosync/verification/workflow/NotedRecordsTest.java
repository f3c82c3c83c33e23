package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.report.NotifierOptions;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryOutbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the host has noted in the outbox, in a run that can't deal with it. */
class NotedRecordsTest extends InProcessSuite {

  private final SchoolTravel host = new SchoolTravel();
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final List<SyncReport> told = new ArrayList<>();

  @BeforeEach
  void note() {
    host.put(teacher(1).name(" ").build());
    outbox.changed(CONTACT, List.of(teacherKey(1)));
  }

  private SyncEngineBuilder builder() {
    return engine(host).outbox(outbox).notifier(told::add, NotifierOptions.DEFAULT);
  }

  @Test
  void runChanges_sourceFails_whatWasNotedStaysNoted() {
    SyncReport report = builder().contacts(new BrokenSource()).build().runChanges();

    assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.COMPLETED);
    assertThat(report.stage(CONTACT).orElseThrow().failure()).isNotNull();
    assertThat(outbox.size()).isEqualTo(1);
  }

  @Test
  void runChanges_stopped_whatWasNotedCanBeTakenAgainSoon() {
    server.expireApiKey();

    SyncReport report = builder().build().runChanges();

    assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.STOPPED);
    Instant soon = Instant.now().plusSeconds(10);
    assertThat(outbox.take(10, soon, Duration.ofMinutes(1))).hasSize(1);
  }

  @Test
  void run_recordThatWasNotedFailsAfterIt_isToldToo() {
    SyncReport report = builder().build().run(TRAVEL);

    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    assertThat(outbox.size()).isZero();
    assertThat(told).singleElement().extracting(SyncReport::isSuccessful).isEqualTo(false);
  }

  private static final class BrokenSource implements ContactSource {
    @Override
    public Stream<Contact> contacts() {
      throw new IllegalStateException("the table is locked");
    }

    @Override
    public Collection<Contact> find(Collection<LocalKey> keys) {
      throw new IllegalStateException("the table is locked");
    }
  }
}
