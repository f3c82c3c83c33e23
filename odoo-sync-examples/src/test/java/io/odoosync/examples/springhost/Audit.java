package io.odoosync.examples.springhost;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.testkit.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares every row of the application with Odoo, once all is quiet. */
final class Audit {

  private final RunningHost host;
  private final JdbcStores stores;

  Audit(RunningHost host) {
    this.host = host;
    this.stores = host.get(JdbcStores.class);
  }

  /**
   * Each row is in Odoo once, as it was committed last, and has its mirror; what else is there was
   * told.
   *
   * @param phones what people wrote in Odoo last
   */
  void assertInStep(Map<UUID, String> phones) {
    Map<Long, StoredRecord> partners = ours(EntityType.CONTACT);
    for (Teacher teacher : host.get(Teachers.class).findAll()) {
      StoredRecord partner =
          take(
              partners,
              EntityType.CONTACT,
              JpaContactSource.key(teacher.id),
              teacher.odooPartnerId);
      assertThat(partner.text("name")).isEqualTo(teacher.name);
      assertThat(partner.text("email")).isEqualTo(teacher.email);
      assertThat(teacher.phone).isEqualTo(phones.get(teacher.id));
      assertThat(partner.text("phone")).isEqualTo(Objects.requireNonNullElse(teacher.phone, ""));
    }
    assertTold(EntityType.CONTACT, partners);
    Map<Long, StoredRecord> leads = ours(EntityType.TRAVEL);
    for (Trip trip : host.get(Trips.class).findAll()) {
      take(leads, EntityType.TRAVEL, JpaTravelSource.key(trip.id), trip.odooLeadId);
    }
    assertTold(EntityType.TRAVEL, leads);
    Map<Long, StoredRecord> moves = ours(EntityType.INVOICE);
    for (Bill bill : host.get(Bills.class).findAll()) {
      StoredRecord move =
          take(moves, EntityType.INVOICE, JpaInvoiceSource.key(bill.id), bill.odooInvoiceId);
      assertThat(move.number("amount_untaxed")).isEqualTo(bill.amount.doubleValue());
    }
    assertTold(EntityType.INVOICE, moves);
  }

  private Map<Long, StoredRecord> ours(EntityType type) {
    return host.odoo().records(type.model()).stream()
        .filter(record -> record.externalId().startsWith(SpringHost.NAMESPACE))
        .collect(Collectors.toMap(record -> (long) record.id(), Function.identity()));
  }

  private StoredRecord take(
      Map<Long, StoredRecord> records, EntityType type, LocalKey key, Long mirrored) {
    Long linked = stores.idStore().find(type, List.of(key)).get(key).odooId();
    assertThat(mirrored).as("mirror of %s", key).isEqualTo(linked);
    StoredRecord record = records.remove(linked);
    assertThat(record).as("%s in Odoo", key).isNotNull();
    return record;
  }

  private void assertTold(EntityType type, Map<Long, StoredRecord> left) {
    List<String> told =
        stores.syncLogStore().find(SyncLogQuery.all().withType(type).withLimit(10_000)).stream()
            .filter(entry -> entry.event() == SyncEvent.RECORD_WARNING)
            .map(entry -> entry.message())
            .toList();
    left.keySet()
        .forEach(
            id ->
                assertThat(told)
                    .anyMatch(words -> words.contains(type.model() + " " + id + " is left")));
  }
}
