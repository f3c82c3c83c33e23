package io.odoosync.verification.schema;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.PostalAddress;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.testkit.Exchange;
import io.odoosync.testkit.OdooRelease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Odoo is upgraded between two runs, under an engine and a client that live on. */
class UpgradeTest {

  private static final int MANY = 100;
  private static final LocalKey BAD = LocalKey.of("guest", 8);

  /** Each way from one release to a later one. */
  static Stream<List<OdooRelease>> ways() {
    List<OdooRelease> all = List.of(OdooRelease.values());
    List<List<OdooRelease>> ways = new ArrayList<>(List.of(all));
    for (int i = 0; i + 2 < all.size(); i++) {
      ways.add(List.of(all.get(i), all.get(all.size() - 1)));
    }
    return ways.stream();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void runAll_odooWasUpgraded_findsAllInStep(List<OdooRelease> way) {
    try (Site site = new Site(way.get(0), School.of(MANY))) {
      assertThat(site.run().isSuccessful()).isTrue();
      for (OdooRelease release : way.subList(1, way.size())) {
        upgraded(site, release);
      }
    }
  }

  private static void upgraded(Site site, OdooRelease release) {
    List<Link> links = links(site);
    int records = links.size();
    site.odoo().upgrade(release);
    site.odoo().forgetRequests();

    SyncReport report = site.run();

    String figures = release + ": " + written(site) + " of " + records + " records written";
    System.out.println(figures);
    assertThat(report.isSuccessful()).as("%s %s", figures, report).isTrue();
    assertThat(links(site)).extracting(Link::odooId).isEqualTo(ids(links));
    assertThat(site.school().taken()).as(figures).isEmpty();
    assertThat(written(site) * 100)
        .as("%s %s", figures, site.odoo().writes())
        .isLessThanOrEqualTo(records);
    assertThat(reasons(site, report)).as(figures).hasSameSizeAs(site.odoo().writes());
    site.odoo().forgetRequests();
    assertThat(site.run().isSuccessful()).isTrue();
    assertThat(site.odoo().writes())
        .as("after the upgrade to %s it comes to rest", release)
        .isEmpty();
  }

  private static List<Link> links(Site site) {
    return Arrays.stream(EntityType.values())
        .flatMap(type -> site.ids().page(type, null, 10 * MANY).stream())
        .toList();
  }

  private static List<Long> ids(List<Link> links) {
    List<Long> ids = new ArrayList<>();
    links.forEach(link -> ids.add(link.odooId()));
    return ids;
  }

  private static long written(Site site) {
    return site.odoo().writes().stream().mapToLong(write -> write.request().records()).sum();
  }

  private static List<SyncLogEntry> reasons(Site site, SyncReport report) {
    SyncLogQuery all = SyncLogQuery.all().withRun(report.runId()).withLimit(1_000);
    return Stream.of(SyncEvent.RECORD_UPDATED, SyncEvent.STEP_TAKEN, SyncEvent.RECORD_CREATED)
        .flatMap(event -> site.log().find(all.withEvent(event)).stream())
        .toList();
  }

  @Test
  void runAll_upgradedWhileRecordsFailAndIntentsArePending_knowsBoth() {
    try (Site site = new Site(OdooRelease.V18)) {
      site.school()
          .put(
              School.contact("guest", 9).build(),
              School.contact("guest", 8)
                  .address(PostalAddress.builder().countryCode("XX").build())
                  .build());
      for (int i = 0; i < 4; i++) {
        site.run();
      }
      assertThat(site.engine().quarantined())
          .singleElement()
          .extracting(q -> q.key())
          .isEqualTo(BAD);
      LocalKey known = LocalKey.of("guest", 9);
      Link link = Objects.requireNonNull(site.ids().find(CONTACT, List.of(known)).get(known));
      site.ids().save(List.of(Link.pending(CONTACT, known, link.base(), Instant.now())));

      site.odoo().upgrade(OdooRelease.V19);
      StageReport contacts = site.run().stage(CONTACT).orElseThrow();

      assertThat(contacts.created()).isZero();
      assertThat(site.engine().quarantined())
          .singleElement()
          .extracting(q -> q.key())
          .isEqualTo(BAD);
      assertThat(
              Objects.requireNonNull(site.ids().find(CONTACT, List.of(known)).get(known)).odooId())
          .isEqualTo(link.odooId());
    }
  }

  @Test
  void runAll_upgradedInTheMiddleOfARun_losesNothing() {
    try (Site site = new Site(OdooRelease.V18)) {
      site.odoo()
          .faults()
          .on("crm.lead", "load")
          .once(io.odoosync.testkit.Fault.before(request -> site.odoo().upgrade(OdooRelease.V19)));
      site.run();
      SyncReport next = site.run();

      assertThat(next.isSuccessful()).as("%s", next).isTrue();
      assertThat(site.school().taken()).isEmpty();
      Map<String, Long> byName = new HashMap<>();
      site.odoo()
          .records("crm.lead")
          .forEach(lead -> byName.merge(lead.externalId(), 1L, Long::sum));
      assertThat(byName.values()).containsOnly(1L);
      site.odoo().forgetRequests();
      assertThat(site.run().isSuccessful()).isTrue();
      assertThat(site.odoo().writes()).extracting(Exchange::method).isEmpty();
    }
  }
}
