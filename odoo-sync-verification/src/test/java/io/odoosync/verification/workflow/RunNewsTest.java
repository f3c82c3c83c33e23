package io.odoosync.verification.workflow;

import static io.odoosync.verification.workflow.Administrator.recovered;
import static io.odoosync.verification.workflow.Administrator.started;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.RetryPolicy;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.testkit.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What administrators hear of runs and stages that stop, are cancelled, or don't begin. */
class RunNewsTest extends NewsSuite {

  @Test
  void runAll_odooIsDown_isToldOnceWhateverItShowsAndThenAsOver() {
    nameless(1);
    engine().runAll();
    server.faults().everywhere().always(Fault.closeBefore());
    runs(impatient(), 2);
    server.faults().clear();
    server.faults().everywhere().always(Fault.status(503));
    runs(impatient(), 2);

    assertThat(administrator.heard()).hasSize(2);
    assertThat(started(administrator.last())).containsExactly("RUN");
    assertThat(administrator.last().recovered()).isEmpty();

    server.faults().clear();
    engine().runAll();

    assertThat(administrator.heard()).hasSize(3);
    assertThat(recovered(administrator.last())).containsExactly("RUN");
    assertThat(administrator.last().recovered().get(0).runs()).isEqualTo(4);
    assertThat(administrator.last().started()).isEmpty();
  }

  private SyncEngine impatient() {
    return engine(host, connect(odoo.connection().retry(RetryPolicy.NEVER)))
        .clock(clock)
        .notifier(administrator)
        .build();
  }

  private static OdooClient connect(OdooConnection.Builder connection) {
    return OdooClient.connect(connection.build());
  }

  @Test
  void runAll_sourceThrows_isToldOnceAndThenAsOver() {
    ContactSource broken =
        new ContactSource() {
          @Override
          public Stream<Contact> contacts() {
            throw new IllegalStateException("table teacher is locked since " + clock.instant());
          }
        };
    for (int i = 0; i < 3; i++) {
      clock.pass(Duration.ofSeconds(61));
      telling(administrator).contacts(broken).build().runAll();
    }
    assertThat(administrator.heard()).hasSize(1);
    assertThat(started(administrator.last())).containsExactly("STAGE");

    engine().runAll();

    assertThat(recovered(administrator.last())).containsExactly("STAGE");
  }

  @Test
  void runAll_anotherIsUnderWay_isNoNews() {
    List<SyncReport> inside = new ArrayList<>();
    nameless(1);
    SyncEngine[] engine = new SyncEngine[1];
    ContactSource nested =
        new ContactSource() {
          @Override
          public Stream<Contact> contacts() {
            inside.add(engine[0].runAll());
            return host.contacts().contacts();
          }
        };
    engine[0] = telling(administrator).contacts(nested).build();

    engine[0].runAll();

    assertThat(inside).extracting(SyncReport::status).containsOnly(RunStatus.ALREADY_RUNNING);
    assertThat(administrator.heard()).hasSize(1);
  }

  @Test
  void runAll_cancelled_isNoNews() {
    host.put(teacher(1).build());
    SyncEngine[] engine = new SyncEngine[1];
    ContactSource cancelling =
        new ContactSource() {
          @Override
          public Stream<Contact> contacts() {
            engine[0].cancel();
            return host.contacts().contacts();
          }
        };
    engine[0] = telling(administrator).contacts(cancelling).build();

    assertThat(engine[0].runAll().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(administrator.heard()).isEmpty();
  }
}
