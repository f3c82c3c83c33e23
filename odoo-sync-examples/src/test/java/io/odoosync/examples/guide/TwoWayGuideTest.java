package io.odoosync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.conflict.Conflict;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.conflict.Resolution;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.store.FieldConflict;
import io.odoosync.store.InMemoryStores;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.StoredRecord;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TwoWayGuideTest {

  private final InMemoryStores stores = new InMemoryStores();
  private final Host host = new Host();

  /** A host with one teacher. */
  private static final class Host implements ContactSource {
    private Contact ada = Guide.ada().build();

    @Override
    public Stream<Contact> contacts() {
      return Stream.of(ada);
    }

    @Override
    public void apply(ContactChange change) {
      ada = change.after();
    }
  }

  private SyncReport run(InProcessOdoo server, ConflictPolicy policy) {
    return Guide.engine(server)
        .contacts(host)
        .stores(stores)
        .conflictPolicy(policy)
        .build()
        .runAll();
  }

  private static StoredRecord partner(InProcessOdoo server) {
    return Guide.synced(server, "res_partner_teacher_1");
  }

  private void changedOnBothSides(InProcessOdoo server, String here, String there) {
    run(server, ConflictPolicy.localWins());
    host.ada = host.ada.toBuilder().phone(here).build();
    server.person().write("res.partner", partner(server).id(), Map.of("phone", there));
  }

  private static ConflictPolicy owners() {
    // region owners
    ConflictPolicy policy =
        ConflictPolicy.ownedByOdoo("phone", "email")
            .ownedByHost("name")
            .otherwise(ConflictPolicy.merge(ConflictPolicy.newestWins()));
    // endregion
    return policy;
  }

  private static ConflictPolicy longest() {
    // region lambda
    ConflictPolicy policy =
        conflict ->
            conflict.field().equals("phone") && digits(conflict) > 10
                ? Resolution.takeOdoo()
                : Resolution.leave("ask the teacher which number is right");
    // endregion
    return policy;
  }

  private static long digits(Conflict conflict) {
    return conflict.odoo().toString().chars().filter(Character::isDigit).count();
  }

  @Test
  void runAll_differentFieldsChanged_bothSidesHaveBoth() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      run(server, owners());
      host.ada = host.ada.toBuilder().name("Ada Martin-Morel").build();
      server.person().write("res.partner", partner(server).id(), Map.of("phone", "09 99"));

      SyncReport report = run(server, owners());

      assertThat(report.stage(EntityType.CONTACT).orElseThrow().conflicted()).isZero();
      assertThat(partner(server).text("name")).isEqualTo("Ada Martin-Morel");
      assertThat(host.ada.phone()).isEqualTo("09 99");
    }
  }

  @Test
  void runAll_sameFieldChanged_loserIsInTheLog() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      changedOnBothSides(server, "01 11", "02 22");

      run(server, owners());

      assertThat(host.ada.phone()).isEqualTo("02 22");
      FieldConflict conflict = conflict();
      assertThat(conflict.local()).contains("01 11");
      assertThat(conflict.odoo()).contains("02 22");
      assertThat(conflict.base()).contains("01 02 03 04 05");
    }
  }

  private FieldConflict conflict() {
    // region conflicts
    FieldConflict conflict =
        stores.syncLogStore().find(SyncLogQuery.all()).stream()
            .filter(entry -> entry.event() == SyncEvent.CONFLICT_RESOLVED)
            .map(SyncLogEntry::conflict)
            .findFirst()
            .orElseThrow();
    // endregion
    return conflict;
  }

  @Test
  void runAll_policyOfTheHostsOwn_decides() {
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      changedOnBothSides(server, "01 11", "02 22");
      run(server, longest());
      assertThat(host.ada.phone()).isEqualTo("01 11");
      assertThat(partner(server).text("phone")).isEqualTo("02 22");

      String complete = "+33 1 02 03 04 05";
      server.person().write("res.partner", partner(server).id(), Map.of("phone", complete));
      run(server, longest());
      assertThat(host.ada.phone()).isEqualTo(complete);
    }
  }
}
