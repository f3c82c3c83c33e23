package io.odoosync.testkit.contract;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.EntityType.TRAVEL;
import static io.odoosync.store.SyncEvent.RECORD_FAILED;
import static io.odoosync.store.SyncEvent.RUN_STARTED;
import static io.odoosync.store.SyncLogLevel.ERROR;
import static io.odoosync.store.SyncLogLevel.INFO;
import static io.odoosync.store.SyncLogLevel.WARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.odoosync.EntityType;
import io.odoosync.FailureCause;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Winner;
import io.odoosync.store.FieldConflict;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogLevel;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.store.SyncLogStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SyncLogStore} must do. Extend it beside the store:
 *
 * <pre>{@code
 * class MySyncLogStoreTest extends SyncLogStoreContract {
 *   @Override
 *   protected SyncLogStore emptyStore() {
 *     return new MySyncLogStore(...);
 *   }
 * }
 * }</pre>
 */
public abstract class SyncLogStoreContract {

  private static final Instant AT = Instant.parse("2026-10-25T01:30:00.123Z");
  private static final LocalKey TEACHER = LocalKey.of("teacher", "42");
  private static final int THREADS = 4;

  private @Nullable SyncLogStore opened;

  /** For subclasses. */
  protected SyncLogStoreContract() {}

  /**
   * Makes the store under test.
   *
   * @return a store without entries, independent of those of other tests
   * @throws Exception if that fails; the test then fails too
   */
  protected abstract SyncLogStore emptyStore() throws Exception;

  /**
   * Opens the same data again, as the host would after a restart.
   *
   * @return a new store over what the last {@link #emptyStore} holds; empty, which is the default,
   *     if the store is not durable
   * @throws Exception if that fails; the test then fails too
   */
  protected Optional<SyncLogStore> reopenedStore() throws Exception {
    return Optional.empty();
  }

  @BeforeEach
  void open() throws Exception {
    opened = emptyStore();
  }

  // append

  @Test
  void append_entry_keepsEveryPart() {
    SyncLogEntry entry =
        SyncLogEntry.builder(AT, "run-1", ERROR, RECORD_FAILED)
            .type(CONTACT)
            .key(TEACHER)
            .message("no such country")
            .build();
    store().append(List.of(entry));
    assertThat(everything()).containsExactly(entry);
  }

  @Test
  void append_entryOfARunOrStage_keepsWhatIsMissing() {
    SyncLogEntry ofRun =
        SyncLogEntry.builder(AT, "run-1", INFO, RUN_STARTED).message("started").build();
    SyncLogEntry ofStage =
        SyncLogEntry.builder(AT, "run-1", ERROR, SyncEvent.STAGE_FAILED)
            .type(TRAVEL)
            .message("broken")
            .build();
    store().append(List.of(ofRun, ofStage));
    assertThat(everything()).containsExactly(ofStage, ofRun);
  }

  @Test
  void append_everyEventLevelAndType_isKept() {
    List<SyncLogEntry> entries = new ArrayList<>();
    for (SyncEvent event : SyncEvent.values()) {
      for (SyncLogLevel level : SyncLogLevel.values()) {
        for (EntityType type : EntityType.values()) {
          entries.add(
              SyncLogEntry.builder(AT, "run-1", level, event)
                  .type(type)
                  .key(TEACHER)
                  .message("x")
                  .build());
        }
      }
    }
    store().append(entries);
    assertThat(everything()).isEqualTo(reversed(entries));
  }

  @Test
  void append_everyCause_isKeptWithItsAdvice() {
    List<SyncLogEntry> entries = new ArrayList<>();
    for (FailureCause cause : FailureCause.values()) {
      entries.add(entry(AT, cause.name()).toBuilder().cause(cause).advice(cause.advice()).build());
    }
    store().append(entries);
    assertThat(everything()).isEqualTo(reversed(entries));
  }

  @Test
  void append_advice_isKeptToTheCharacter() {
    List<SyncLogEntry> entries =
        AwkwardTexts.MESSAGES.stream()
            .map(
                text ->
                    entry(AT, "x").toBuilder()
                        .cause(FailureCause.INVALID_RECORD)
                        .advice(text)
                        .build())
            .toList();
    store().append(entries);
    assertThat(everything()).isEqualTo(reversed(entries));
  }

  @Test
  void append_recordAndFields_areKept() {
    List<SyncLogEntry> entries =
        List.of(
            entry(AT, "x").toBuilder().odooId(1L << 40).build(),
            entry(AT, "x").toBuilder().odooId(7L).fields(List.of("name", "x_custom")).build());
    store().append(entries);
    assertThat(everything()).isEqualTo(reversed(entries));
  }

  @Test
  void append_conflict_isKeptWholeAndToTheCharacter() {
    String endless = "\u00E9\uD83D\uDE00\"\\\n".repeat(50_000);
    List<FieldConflict> conflicts =
        new ArrayList<>(
            List.of(
                new FieldConflict("name", "", "", null, Winner.MANUAL, null, "p", "why"),
                new FieldConflict("name", "", "", "", Winner.LOCAL, "", "p", null),
                new FieldConflict(
                    "name",
                    endless,
                    endless + "o",
                    endless + "b",
                    Winner.MERGED,
                    endless,
                    "p",
                    null)));
    AwkwardTexts.MESSAGES.forEach(
        text ->
            conflicts.add(new FieldConflict("f", text, text, text, Winner.ODOO, text, text, text)));
    List<SyncLogEntry> entries =
        conflicts.stream()
            .map(conflict -> entry(AT, "x").toBuilder().conflict(conflict).build())
            .toList();
    store().append(entries);
    assertThat(everything()).isEqualTo(reversed(entries));
  }

  @Test
  void append_report_isKeptWhole() {
    SyncLogEntry ended = entry(AT, "x").toBuilder().report("{}".repeat(100_000)).build();
    store().append(List.of(ended));
    assertThat(everything()).containsExactly(ended);
  }

  @Test
  void append_message_isKeptToTheCharacter() {
    List<SyncLogEntry> entries =
        AwkwardTexts.MESSAGES.stream().map(text -> entry(AT, text)).toList();
    store().append(entries);
    assertThat(everything()).isEqualTo(reversed(entries));
  }

  @Test
  void append_at_isKeptToTheMillisecond() {
    store().append(AwkwardTimes.INSTANTS.stream().map(at -> entry(at, "x")).toList());
    assertThat(everything())
        .extracting(entry -> entry.at().truncatedTo(ChronoUnit.MILLIS))
        .isEqualTo(
            reversed(
                AwkwardTimes.INSTANTS.stream()
                    .map(at -> at.truncatedTo(ChronoUnit.MILLIS))
                    .toList()));
  }

  @Test
  void append_noEntries_changesNothing() {
    store().append(List.of());
    assertThat(everything()).isEmpty();
  }

  @Test
  void append_sameEntryTwice_keepsBoth() {
    store().append(List.of(entry(AT, "x"), entry(AT, "x")));
    store().append(List.of(entry(AT, "x")));
    assertThat(everything()).hasSize(3);
  }

  @Test
  void append_failingHalfway_addsNothing() {
    List<SyncLogEntry> breaking = new BreakingList<>(List.of(entry(AT, "x"), entry(AT, "y")));
    assertThatThrownBy(() -> store().append(breaking)).isInstanceOf(RuntimeException.class);
    assertThat(everything()).isEmpty();
  }

  @Test
  void append_thousandsOfEntries_keepsAllInOrder() {
    List<SyncLogEntry> entries = numbered(5_000);
    store().append(entries);
    assertThat(everything()).isEqualTo(reversed(entries));
  }

  @Test
  void append_thenRestart_isStillThere() throws Exception {
    store().append(List.of(entry(AT, "before")));
    Optional<SyncLogStore> reopened = reopenedStore();
    assumeThat(reopened).as("the store is durable").isPresent();
    opened = reopened.orElseThrow();
    store().append(List.of(entry(AT, "after")));
    assertThat(everything()).extracting(SyncLogEntry::message).containsExactly("after", "before");
  }

  // find

  @Test
  void find_nothingAppended_isEmpty() {
    assertThat(store().find(SyncLogQuery.all())).isEmpty();
  }

  @Test
  void find_appendedOutOfOrder_comesNewestFirst() {
    store().append(List.of(entry(AT.plusSeconds(2), "late"), entry(AT, "early")));
    store().append(List.of(entry(AT.plusSeconds(1), "between")));
    assertThat(everything())
        .extracting(SyncLogEntry::message)
        .containsExactly("late", "between", "early");
  }

  @Test
  void find_sameInstant_comesInReverseOrderOfAppending() {
    store().append(List.of(entry(AT, "1"), entry(AT, "2"), entry(AT, "3")));
    store().append(List.of(entry(AT, "4"), entry(AT, "5")));
    assertThat(everything())
        .extracting(SyncLogEntry::message)
        .containsExactly("5", "4", "3", "2", "1");
  }

  @Test
  void find_limit_keepsTheNewest() {
    store().append(numbered(10));
    assertThat(store().find(SyncLogQuery.all().withLimit(3)))
        .extracting(SyncLogEntry::message)
        .containsExactly("9", "8", "7");
  }

  @Test
  void find_defaultLimit_returnsAThousand() {
    store().append(numbered(SyncLogQuery.DEFAULT_LIMIT + 1));
    assertThat(store().find(SyncLogQuery.all())).hasSize(SyncLogQuery.DEFAULT_LIMIT);
  }

  @Test
  void find_limitAndFilter_countsMatchingEntriesOnly() {
    store().append(List.of(entry(AT, ERROR, "old"), entry(AT, INFO, "x"), entry(AT, INFO, "y")));
    assertThat(store().find(SyncLogQuery.all().withMinimumLevel(ERROR).withLimit(1)))
        .extracting(SyncLogEntry::message)
        .containsExactly("old");
  }

  @Test
  void find_run_returnsItsEntriesOnly() {
    List<SyncLogEntry> entries =
        Stream.of("run-1", "Run-1", "run-10", "run_1", "run-1'", "%", "1 OR 1=1")
            .map(run -> SyncLogEntry.builder(AT, run, INFO, RUN_STARTED).message(run).build())
            .toList();
    store().append(entries);
    for (SyncLogEntry entry : entries) {
      assertThat(store().find(SyncLogQuery.all().withRun(entry.runId()))).containsExactly(entry);
    }
    assertThat(store().find(SyncLogQuery.all().withRun("run-2"))).isEmpty();
  }

  @Test
  void find_type_returnsItsEntriesOnly() {
    SyncLogEntry contact =
        SyncLogEntry.builder(AT, "r", ERROR, RECORD_FAILED)
            .type(CONTACT)
            .key(TEACHER)
            .message("x")
            .build();
    SyncLogEntry travel =
        SyncLogEntry.builder(AT, "r", ERROR, RECORD_FAILED)
            .type(TRAVEL)
            .key(TEACHER)
            .message("x")
            .build();
    store().append(List.of(contact, travel, entry(AT, "of no type")));
    assertThat(store().find(SyncLogQuery.all().withType(CONTACT))).containsExactly(contact);
    assertThat(store().find(SyncLogQuery.all().withType(INVOICE))).isEmpty();
  }

  @Test
  void find_key_returnsItsEntriesOnly() {
    List<SyncLogEntry> entries =
        AwkwardTexts.IDS.stream()
            .flatMap(id -> Stream.of(LocalKey.of("a", id), LocalKey.of("ab", id)))
            .map(
                key ->
                    SyncLogEntry.builder(AT, "r", ERROR, RECORD_FAILED)
                        .type(CONTACT)
                        .key(key)
                        .message("x")
                        .build())
            .toList();
    store().append(entries);
    for (SyncLogEntry entry : entries) {
      LocalKey key = Objects.requireNonNull(entry.key());
      assertThat(store().find(SyncLogQuery.all().withKey(key))).containsExactly(entry);
    }
  }

  @Test
  void find_minimumLevel_returnsItAndThoseAbove() {
    store().append(List.of(entry(AT, INFO, "i"), entry(AT, WARN, "w"), entry(AT, ERROR, "e")));
    assertThat(messages(SyncLogQuery.all().withMinimumLevel(INFO))).containsExactly("e", "w", "i");
    assertThat(messages(SyncLogQuery.all().withMinimumLevel(WARN))).containsExactly("e", "w");
    assertThat(messages(SyncLogQuery.all().withMinimumLevel(ERROR))).containsExactly("e");
  }

  @Test
  void find_timeSpan_hasItsStartButNotItsEnd() {
    store()
        .append(
            Stream.of(-1, 0, 1, 2)
                .map(millis -> entry(AT.plusMillis(millis), Integer.toString(millis)))
                .toList());
    assertThat(messages(SyncLogQuery.all().between(AT, AT.plusMillis(2))))
        .containsExactly("1", "0");
    assertThat(messages(SyncLogQuery.all().between(AT, null))).containsExactly("2", "1", "0");
    assertThat(messages(SyncLogQuery.all().between(null, AT))).containsExactly("-1");
    assertThat(messages(SyncLogQuery.all().between(AT, AT))).isEmpty();
    assertThat(messages(SyncLogQuery.all().between(Instant.MIN, Instant.MAX))).hasSize(4);
  }

  @Test
  void find_severalConditions_returnsWhatMeetsAll() {
    List<SyncLogEntry> entries = new ArrayList<>();
    for (String run : List.of("run-1", "run-2")) {
      for (SyncLogLevel level : SyncLogLevel.values()) {
        for (LocalKey key : List.of(TEACHER, LocalKey.of("teacher", "43"))) {
          for (long seconds = 0; seconds < 3; seconds++) {
            entries.add(
                SyncLogEntry.builder(AT.plusSeconds(seconds), run, level, RECORD_FAILED)
                    .type(CONTACT)
                    .key(key)
                    .message("x")
                    .build());
          }
        }
      }
    }
    store().append(entries);
    SyncLogQuery query =
        SyncLogQuery.all()
            .withRun("run-2")
            .withType(CONTACT)
            .withKey(TEACHER)
            .withMinimumLevel(WARN)
            .between(AT.plusSeconds(1), AT.plusSeconds(2));
    assertThat(store().find(query))
        .isEqualTo(reversed(entries.stream().filter(query::matches).toList()))
        .hasSize(2);
  }

  // deleteBefore

  @Test
  void deleteBefore_instant_dropsOlderEntriesOnly() {
    store()
        .append(
            List.of(
                entry(AT.minusMillis(1), "older"),
                entry(AT, "same"),
                entry(AT.plusMillis(1), "newer")));
    assertThat(store().deleteBefore(AT)).isEqualTo(1);
    assertThat(messages(SyncLogQuery.all())).containsExactly("newer", "same");
  }

  @Test
  void deleteBefore_again_dropsNothing() {
    store().append(numbered(10));
    assertThat(store().deleteBefore(Instant.MAX)).isEqualTo(10);
    assertThat(store().deleteBefore(Instant.MAX)).isZero();
    assertThat(everything()).isEmpty();
  }

  @Test
  void find_event_returnsThatOnlyUpToTheLimit() {
    List<SyncLogEntry> entries = new ArrayList<>();
    for (SyncEvent event : SyncEvent.values()) {
      for (int i = 0; i < 3; i++) {
        entries.add(
            SyncLogEntry.builder(AT.plusSeconds(i), "run-1", INFO, event)
                .message(event + " " + i)
                .build());
      }
    }
    store().append(entries);
    assertThat(messages(SyncLogQuery.all().withEvent(RECORD_FAILED).withLimit(2)))
        .containsExactly("RECORD_FAILED 2", "RECORD_FAILED 1");
    assertThat(messages(SyncLogQuery.all().withEvent(RUN_STARTED).withMinimumLevel(WARN)))
        .isEmpty();
  }

  @Test
  void deleteBefore_nothingOlder_dropsNothing() {
    assertThat(store().deleteBefore(AT)).isZero();
    store().append(numbered(10));
    assertThat(store().deleteBefore(AT)).isZero();
    assertThat(store().deleteBefore(Instant.MIN)).isZero();
    assertThat(everything()).hasSize(10);
  }

  // delete

  @Test
  void delete_record_dropsItsEntriesOnly() {
    LocalKey other = LocalKey.of("teacher", "421");
    SyncLogEntry kept1 = about(CONTACT, other);
    SyncLogEntry kept2 = about(TRAVEL, TEACHER);
    SyncLogEntry ofRun = entry(AT, "x");
    store().append(List.of(about(CONTACT, TEACHER), kept1, about(CONTACT, TEACHER), kept2, ofRun));
    assertThat(store().delete(CONTACT, TEACHER)).isEqualTo(2);
    assertThat(everything()).containsExactly(ofRun, kept2, kept1);
    assertThat(store().delete(CONTACT, TEACHER)).isZero();
    assertThat(everything()).hasSize(3);
  }

  private static SyncLogEntry about(EntityType type, LocalKey key) {
    return entry(AT, "x").toBuilder().type(type).key(key).build();
  }

  // several threads

  @Test
  void append_bySeveralThreads_keepsAllInTheOrderOfEach() throws Exception {
    Race.run(
        THREADS,
        number -> {
          for (int batch = 0; batch < 50; batch++) {
            store().append(batchOf("thread-" + number, batch));
          }
          return true;
        });
    assertThat(everything()).hasSize(THREADS * 100);
    for (int number = 0; number < THREADS; number++) {
      assertThat(messages(SyncLogQuery.all().withRun("thread-" + number)))
          .isEqualTo(reversed(IntStream.range(0, 100).mapToObj(Integer::toString).toList()));
    }
  }

  private static List<SyncLogEntry> batchOf(String run, int batch) {
    return IntStream.of(2 * batch, 2 * batch + 1)
        .mapToObj(i -> SyncLogEntry.builder(AT, run, INFO, RUN_STARTED).message("" + i).build())
        .toList();
  }

  @Test
  void deleteBefore_bySeveralThreads_dropsEachEntryOnce() throws Exception {
    store().append(numbered(1_000));
    List<Long> counts = Race.run(THREADS, number -> store().deleteBefore(Instant.MAX));
    assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000);
    assertThat(everything()).isEmpty();
  }

  private SyncLogStore store() {
    return Objects.requireNonNull(opened, "emptyStore() returned null");
  }

  private List<SyncLogEntry> everything() {
    return store().find(SyncLogQuery.all().withLimit(Integer.MAX_VALUE));
  }

  private List<String> messages(SyncLogQuery query) {
    return store().find(query).stream().map(SyncLogEntry::message).toList();
  }

  private static List<SyncLogEntry> numbered(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> entry(AT.plusMillis(i / 100), Integer.toString(i)))
        .toList();
  }

  private static SyncLogEntry entry(Instant at, String message) {
    return entry(at, INFO, message);
  }

  private static SyncLogEntry entry(Instant at, SyncLogLevel level, String message) {
    return SyncLogEntry.builder(at, "run-1", level, RUN_STARTED).message(message).build();
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }
}
