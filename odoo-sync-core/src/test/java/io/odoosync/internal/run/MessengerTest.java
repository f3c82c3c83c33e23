package io.odoosync.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.internal.log.Site;
import io.odoosync.internal.log.Tidings;
import io.odoosync.internal.text.Redaction;
import io.odoosync.report.AdminNews;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MessengerTest {

  private final AtomicInteger called = new AtomicInteger();
  private final Tidings tidings =
      new Tidings(
          new AdminNews(
              SyncReport.builder("run", Instant.EPOCH).build(), List.of(), List.of(), List.of()),
          Set.of(new Site(AdminNews.Place.RUN, null, null)));

  /** Hears of all news, and then does something. */
  private Messenger messenger(Runnable then) {
    AdminNotifier notifier =
        new AdminNotifier() {
          @Override
          public void notifyAdministrator(SyncReport report) {
            throw new AssertionError("the news are told, not the report");
          }

          @Override
          public void notifyAdministrator(AdminNews news) {
            called.incrementAndGet();
            then.run();
          }
        };
    return new Messenger(notifier, Duration.ofMinutes(1), Redaction.OF_PATTERNS);
  }

  @Test
  void tell_notifierCameBack_nothingWasToldLate() {
    Messenger messenger = messenger(() -> {});

    assertThat(messenger.tell("run", tidings)).isTrue();

    assertThat(messenger.toldLate()).isEmpty();
    assertThat(messenger.tell("run", tidings)).isTrue();
    assertThat(called).hasValue(2);
  }

  @Test
  void tell_notifierThrew_isCalledAgainNextTime() {
    Messenger messenger =
        messenger(
            () -> {
              throw new IllegalStateException("the mail server is away");
            });

    assertThat(messenger.tell("run", tidings)).isFalse();
    assertThat(messenger.tell("run", tidings)).isFalse();

    assertThat(called).hasValue(2);
    assertThat(messenger.toldLate()).isEmpty();
  }
}
