package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.report.RecordFailure;
import io.odoosync.report.RunStatus;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.InvoiceDocument;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proxy in front of Odoo that takes no request above a size. */
abstract class ProxyLimitSuite extends EngineSuite {

  private static final int TEACHERS = 40;

  /** Some ten teachers, or a small invoice. */
  private static final int LIMIT = 6_000;

  private final SchoolTravel host = new SchoolTravel();
  private Middlebox proxy;
  private OdooClient client;

  @BeforeEach
  void setUp() {
    proxy = Middlebox.before(odoo().url());
    client = OdooClient.connect(odoo().connection().url(proxy.url()).build());
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  private SyncReport run() {
    return engine(host, client).build().runAll();
  }

  private void putTeachers(String city) {
    for (int i = 1; i <= TEACHERS; i++) {
      host.put(teacher(i).notes("lives in " + city).build());
    }
  }

  @Test
  void runAll_batchTooLarge_goesInSmallerOnes() {
    putTeachers("Paris");
    proxy.refuseBodiesOver(LIMIT);
    SyncReport created = run();
    assertThat(created.isSuccessful()).as(created.toString()).isTrue();
    assertThat(stage(created, CONTACT).created()).isEqualTo(TEACHERS);
    assertThat(proxy.refused()).contains("res.partner.load");

    putTeachers("Lyon");
    SyncReport updated = run();
    assertThat(updated.isSuccessful()).as(updated.toString()).isTrue();
    assertThat(stage(updated, CONTACT).updated()).isEqualTo(TEACHERS);
    assertThat(stage(run(), CONTACT).unchanged()).isEqualTo(TEACHERS);
    assertEachOnce();
  }

  @Test
  void runAll_oneRecordTooLarge_failsAloneByName() {
    putTeachers("Paris");
    host.put(teacher(7).notes("x".repeat(2 * LIMIT)).build());
    proxy.refuseBodiesOver(LIMIT);

    SyncReport report = run();

    assertThat(report.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(stage(report, CONTACT).created()).isEqualTo(TEACHERS - 1);
    assertTooLarge(onlyFailure(report, teacherKey(7)));
    proxy.refuseNothing();
    assertThat(stage(run(), CONTACT).created()).isEqualTo(1);
    assertEachOnce();
  }

  @Test
  void runAll_oneChangeTooLarge_failsAloneByName() {
    putTeachers("Paris");
    run();
    putTeachers("Lyon");
    host.put(teacher(7).notes("x".repeat(2 * LIMIT)).build());
    proxy.refuseBodiesOver(LIMIT);

    SyncReport report = run();

    assertThat(report.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(stage(report, CONTACT).updated()).isEqualTo(TEACHERS - 1);
    assertTooLarge(onlyFailure(report, teacherKey(7)));
    proxy.refuseNothing();
    assertThat(stage(run(), CONTACT).updated()).isEqualTo(1);
  }

  @Test
  void runAll_oneDocumentTooLarge_failsAloneByName() {
    host.put(teacher(1).build());
    host.put(documented("a", 100), documented("b", 2 * LIMIT), documented("c", 100));
    proxy.refuseBodiesOver(LIMIT);

    SyncReport report = run();

    assertThat(report.status()).isEqualTo(RunStatus.COMPLETED);
    assertTooLarge(onlyFailure(report, invoiceKey("b")));
    assertThat(attached("a")).hasSize(1);
    assertThat(attached("b")).isEmpty();
    assertThat(attached("c")).hasSize(1);
    proxy.refuseNothing();
    assertThat(run().isSuccessful()).isTrue();
    assertThat(attached("b")).hasSize(1);
  }

  @Test
  void runAll_proxyHangsUpOnABatch_goesInSmallerOnes() {
    putTeachers("Paris");
    proxy.hangUpOnBodiesOver(LIMIT);
    SyncReport created = run();
    assertThat(created.isSuccessful()).as(created.toString()).isTrue();

    putTeachers("Lyon");
    SyncReport updated = run();
    assertThat(updated.isSuccessful()).as(updated.toString()).isTrue();
    assertThat(stage(updated, CONTACT).updated()).isEqualTo(TEACHERS);
    assertEachOnce();
  }

  @Test
  void runAll_proxyHangsUpOnOneRecord_othersGoOn() {
    putTeachers("Paris");
    host.put(teacher(7).notes("x".repeat(2 * LIMIT)).build());
    proxy.hangUpOnBodiesOver(LIMIT);
    SyncReport report = run();
    assertThat(stage(report, CONTACT).created()).isEqualTo(TEACHERS - 1);
    assertThat(onlyFailure(report, teacherKey(7)).cause()).isEqualTo(FailureCause.UNKNOWN_OUTCOME);
    proxy.refuseNothing();
    assertThat(stage(run(), CONTACT).created()).isEqualTo(1);
    assertEachOnce();
  }

  @Test
  void runAll_proxyHangsUpOnADocument_saysWhatMayBeBehindIt() {
    host.put(teacher(1).build());
    host.put(documented("a", 100), documented("b", 2 * LIMIT), documented("c", 100));
    proxy.hangUpOnBodiesOver(LIMIT);
    SyncReport report = run();
    Failure failure = onlyFailure(report, invoiceKey("b"));
    assertThat(failure.cause()).isEqualTo(FailureCause.TOO_LARGE);
    assertThat(failure.advice()).contains("raise the limit");
    assertThat(attached("a")).hasSize(1);
    assertThat(attached("c")).hasSize(1);
  }

  private static io.odoosync.source.Invoice documented(String id, int size) {
    byte[] pdf =
        "%PDF-".concat("x".repeat(size - 5)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return invoice(id, teacherKey(1))
        .document(new InvoiceDocument(id + ".pdf", size, () -> new ByteArrayInputStream(pdf)))
        .build();
  }

  private static Failure onlyFailure(SyncReport report, LocalKey key) {
    List<RecordFailure> failures =
        report.stages().stream().map(StageReport::failures).flatMap(List::stream).toList();
    assertThat(failures).extracting(RecordFailure::key).containsExactly(key);
    return failures.get(0).failure();
  }

  private static void assertTooLarge(Failure failure) {
    assertThat(failure.cause()).isEqualTo(FailureCause.TOO_LARGE);
    assertThat(failure.reason()).contains("HTTP 413");
    assertThat(failure.advice()).contains("raise the limit", "smaller");
  }

  private List<OdooRecord> attached(String id) {
    Domain ofInvoice =
        Domain.field("res_model")
            .isEqualTo(INVOICE.model())
            .and(Domain.field("res_id").isEqualTo(id(INVOICE, invoiceKey(id))));
    return client().searchRead("ir.attachment", ofInvoice, List.of("name"), Page.first(5));
  }

  private void assertEachOnce() {
    for (int i = 1; i <= TEACHERS; i++) {
      assertThat(read(CONTACT, teacherKey(i), "name").text("name")).hasValue("Teacher " + i);
    }
    loseIdStore();
    assertThat(stage(run(), CONTACT).created()).isZero();
    assertThat(ids().page(CONTACT, null, 100)).hasSize(TEACHERS).doesNotHaveDuplicates();
  }
}
