package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.SyncEngine;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a full run costs when there is nothing to do, and when there is little. */
class TenThousandContactsTest extends InProcessSuite {

  private static final int CONTACTS = 10_000;
  private static final int FAR = 5_000;

  private final SchoolTravel host = new SchoolTravel();

  /** Each tenth is an organisation, with members near it and far from it. */
  private static Contact.Builder contact(int number) {
    Contact.Builder contact =
        Contact.builder(teacherKey(number))
            .name("Teacher " + number)
            .email(number + "@example.com");
    if (number % 10 == 0) {
      return contact.organisation();
    }
    return switch (number % 10) {
      case 1 -> contact.company(teacherKey(number - number % 10 + 10));
      case 2 -> contact.company(teacherKey((number + FAR) % CONTACTS / 10 * 10 + 10));
      default -> contact;
    };
  }

  private SyncReport run(SyncEngine engine) {
    server.forgetRequests();
    SyncReport report = engine.runAll();
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    return report;
  }

  private SyncEngine engine(ConflictPolicy policy) {
    return engine(host).conflictPolicy(policy).brakes(Brakes.DEFAULT).build();
  }

  private static StageReport contacts(SyncReport report) {
    return stage(report, CONTACT);
  }

  @Test
  void runAll_tenThousandContacts_makesFewCalls() {
    for (int i = 1; i <= CONTACTS; i++) {
      host.put(contact(i).build());
    }
    run(engine(host).brakes(Brakes.released()).build());

    SyncEngine engine = engine(ConflictPolicy.localWins());
    SyncReport first = run(engine);
    assertThat(contacts(first).unchanged()).isEqualTo(CONTACTS);
    assertThat(first.traffic().calls()).isLessThanOrEqualTo(40);

    SyncReport idle = run(engine);
    assertThat(contacts(idle).unchanged()).isEqualTo(CONTACTS);
    assertThat(idle.traffic().calls()).isLessThanOrEqualTo(15);

    fewChanges(engine);
    pulling();
  }

  /** What is written is read again right before, and afterwards. */
  private void fewChanges(SyncEngine engine) {
    host.put(contact(7).name("Other 7").build(), contact(CONTACTS - 3).name("Other").build());
    Map<String, Object> edit = Map.of("phone", "+33 1 00 00 00 00");
    odoo.clientOf(odoo.person()).write("res.partner", List.of(id(CONTACT, teacherKey(7))), edit);

    SyncReport report = run(engine);

    assertThat(contacts(report).updated()).isEqualTo(2);
    assertThat(contacts(report).unchanged()).isEqualTo(CONTACTS - 2);
    assertThat(report.traffic().calls()).isLessThanOrEqualTo(35);
    assertThat(readAlone(id(CONTACT, teacherKey(7))))
        .as("its values were read for itself before and after it was written")
        .isEqualTo(2);
  }

  private long readAlone(long id) {
    return server.requests().stream()
        .filter(call -> call.request().calls("res.partner", "search_read"))
        .map(call -> call.request().arguments())
        .filter(arguments -> String.valueOf(arguments.get("fields")).contains("email"))
        .filter(arguments -> String.valueOf(arguments.get("domain")).contains("[" + id + "]"))
        .count();
  }

  /** The survey looks at them too, since they may come to the host. */
  private void pulling() {
    SyncEngine engine = engine(ConflictPolicy.odooWins());
    run(engine);
    server.forgetRequests();

    SyncReport idle = engine.run(CONTACT);

    assertThat(contacts(idle).unchanged()).isEqualTo(CONTACTS);
    assertThat(idle.traffic().calls()).as("%s", calls()).isLessThanOrEqualTo(15);
    assertThat(server.writes()).isEmpty();
  }

  private List<String> calls() {
    return server.requests().stream().map(call -> call.model() + "." + call.method()).toList();
  }
}
