package io.odoosync.benchmarks.million;

import io.odoosync.testkit.Account;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An Odoo that says where it is, and runs until its standard input ends. */
final class OdooProcess {

  private OdooProcess() {}

  /**
   * Prints its address, its database, and log-in and key of the integration user and of a person.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws IOException {
    ScheduledExecutorService cleaner = Executors.newSingleThreadScheduledExecutor();
    try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
      Future<?> cleaning =
          cleaner.scheduleWithFixedDelay(odoo::forgetRequests, 0, 200, TimeUnit.MILLISECONDS);
      Account person = odoo.personUser();
      System.out.println(
          String.join(
              " ",
              odoo.url(),
              odoo.database(),
              odoo.login(),
              odoo.apiKey(),
              person.login(),
              person.apiKey()));
      System.in.transferTo(System.err);
      cleaning.cancel(false);
    } finally {
      cleaner.shutdownNow();
    }
  }
}
