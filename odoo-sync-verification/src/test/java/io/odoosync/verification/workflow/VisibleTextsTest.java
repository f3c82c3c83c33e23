package io.odoosync.verification.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names and keys with line ends, escape sequences and marks that turn the direction of reading. */
class VisibleTextsTest extends InProcessSuite {

  private static final String FORGED = "Eve\n2026-11-26 09:00:00 ERROR root\u001b[2J\u202ex\u0085";
  private static final String SHOWN =
      "Eve\\n2026-11-26 09:00:00 ERROR root\\u001b[2J\\u202ex\\u0085";
  private static final LocalKey KEY = LocalKey.of("guest", "1\u2028x\u202e");

  private SyncEngine engine(Contact contact) {
    return engine(new SchoolTravel()).contacts(ContactSource.of(List.of(contact))).build();
  }

  private static Contact contact(String name) {
    return Contact.builder(KEY).name(name).build();
  }

  private static void assertVisible(String text) {
    assertThat(text.chars().filter(c -> c != '\n'))
        .allMatch(c -> !Character.isISOControl(c))
        .allMatch(c -> Character.getType(c) != Character.FORMAT)
        .allMatch(c -> Character.getType(c) != Character.LINE_SEPARATOR);
    assertThat(text).doesNotContain("\n2026");
  }

  @Test
  void plan_nameThatForgesALine_isShownOnOneAndSavedExactly() {
    SyncPlan plan = engine(contact(FORGED)).plan();

    assertVisible(plan.toString());
    assertThat(plan.toString()).contains("guest/1\\u2028x\\u202e").contains(SHOWN);
    assertThat(SyncPlan.parse(plan.toJson())).isEqualTo(plan);
    assertThat(plan.records().get(0).key()).isEqualTo(KEY);
  }

  @Test
  void report_sourceWithWordsThatForgeALine_isVisible() {
    SyncEngine engine =
        engine(new SchoolTravel())
            .contacts(
                () -> {
                  throw new IllegalStateException(FORGED);
                })
            .build();

    SyncReport report = engine.runAll();

    assertThat(report.isSuccessful()).isFalse();
    assertVisible(report.toString());
    assertThat(report.toString()).contains(SHOWN);
    for (SyncLogEntry entry : log.find(SyncLogQuery.all())) {
      assertVisible(entry.toString());
      assertVisible(entry.message());
    }
  }

  @Test
  void report_keyThatTurnsTheDirection_isVisibleInTextAndExactInJson() {
    SyncReport report = engine(contact("")).runAll();

    assertThat(report.stages().get(0).failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.key()).isEqualTo(KEY))
        .satisfies(failure -> assertVisible(failure.toString()));
    assertThat(report.toJson()).contains(KEY.toString());
    assertThat(log.find(SyncLogQuery.all().withType(EntityType.CONTACT).withKey(KEY))).isNotEmpty();
  }
}
