package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.report.SyncReport;
import io.odoosync.store.Link;
import io.odoosync.testkit.Fault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A run that ends between Odoo's commit and the moment it hears of it. On Odoo 19 nothing but the
 * stored intent tells the next run to ask: external ids can't be looked up in bulk there.
 */
class PendingIntentTest extends InProcessSuite {

  @Test
  void runAll_outcomeOfCreateNeverLearned_nextRunLinksAndOverwritesNothing() {
    SchoolTravel host = new SchoolTravel();
    host.put(teacher(1).build());
    engine(host).build().runAll();
    host.put(teacher(2).build());
    server.faults().on("res.partner", "load").once(Fault.closeAfterCommit());
    server.faults().onMethod("check_object_reference").always(Fault.closeBefore());
    engine(host).build().run(CONTACT);
    Link intent =
        Objects.requireNonNull(ids().find(CONTACT, List.of(teacherKey(2))).get(teacherKey(2)));
    assertThat(intent.isPending()).isTrue();

    server.faults().clear();
    int partner =
        server.person().recordOf(namespace() + ".res_partner_teacher_2").orElseThrow().id();
    server.person().write("res.partner", partner, Map.of("city", "Nantes"));
    host.put(teacher(2).email("new@example.com").build());
    writes().clear();
    SyncReport report = engine(host).build().runAll();

    assertThat(stage(report, CONTACT).updated()).isEqualTo(1);
    assertThat(writes()).containsExactly("res.partner.write");
    assertThat(id(CONTACT, teacherKey(2))).isEqualTo(partner);
    assertThat(read(CONTACT, teacherKey(2), "city").text("city")).hasValue("Nantes");
    assertThat(read(CONTACT, teacherKey(2), "email").text("email")).hasValue("new@example.com");
  }
}
