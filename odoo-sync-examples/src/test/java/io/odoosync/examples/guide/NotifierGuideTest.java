package io.odoosync.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.AdminNews;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.NotifierOptions;
import io.odoosync.report.StageProgress;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.InMemoryStores;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotifierGuideTest {

  private static final Contact NAMELESS = Contact.builder(Guide.ADA).build();

  /** Where mails would go. */
  private final List<String> mails = new ArrayList<>();

  // region notifier
  /** Mails what is new to the administrator. */
  private static final class Mails implements AdminNotifier {

    private final List<String> outgoing;

    private Mails(List<String> outgoing) {
      this.outgoing = outgoing;
    }

    @Override
    public void notifyAdministrator(AdminNews news) {
      news.started().forEach(item -> outgoing.add("New: " + item));
      news.lasting().forEach(item -> outgoing.add("Still: " + item));
      news.recovered().forEach(item -> outgoing.add("Over: " + item));
    }

    @Override
    public void notifyAdministrator(SyncReport report) {
      outgoing.add(report.toString()); // called by nobody, since the other one is there
    }

    @Override
    public Collection<String> secrets() {
      return List.of("smtp-password"); // never shown by the engine, whoever says it
    }
  }

  // endregion

  @Test
  void runAll_failureLastsThenEnds_isToldOnceAndThatItIsOver() {
    List<Contact> teachers = new ArrayList<>(List.of(NAMELESS));
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      ContactSource source = teachers::stream;
      OdooClient odoo = Guide.client(server);
      // region use
      SyncEngine engine =
          SyncEngine.builder(odoo)
              .namespace("__school__")
              .contacts(source)
              .stores(new InMemoryStores())
              .notifier(
                  new Mails(mails), NotifierOptions.DEFAULT.remindingAfter(100, Duration.ofDays(3)))
              .build();
      // endregion
      engine.runAll();
      engine.runAll();
      teachers.set(0, Guide.ada().build());
      engine.runAll();

      assertThat(mails).hasSize(2);
      assertThat(mails.get(0)).startsWith("New: CONTACT teacher/1");
      assertThat(mails.get(1)).startsWith("Over: CONTACT teacher/1");
    }
  }

  @Test
  void runAll_listener_hearsHowFarItHasCome() {
    List<String> shown = new ArrayList<>();
    // region listener
    SyncListener listener =
        new SyncListener() {
          @Override
          public void onProgress(StageProgress progress) {
            shown.add(
                progress.type()
                    + " "
                    + progress.done()
                    + " of "
                    + progress.total()
                    + ", "
                    + progress.left()
                    + " left");
          }
        };
    // endregion
    ContactSource teachers =
        () ->
            Stream.iterate(1L, id -> id <= 3, id -> id + 1)
                .map(id -> Contact.builder(LocalKey.of("teacher", id)).name("T").build());
    try (InProcessOdoo server = InProcessOdoo.start(OdooRelease.V19)) {
      Guide.engine(server)
          .contacts(teachers)
          .stores(new InMemoryStores())
          .listener(listener)
          .build()
          .runAll();
    }
    assertThat(shown).last().asString().startsWith("CONTACT 3 of 3");
  }
}
