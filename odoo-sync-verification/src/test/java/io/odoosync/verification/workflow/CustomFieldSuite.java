package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static io.odoosync.verification.workflow.SchoolTravel.travel;
import static io.odoosync.verification.workflow.SchoolTravel.travelKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FailureCause;
import io.odoosync.FieldMapping;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.conflict.Winner;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.TravelState;
import io.odoosync.verification.odoo.Login;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields beyond the default mapping: extra values of a record, and the host's own mapping. */
abstract class CustomFieldSuite extends EngineSuite {

  private static final FieldMapping<Contact> BY_KIND =
      (contact, fields) ->
          fields.set("function", contact.organisation() ? null : "Teaches " + contact.reference());

  private final SchoolTravel host = new SchoolTravel();

  private OdooClient person() {
    return odoo().clientOf(odoo().person());
  }

  private SyncReport run() {
    return run(FieldMapping.unchanged());
  }

  private SyncReport run(FieldMapping<Contact> mapping) {
    writes().clear();
    host.taken().clear();
    return engine(host)
        .contactMapping(mapping)
        .conflictPolicy(ConflictPolicy.odooWins())
        .build()
        .runAll();
  }

  private StageReport contacts() {
    return stage(run(), CONTACT);
  }

  private void edit(Map<String, ?> values) {
    person().write("res.partner", List.of(id(CONTACT, teacherKey(1))), values);
  }

  private long category() {
    return odoo()
        .clientOf(odoo().administrator())
        .create("res.partner.category", List.of(Map.of("name", "C " + UUID.randomUUID())))
        .get(0);
  }

  private long user(Login login) {
    return odoo()
        .clientOf(odoo().administrator())
        .search("res.users", Domain.field("login").isEqualTo(login.login()), Page.first(1))
        .get(0);
  }

  /** Odoo 19 has no date of a partner. */
  private boolean hasDate() {
    return client().fieldsGet("res.partner", List.of("date")).containsKey("date");
  }

  private Contact.Builder withExtra(
      String function, int color, boolean employee, long user, List<Long> categories, int day) {
    Contact.Builder contact =
        teacher(1)
            .extra("function", function)
            .extra("website", "https://example.com/" + color)
            .extra("color", color)
            .extra("employee", employee)
            .extra("partner_latitude", new BigDecimal("48.8566"))
            .extra("user_id", user)
            .extra("category_id", categories);
    return hasDate() ? contact.extra("date", LocalDate.of(2026, 11, day)) : contact;
  }

  private void assertPartner(
      String function, int color, boolean employee, @Nullable Long user, List<Long> categories) {
    OdooRecord partner =
        read(
            CONTACT,
            teacherKey(1),
            "function",
            "website",
            "color",
            "employee",
            "partner_latitude",
            "user_id",
            "category_id");
    assertThat(partner.text("function")).hasValue(function);
    assertThat(partner.text("website")).hasValue("https://example.com/" + color);
    assertThat(partner.number("color").orElseThrow()).isEqualByComparingTo("" + color);
    assertThat(partner.flag("employee")).isEqualTo(employee);
    assertThat(partner.number("partner_latitude").orElseThrow()).isEqualByComparingTo("48.8566");
    assertThat(partner.reference("user_id").orElse(null)).isEqualTo(user);
    assertThat(partner.references("category_id")).containsExactlyInAnyOrderElementsOf(categories);
  }

  private void assertIdle(FieldMapping<Contact> mapping) {
    SyncReport report = run(mapping);
    assertThat(stage(report, CONTACT).unchanged()).as("%s", report).isEqualTo(1);
    assertThat(writes()).isEmpty();
    assertThat(host.taken()).isEmpty();
  }

  @Test
  void runAll_extraValuesOfEachType_areCreatedUpdatedAndThenLeftAlone() {
    long one = category();
    long two = category();
    long user = user(odoo().person());
    host.put(withExtra("Head", 3, true, user, List.of(one, two), 2).build());
    assertThat(contacts().created()).isEqualTo(1);
    assertPartner("Head", 3, true, user, List.of(one, two));
    assertIdle(FieldMapping.unchanged());

    host.put(withExtra("Deputy", 4, false, user, List.of(two), 3).extra("user_id", null).build());

    assertThat(contacts().updated()).isEqualTo(1);
    assertPartner("Deputy", 4, false, null, List.of(two));
    if (hasDate()) {
      assertThat(read(CONTACT, teacherKey(1), "date").date("date"))
          .hasValue(LocalDate.of(2026, 11, 3));
    }
    assertIdle(FieldMapping.unchanged());
  }

  @Test
  void runAll_extraValuesChangedInOdoo_areBroughtToTheHost() {
    long one = category();
    long two = category();
    long user = user(odoo().person());
    host.put(withExtra("Head", 3, true, user, List.of(one), 2).build());
    contacts();
    edit(
        Map.of(
            "function",
            "Deputy",
            "color",
            5,
            "employee",
            false,
            "user_id",
            false,
            "category_id",
            List.of(List.of(6, 0, List.of(two)))));

    assertThat(contacts().pulled()).isEqualTo(1);

    assertThat(host.teacherNow(1).extra())
        .containsEntry("function", FieldValue.of("Deputy"))
        .containsEntry("color", FieldValue.of(5))
        .containsEntry("employee", FieldValue.of(false))
        .containsEntry("user_id", FieldValue.nothing())
        .containsEntry("category_id", FieldValue.of(List.of(two)));
    assertThat(writes()).isEmpty();
    assertIdle(FieldMapping.unchanged());
  }

  @Test
  void runAll_categoriesChangedOnBothSides_areMerged() {
    long one = category();
    long ours = category();
    long theirs = category();
    ConflictPolicy policy = ConflictPolicy.merge(ConflictPolicy.manual());
    host.put(teacher(1).extra("category_id", List.of(one)).build());
    contacts();
    host.put(teacher(1).extra("category_id", List.of(one, ours)).build());
    edit(Map.of("category_id", List.of(List.of(6, 0, List.of(one, theirs)))));

    SyncReport report = engine(host).conflictPolicy(policy).build().runAll();

    assertThat(stage(report, CONTACT).conflicts()).isEqualTo(Map.of(Winner.MERGED, 1L));
    assertThat(read(CONTACT, teacherKey(1), "category_id").references("category_id"))
        .containsExactlyInAnyOrder(one, ours, theirs);
    assertThat(host.teacherNow(1).extra())
        .containsEntry("category_id", FieldValue.of(List.of(one, ours, theirs)));
    assertIdle(FieldMapping.unchanged());
  }

  @Test
  void runAll_ownMapping_setsAndUpdatesItsFieldsAndIsNeverBroughtBack() {
    host.put(teacher(1).build());
    run(BY_KIND);
    assertThat(read(CONTACT, teacherKey(1), "function").text("function")).hasValue("Teaches T-1");
    host.put(teacher(1).reference("T-9").build());
    assertThat(stage(run(BY_KIND), CONTACT).updated()).isEqualTo(1);
    assertThat(read(CONTACT, teacherKey(1), "function").text("function")).hasValue("Teaches T-9");

    edit(Map.of("function", "Head"));

    assertIdle(BY_KIND);
    host.put(teacher(1).organisation().reference("T-9").build());
    SyncReport report = run(BY_KIND);
    assertThat(stage(report, CONTACT).conflicts()).isEqualTo(Map.of(Winner.MANUAL, 1L));
    assertThat(stage(report, CONTACT).failures().get(0).reason())
        .contains("function", "the host can't take over this field");
  }

  @Test
  void runAll_ownMappingTakesAFieldOut_leavesItToOdoo() {
    FieldMapping<Contact> mapping = (contact, fields) -> fields.remove("comment");
    host.put(teacher(1).build());
    run(mapping);
    assertThat(read(CONTACT, teacherKey(1), "comment").text("comment").orElse("")).isEmpty();
    edit(Map.of("comment", "a person's"));
    host.put(teacher(1).notes("other notes").build());
    assertIdle(mapping);
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        Arguments.of("x_nowhere", "text", "res.partner.x_nowhere does not exist"),
        Arguments.of("create_date", "text", "res.partner.create_date is read-only"),
        Arguments.of("color", "red", "res.partner.color is of type integer"),
        Arguments.of("category_id", 7, "res.partner.category_id is of type many2many"),
        Arguments.of("employee", "yes", "res.partner.employee is of type boolean"),
        Arguments.of("child_ids", List.of(1L), "res.partner.child_ids is of type one2many"));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void runAll_extraValueDoesNotFit_failsItsRecordNamingTheField(
      String field, Object value, String problem) {
    host.put(teacher(1).build(), teacher(2).build(), teacher(3).extra(field, value).build());

    StageReport contacts = stage(engine(host).batchSize(CONTACT, 1).build().runAll(), CONTACT);

    assertThat(contacts.created()).isEqualTo(2);
    assertFailed(contacts, teacherKey(3), "extra value: " + problem);
  }

  private static void assertFailed(StageReport stage, LocalKey key, String problem) {
    assertThat(stage.failed()).as("%s", stage).isEqualTo(1);
    assertThat(stage.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.key()).isEqualTo(key);
              assertThat(failure.cause()).isEqualTo(FailureCause.HOST_FAULT);
              assertThat(failure.reason()).contains(problem);
            });
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void runAll_ownMappingDoesNotFitOneRecord_failsThatRecord(
      String field, Object value, String problem) {
    host.put(teacher(1).build(), teacher(2).build());
    FieldMapping<Contact> mapping =
        (contact, fields) -> {
          if (contact.key().equals(teacherKey(2))) {
            fields.set(field, value);
          }
        };

    StageReport contacts = stage(run(mapping), CONTACT);

    assertThat(contacts.created()).isEqualTo(1);
    assertFailed(contacts, teacherKey(2), problem);
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void runAll_ownMappingDoesNotFit_stopsBeforeAnyWriteNamingTheField(
      String field, Object value, String problem) {
    host.put(teacher(1).build());
    assertStopped(run((contact, fields) -> fields.set(field, value)), problem);
  }

  @Test
  void runAll_extraValueOfATravelDoesNotFit_failsTheTravelAlone() {
    host.put(
        teacher(1).build(),
        travel(1, TravelState.NEW).extra("x_nowhere", "text").build(),
        travel(2, TravelState.NEW).customer(teacherKey(1)).build());

    SyncReport report = run();

    assertThat(stage(report, TRAVEL).created()).isEqualTo(1);
    assertFailed(stage(report, TRAVEL), travelKey(1), "crm.lead.x_nowhere does not exist");
  }

  @Test
  void plan_ownMappingFitsNoRecord_isStopped() {
    host.put(teacher(1).build(), teacher(2).build());
    FieldMapping<Contact> mapping = (contact, fields) -> fields.set("x_nowhere", "text");

    SyncPlan plan = engine(host).contactMapping(mapping).build().plan();

    assertThat(plan.stopped()).contains("res.partner.x_nowhere does not exist");
  }

  private void assertStopped(SyncReport report, String problem) {
    assertThat(report.status()).as("%s", report).isEqualTo(RunStatus.STOPPED);
    assertThat(report.stopped()).asString().contains(problem);
    assertThat(writes()).isEmpty();
    assertThat(ids().page(CONTACT, null, 1)).isEmpty();
    assertThat(ids().page(TRAVEL, null, 1)).isEmpty();
  }
}
