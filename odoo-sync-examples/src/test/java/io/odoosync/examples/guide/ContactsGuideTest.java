package io.odoosync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.ContactOptions;
import io.odoosync.EntityType;
import io.odoosync.FieldMapping;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.ContactType;
import io.odoosync.source.PostalAddress;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.StoredRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactsGuideTest {

  private static List<Contact> school() {
    // region school
    LocalKey lycee = LocalKey.of("school", "0750655E");
    Contact school =
        Contact.builder(lycee)
            .organisation()
            .name("Lycée Victor-Hugo")
            .address(
                PostalAddress.builder()
                    .street("27 rue de Sévigné")
                    .zip("75003")
                    .city("Paris")
                    .countryCode("FR")
                    .build())
            .companyRegistry("130 025 265 00013") // SIRET
            .build();
    Contact teacher =
        Contact.builder(LocalKey.of("teacher", 1)).name("Ada Martin").company(lycee).build();
    Contact accounts =
        Contact.builder(LocalKey.of("accounts", "0750655E"))
            .name("Accounts")
            .company(lycee)
            .type(ContactType.INVOICE)
            .address(PostalAddress.builder().city("Paris").build())
            .build();
    // endregion
    return List.of(teacher, accounts, school);
  }

  @Test
  void runAll_schoolAndItsTeacher_teacherIsAContactOfTheSchool() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      SyncReport report =
          Guide.engine(server)
              .contacts(ContactSource.of(school()))
              .stores(new InMemoryStores())
              .build()
              .runAll();

      assertThat(report.isSuccessful()).as("%s", report).isTrue();
      StoredRecord school = Guide.synced(server, "res_partner_school_0750655E");
      assertThat(school.flag("is_company")).isTrue();
      assertThat(Guide.synced(server, "res_partner_teacher_1").one("parent_id"))
          .isEqualTo(school.id());
      assertThat(Guide.synced(server, "res_partner_accounts_0750655E").text("type"))
          .isEqualTo("invoice");
    }
  }

  @Test
  void runAll_phoneIsChangedInOdoo_reachesTheRow() {
    try (SchoolDatabase database = new SchoolDatabase("Ada");
        InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      SyncEngine engine =
          Guide.engine(server)
              .contacts(new TeacherRows(database.dataSource()))
              .stores(new InMemoryStores())
              .conflictPolicy(
                  ConflictPolicy.ownedByOdoo("phone").otherwise(ConflictPolicy.localWins()))
              .build();
      engine.runAll();
      int partner = Guide.synced(server, "res_partner_teacher_1").id();
      server.person().write("res.partner", partner, Map.of("phone", "01 99 99 99 99"));

      SyncReport report = engine.runAll();

      assertThat(report.stage(EntityType.CONTACT).orElseThrow().pulled()).isEqualTo(1);
      assertThat(database.value("SELECT phone FROM teacher")).isEqualTo("01 99 99 99 99");
      assertThat(engine.runAll().stage(EntityType.CONTACT).orElseThrow().unchanged()).isEqualTo(1);
    }
  }

  @Test
  void runAll_fieldsOfTheHostsOwn_areSent() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      ContactSource teachers =
          ContactSource.of(List.of(Guide.ada().extra("website", "https://ada.example").build()));
      OdooClient odoo = Guide.client(server);
      // region mapping
      FieldMapping<Contact> mapping =
          (contact, fields) -> {
            fields.set("function", contact.organisation() ? null : "Teacher");
            fields.remove("comment"); // notes are not kept in step
          };
      SyncEngine engine =
          SyncEngine.builder(odoo)
              .namespace("__school__")
              .contacts(teachers)
              .contactMapping(mapping)
              .contactOptions(ContactOptions.builder().language("en_US").build())
              .stores(new InMemoryStores())
              .build();
      // endregion

      assertThat(engine.runAll().isSuccessful()).isTrue();

      StoredRecord partner = Guide.synced(server, "res_partner_teacher_1");
      assertThat(partner.text("function")).isEqualTo("Teacher");
      assertThat(partner.text("website")).isEqualTo("https://ada.example");
      assertThat(partner.text("lang")).isEqualTo("en_US");
    }
  }
}
