package consumer;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;

/** Syncs one contact, twice, with what a stranger gets from a repository. */
public final class Main {

  public static void main(String[] arguments) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:consumer;DB_CLOSE_DELAY=-1");
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      OdooConnection connection =
          OdooConnection.builder()
              .url(odoo.url())
              .database(odoo.database())
              .login(odoo.login())
              .apiKey(odoo.apiKey())
              .build();
      Contact ada = Contact.builder(LocalKey.of("teacher", 1)).name("Ada Martin").build();
      SyncEngine engine =
          SyncEngine.builder(OdooClient.connect(connection))
              .namespace("__consumer__")
              .contacts(ContactSource.of(List.of(ada)))
              .stores(JdbcStores.builder(database).createTables().build())
              .build();
      SyncReport first = engine.runAll();
      SyncReport second = engine.runAll();
      System.out.println(first);
      boolean once =
          first.stages().get(0).created() == 1 && second.stages().get(0).unchanged() == 1;
      if (!once || !first.isSuccessful() || !second.isSuccessful()) {
        throw new IllegalStateException("not in step: " + first + second);
      }
      System.out.println("in step: created once");
    }
  }
}
