package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.Matching;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.Outcome;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A store that is empty, because it is new or was lost, costs what is ours to look up, however many
 * records of others Odoo has: where external ids can be listed (14) and where they can't (19).
 */
class LostStoreTest extends EngineSuite {

  private static final int RECORDS = 30;
  private static final int STRANGERS = 1_200;

  private final List<String> calls = new ArrayList<>();
  private InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19);

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  OdooUnderTest odoo() {
    return OdooUnderTest.of(server);
  }

  private void use(OdooRelease release) {
    server.close();
    server = InProcessOdoo.start(release);
  }

  private OdooClient observed() {
    return client().observedBy(attempt -> calls.add(attempt.model() + "." + attempt.method()));
  }

  private List<String> callsOf(Runnable run) {
    calls.clear();
    run.run();
    return List.copyOf(calls);
  }

  private SyncReport run(SchoolTravel host) {
    SyncReport report = engine(host, observed()).build().runAll();
    assertThat(report.isSuccessful()).as("%s", report).isTrue();
    return report;
  }

  /** Partners, leads and invoices of people at work, of which some look like the host's. */
  private void fillWithStrangers() {
    OdooClient person = odoo().clientOf(odoo().person());
    List<Map<String, Object>> partners =
        IntStream.range(0, STRANGERS)
            .mapToObj(i -> Map.<String, Object>of("name", "Stranger " + i % 100))
            .toList();
    person.create("res.partner", partners);
    List<Map<String, Object>> leads =
        IntStream.range(0, STRANGERS)
            .mapToObj(i -> Map.<String, Object>of("name", "Lead " + i, "type", "lead"))
            .toList();
    person.create("crm.lead", leads);
  }

  @ParameterizedTest
  @EnumSource(names = {"V14", "V19"})
  void runAll_firstRunAmongStrangers_asksNothingMore(OdooRelease release) {
    use(release);
    List<String> alone = callsOf(() -> run(SchoolTravel.of(RECORDS)));
    use(release);
    fillWithStrangers();
    loseIdStore();

    List<String> among = callsOf(() -> run(SchoolTravel.of(RECORDS)));

    assertThat(among).hasSameSizeAs(alone);
  }

  @ParameterizedTest
  @EnumSource(names = {"V14", "V19"})
  void runAll_storeLostAmongStrangers_findsAllForTheSameCalls(OdooRelease release) {
    use(release);
    run(SchoolTravel.of(RECORDS));
    loseIdStore();
    List<String> alone = callsOf(() -> run(SchoolTravel.of(RECORDS)));
    fillWithStrangers();
    loseIdStore();
    writes().clear();

    List<SyncReport> reports = new ArrayList<>();
    List<String> among = callsOf(() -> reports.add(run(SchoolTravel.of(RECORDS))));

    assertThat(among).hasSameSizeAs(alone);
    assertThat(writes()).isEmpty();
    assertThat(reports.get(0).stages()).allMatch(stage -> stage.unchanged() == RECORDS);
  }

  @ParameterizedTest
  @EnumSource(names = {"V14", "V19"})
  void runAll_storeLostAndSomeNew_createsTheNewOnes(OdooRelease release) {
    use(release);
    SchoolTravel host = new SchoolTravel();
    IntStream.rangeClosed(1, RECORDS).forEach(i -> host.put(teacher(i).build()));
    run(host);
    Map<Integer, Long> before = ids(RECORDS);
    loseIdStore();
    IntStream.rangeClosed(RECORDS + 1, 2 * RECORDS).forEach(i -> host.put(teacher(i).build()));

    SyncReport report = run(host);

    assertThat(stage(report, CONTACT).created()).isEqualTo(RECORDS);
    assertThat(stage(report, CONTACT).unchanged()).isEqualTo(RECORDS);
    assertThat(ids(RECORDS)).isEqualTo(before);
  }

  /** Records whose name nobody would know again are asked for one by one. */
  @ParameterizedTest
  @EnumSource(names = {"V14", "V19"})
  void runAll_storeLostAndAllRenamedInOdoo_findsThem(OdooRelease release) {
    use(release);
    SchoolTravel host = new SchoolTravel();
    IntStream.rangeClosed(1, RECORDS).forEach(i -> host.put(teacher(i).build()));
    run(host);
    Map<Integer, Long> before = ids(RECORDS);
    odoo()
        .clientOf(odoo().person())
        .write("res.partner", before.values(), Map.of("name", "Renamed"));
    loseIdStore();
    writes().clear();

    SyncReport report = run(host);

    assertThat(stage(report, CONTACT).unchanged()).isEqualTo(RECORDS);
    assertThat(ids(RECORDS)).isEqualTo(before);
    assertThat(writes()).isEmpty();
  }

  /** The store is not empty any more for the second run, and not whole yet. */
  @ParameterizedTest
  @EnumSource(names = {"V14", "V19"})
  void runAll_storeLostAndRunCutShort_nextRunFindsTheRest(OdooRelease release) {
    use(release);
    SchoolTravel host = new SchoolTravel();
    IntStream.rangeClosed(1, RECORDS).forEach(i -> host.put(teacher(i).build()));
    run(host);
    Map<Integer, Long> before = ids(RECORDS);
    loseIdStore();
    cutShort(host);
    strangersWithTheSameAddresses();
    writes().clear();

    SyncReport report = engine(host).matching(Matching.by(Matching.Key.EMAIL)).build().run(CONTACT);

    assertThat(stage(report, CONTACT).unchanged()).as("%s", report).isEqualTo(RECORDS);
    assertThat(ids(RECORDS)).isEqualTo(before);
    assertThat(writes()).isEmpty();
  }

  private void cutShort(SchoolTravel host) {
    SyncEngine[] engine = new SyncEngine[1];
    SyncListener cancelling =
        new SyncListener() {
          @Override
          public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
            engine[0].cancel();
          }
        };
    engine[0] = engine(host).batchSize(CONTACT, 5).listener(cancelling).build();
    engine[0].run(CONTACT);
    assertThat(stage(engine[0].run(CONTACT), CONTACT).notReached()).isPositive();
  }

  private void strangersWithTheSameAddresses() {
    List<Map<String, Object>> partners =
        IntStream.rangeClosed(1, RECORDS)
            .mapToObj(
                i ->
                    Map.<String, Object>of(
                        "name", "Double " + i, "email", "teacher" + i + "@example.com"))
            .toList();
    odoo().clientOf(odoo().person()).create("res.partner", partners);
  }

  private Map<Integer, Long> ids(int count) {
    Map<Integer, Long> ids = new LinkedHashMap<>();
    IntStream.rangeClosed(1, count).forEach(i -> ids.put(i, id(CONTACT, teacherKey(i))));
    return ids;
  }

  @ParameterizedTest
  @EnumSource(names = {"V19"})
  void runAll_firstRun_sendsAndReadsABatchInTwoCalls(OdooRelease release) {
    use(release);

    List<String> made = callsOf(() -> run(SchoolTravel.of(RECORDS)));

    for (String model : List.of(CONTACT.model(), TRAVEL.model(), INVOICE.model())) {
      assertThat(made).containsOnlyOnce(model + ".load", model + ".search");
      assertThat(made).doesNotContain(model + ".get_external_id");
    }
  }
}
