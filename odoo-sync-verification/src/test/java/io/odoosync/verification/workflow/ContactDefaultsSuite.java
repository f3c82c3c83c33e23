package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.ContactOptions;
import io.odoosync.FailureCause;
import io.odoosync.OdooReference;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.RunStatus;
import io.odoosync.report.SyncReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What new partners have of what nobody gave them. */
abstract class ContactDefaultsSuite extends EngineSuite {

  private final SchoolTravel host = new SchoolTravel();

  private OdooRecord partner(int number) {
    return read(CONTACT, teacherKey(number), "lang", "tz", "user_id", "company_id", "phone");
  }

  private SyncReport run(ContactOptions options) {
    return engine(host).contactOptions(options).build().runAll();
  }

  @Test
  void runAll_noOptions_nothingOfTheIntegrationUserSticks() {
    host.put(teacher(1).build());

    engine(host).build().runAll();

    assertThat(partner(1).text("lang")).isEmpty();
    assertThat(partner(1).text("tz")).isEmpty();
    assertThat(partner(1).reference("user_id")).isEmpty();
    assertThat(partner(1).reference("company_id")).isEmpty();
  }

  @Test
  void runAll_languageAndSalesperson_areSetOnceAndThenLeft() {
    host.put(teacher(1).build());
    ContactOptions options =
        ContactOptions.builder()
            .language("en_US")
            .salesperson(OdooReference.name(odoo().person().login()))
            .build();

    run(options);

    assertThat(partner(1).text("lang")).hasValue("en_US");
    assertThat(partner(1).reference("user_id")).isPresent();
    odoo()
        .clientOf(odoo().person())
        .write("res.partner", List.of(partner(1).id()), Map.of("lang", false, "user_id", false));
    host.put(teacher(1).phone("+33 1 99 00 00 99").build());
    assertThat(stage(run(options), CONTACT).updated()).isEqualTo(1);
    assertThat(partner(1).text("lang")).isEmpty();
    assertThat(partner(1).reference("user_id")).isEmpty();
  }

  @Test
  void runAll_hostGivesALanguageOfItsOwn_itCounts() {
    host.put(teacher(1).extra("lang", "en_US").build());

    engine(host).build().runAll();

    assertThat(partner(1).text("lang")).hasValue("en_US");
  }

  @Test
  void runAll_unknownLanguage_stopsBeforeTheFirstWrite() {
    host.put(teacher(1).build());

    SyncReport report = run(ContactOptions.builder().language("xx_XX").build());

    assertThat(report.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped().cause()).isEqualTo(FailureCause.UNRESOLVED_NAME);
    assertThat(writes()).isEmpty();
  }
}
