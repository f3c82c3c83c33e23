package io.odoosync.verification.database;

import static io.odoosync.EntityType.CONTACT;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.jdbc.Mirror;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.Stores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/**
 * A host with a table of teachers, whose column {@code odoo_partner_id} mirrors Odoo's ids, and an
 * Odoo of its own.
 */
final class TeacherHost implements AutoCloseable {

  static final Mirror MIRROR =
      Mirror.of(CONTACT, "teacher").table("teacher").key("id").odooId("odoo_partner_id");

  private static final String WRONG =
      "SELECT COUNT(*) FROM teacher t LEFT JOIN odoo_sync_links l"
          + " ON l.entity_type = 'CONTACT' AND l.local_id = CAST(t.id AS varchar(20))"
          + " WHERE t.odoo_partner_id IS NULL OR t.odoo_partner_id <> l.odoo_id"
          + " OR l.odoo_id IS NULL";

  private final InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19);
  private final DataSource database;
  private final List<Contact> teachers = new ArrayList<>();

  TeacherHost(HostDatabase kind, int count) {
    this.database = kind.fresh();
    HostDatabase.execute(
        database,
        "CREATE TABLE teacher (id integer PRIMARY KEY, name varchar(50), odoo_partner_id bigint)");
    LongStream.rangeClosed(1, count).forEach(this::hire);
  }

  void hire(long id) {
    HostDatabase.execute(
        database, "INSERT INTO teacher (id, name) VALUES (" + id + ", 'Teacher " + id + "')");
    teachers.add(teacher(LocalKey.of("teacher", id)));
  }

  static Contact teacher(LocalKey key) {
    return Contact.builder(key).name("Teacher " + key.id()).build();
  }

  DataSource database() {
    return database;
  }

  List<Contact> teachers() {
    return teachers;
  }

  InProcessOdoo odoo() {
    return odoo;
  }

  OdooClient client() {
    return OdooClient.connect(
        OdooConnection.builder()
            .url(odoo.url())
            .database(odoo.database())
            .login(odoo.login())
            .apiKey(odoo.apiKey())
            .build());
  }

  JdbcStores.Builder stores() {
    return JdbcStores.builder(database).createTables().mirror(MIRROR);
  }

  SyncEngine engine() {
    return engine(stores().build()).build();
  }

  SyncEngineBuilder engine(Stores stores) {
    return engine(stores, client(), ContactSource.of(teachers));
  }

  SyncEngineBuilder engine(Stores stores, OdooClient client, ContactSource source) {
    return SyncEngine.builder(client)
        .namespace("__teacher_host__")
        .contacts(source)
        .stores(stores)
        .batchSize(CONTACT, 5);
  }

  /** How many teachers do not have the id of their link in their column. */
  long wrongMirrors() {
    return Long.parseLong(String.valueOf(HostDatabase.select(database, WRONG).get(0)));
  }

  /** The teachers' names in Odoo, one a partner. */
  List<String> partners() {
    return odoo.records("res.partner").stream()
        .map(StoredRecord::values)
        .map(values -> String.valueOf(values.get("name")))
        .filter(name -> name.startsWith("Teacher "))
        .sorted()
        .toList();
  }

  /** As when some time has gone by since a node died. */
  void letLeasesRunOut() {
    HostDatabase.execute(database, "DELETE FROM " + JdbcStores.DEFAULT_LOCK_TABLE);
  }

  @Override
  public void close() {
    odoo.close();
  }
}
