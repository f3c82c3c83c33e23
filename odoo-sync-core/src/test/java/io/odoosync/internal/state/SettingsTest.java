package io.odoosync.internal.state;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Brakes;
import io.odoosync.CallBudget;
import io.odoosync.ChangeOptions;
import io.odoosync.GoneRecordPolicy;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemoryStateStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a log shows of the configuration. */
class SettingsTest {

  private final Settings plain = TestSettings.over(new InMemoryIdStore());

  @Test
  void toString_defaults_saysThem() {
    assertThat(plain)
        .asString()
        .contains("namespace=school", "batchSizes={CONTACT=200}", "calls=1 at once, conflict")
        .contains("missingRecords=by kind", "creating=true", "server known for 0 s")
        .contains("stores=[InMemoryIdStore, InMemoryStateStore, ")
        .contains("InMemoryOutbox, none], notifier=none")
        .doesNotContain("tracking", "renewed", "cleared", " for 90");
  }

  @Test
  void toString_allOptions_saysThem() {
    CallAllowance allowance =
        new CallAllowance(
            CallBudget.perDay(7), new InMemoryStateStore(), "school", "a", Clock.systemUTC());
    Settings full =
        new Settings(
            plain.client(),
            "school",
            new Settings.Storage(
                plain.storage().links(),
                plain.storage().state(),
                plain.storage().lock(),
                plain.storage().outbox(),
                null,
                Duration.ofDays(90),
                plain.storage().temporaryFiles()),
            plain.audience(),
            new Settings.Rules(
                ConflictPolicy.odooWins(),
                MissingRecordPolicy.REPORT,
                false,
                Brakes.DEFAULT,
                GoneRecordPolicy.KEEP,
                Duration.ofDays(7),
                Duration.ofDays(14),
                ChangeOptions.DEFAULT,
                true,
                Duration.ofHours(1)),
            new Settings.Privacy(List.of(), true),
            Map.of(CONTACT, 200),
            plain.clock(),
            new Settings.Flow(4, allowance));

    assertThat(full)
        .asString()
        .contains("calls=4 at once, ", CallBudget.perDay(7).toString(), "conflictPolicy=Odoo wins")
        .contains("missingRecords=" + MissingRecordPolicy.REPORT, "creating=false")
        .contains(", their values cleared", ", API key renewed 14 d", " before its end")
        .contains(", tracking", " for 90 d");
    assertThat(full.rules().linksOnly()).isTrue();
    assertThat(plain.rules().linksOnly()).isFalse();
  }

  @Test
  void recordsAtOnce_severalCalls_areBatchesForAllOfThem() {
    assertThat(plain.recordsAtOnce(CONTACT)).isEqualTo(200);
    assertThat(TestSettings.with(plain.client(), new Settings.Flow(4, null)).recordsAtOnce(CONTACT))
        .isEqualTo(800);
  }
}
