package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.conflict.Winner;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.Outcome;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncListener;
import io.odoosync.source.PostalAddress;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many calls it takes to see that nothing changed, and to write exactly what did. */
abstract class ManyContactsSuite extends EngineSuite {

  private static final int CONTACTS = 2_000;
  private static final int CHANGED = 20;

  /** Of a thousand records, as the first one has. */
  private static final int PAGES = 2;

  private static final int ON_BOTH_SIDES = 5;

  /** What a run asks before it looks at the first contact: user, company, fields, countries. */
  private static final int CONSTANT_CALLS = 12;

  private final SchoolTravel host = new SchoolTravel();
  private final List<String> calls = new ArrayList<>();
  private final Map<String, Set<LocalKey>> outcomes = new TreeMap<>();

  private StageReport run(ConflictPolicy policy) {
    calls.clear();
    writes().clear();
    outcomes.clear();
    log.deleteBefore(Instant.MAX);
    OdooClient observed = client().observedBy(this::noteCall);
    SyncEngine engine =
        engine(host, observed)
            .brakes(Brakes.released())
            .conflictPolicy(policy)
            .listener(new Outcomes())
            .build();
    StageReport report = stage(engine.run(CONTACT), CONTACT);
    System.out.println(report + " with " + calls.size() + " calls " + counted());
    return report;
  }

  private void noteCall(CallObserver.Attempt attempt) {
    calls.add(attempt.model() + "." + attempt.method());
  }

  private Map<String, Long> counted() {
    return calls.stream()
        .collect(Collectors.groupingBy(call -> call, TreeMap::new, Collectors.counting()));
  }

  private static Set<LocalKey> keys(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(SchoolTravel::teacherKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void editInOdoo(int from, int count) {
    List<Long> ids = keys(from, count).stream().map(key -> id(CONTACT, key)).toList();
    odoo().clientOf(odoo().person()).write("res.partner", ids, Map.of("city", "Nantes"));
  }

  private void changeAtHost(int from, int count) {
    for (int i = from; i < from + count; i++) {
      host.put(
          teacher(i)
              .address(
                  PostalAddress.builder()
                      .street(i + " rue")
                      .zip("69001")
                      .city("Lyon")
                      .countryCode("FR")
                      .build())
              .build());
    }
  }

  private Set<LocalKey> withOutcome(String outcome) {
    return outcomes.getOrDefault(outcome, Set.of());
  }

  @Test
  @Timeout(180)
  void run_thousandsOfContacts_writesExactlyWhatChanged() {
    for (int i = 1; i <= CONTACTS; i++) {
      host.put(teacher(i).build());
    }
    assertThat(run(ConflictPolicy.localWins()).created()).isEqualTo(CONTACTS);

    StageReport idle = run(ConflictPolicy.localWins());

    assertThat(idle.unchanged()).as("%s", idle).isEqualTo(CONTACTS);
    assertThat(writes()).isEmpty();
    assertThat(calls).as("%s", counted()).hasSizeLessThanOrEqualTo(PAGES + CONSTANT_CALLS);

    changeAtHost(1, CHANGED);
    editInOdoo(101, CHANGED);
    changeAtHost(201, ON_BOTH_SIDES);
    editInOdoo(201, ON_BOTH_SIDES);
    StageReport local = run(ConflictPolicy.localWins());

    assertThat(local.conflicts()).isEqualTo(Map.of(Winner.LOCAL, (long) ON_BOTH_SIDES));
    assertThat(withOutcome("Updated")).isEqualTo(keys(1, CHANGED));
    assertThat(withOutcome("Conflicted")).isEqualTo(keys(201, ON_BOTH_SIDES));
    assertThat(local.unchanged()).isEqualTo(CONTACTS - CHANGED - ON_BOTH_SIDES);
    assertUpdatesWereWritten();
    assertThat(conflictRows()).isEqualTo(ON_BOTH_SIDES);

    StageReport odoo = run(ConflictPolicy.odooWins());

    assertThat(withOutcome("Pulled")).isEqualTo(keys(101, CHANGED));
    assertThat(odoo.unchanged()).isEqualTo(CONTACTS - CHANGED);
    assertThat(host.taken())
        .hasSize(CHANGED)
        .allMatch(change -> change.equals("address.city: 'Paris' → 'Nantes'"));
    assertThat(writes()).isEmpty();
  }

  /**
   * After a question whether the server takes different changes in one call, either one call for
   * each of the two batches that hold them, or one for each record.
   */
  private void assertUpdatesWereWritten() {
    Map<String, Long> counted = counted();
    boolean manyAtOnce = !counted.containsKey("res.partner.write");
    assertThat(counted).containsEntry("res.partner.web_save_multi", manyAtOnce ? 3L : 1L);
    assertThat(counted.getOrDefault("res.partner.write", 0L))
        .isEqualTo(manyAtOnce ? 0L : CHANGED + ON_BOTH_SIDES);
    assertThat(writes()).hasSize(manyAtOnce ? 3 : 1 + CHANGED + ON_BOTH_SIDES);
  }

  private long conflictRows() {
    return log.find(SyncLogQuery.all()).stream()
        .filter(entry -> entry.event() == SyncEvent.CONFLICT_RESOLVED)
        .count();
  }

  /** Which records had which outcome. */
  private final class Outcomes implements SyncListener {
    @Override
    public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
      outcomes
          .computeIfAbsent(outcome.getClass().getSimpleName(), name -> new TreeSet<>())
          .add(key);
    }
  }
}
