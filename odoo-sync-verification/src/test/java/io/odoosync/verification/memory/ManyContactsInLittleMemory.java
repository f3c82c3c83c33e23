package io.odoosync.verification.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Many contacts in a host of 64 MiB, with PostgreSQL and an Odoo in processes of their own. Takes
 * some 20 minutes and 3 GB, so it is started by hand, and prints what it finds:
 *
 * <pre>{@code
 * ./mvnw test --projects odoo-sync-verification --also-make -Dtest=ManyContactsInLittleMemory \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dmany.contacts=300000
 * }</pre>
 */
class ManyContactsInLittleMemory {

  private static final int COUNT = Integer.getInteger("many.contacts", 300_000);
  private static final int ONE_PERCENT = COUNT / 100;

  @Test
  void runAll_manyContacts_fit() throws IOException {
    try (EmbeddedPostgres database = EmbeddedPostgres.start();
        ChildProcess odoo = ChildProcess.start(OdooProcess.class, "2500m", List.of());
        ChildProcess host = ChildProcess.start(HostProcess.class, "64m", of(odoo, database))) {
      assertThat(printed(host))
          .contains("first run: COMPLETED", "read " + COUNT, "created " + COUNT, "failed 0");
      assertThat(printed(host)).contains("updated 0", "unchanged " + COUNT);
      assertThat(printed(host)).contains("updated " + ONE_PERCENT);
      assertThat(printed(host)).contains("failed " + ONE_PERCENT, "listed)");
      assertThat(printed(host)).contains("failed " + COUNT, "listed)");
    }
  }

  private static List<String> of(ChildProcess odoo, EmbeddedPostgres database) {
    List<String> arguments = new ArrayList<>(List.of(odoo.line().split(" ", -1)));
    arguments.add(database.getJdbcUrl("postgres", "postgres"));
    arguments.add(String.valueOf(COUNT));
    return arguments;
  }

  private static String printed(ChildProcess host) {
    String line = host.line();
    System.out.println(line);
    return line;
  }
}
