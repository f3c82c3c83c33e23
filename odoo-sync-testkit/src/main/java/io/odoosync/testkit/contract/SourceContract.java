package io.odoosync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the three sources must do alike. */
abstract class SourceContract<T extends SourceRecord> {

  private static final String STRANGE = "x'; -- \"%_\\ é 🚀";

  SourceContract() {}

  /** Opens a pass of the source under test. */
  abstract Stream<T> pass() throws Exception;

  /** Asks the source under test. */
  abstract Collection<T> found(Collection<LocalKey> keys) throws Exception;

  // a pass

  @Test
  void pass_eachKey_comesOnce() throws Exception {
    assertThat(all()).extracting(SourceRecord::key).doesNotHaveDuplicates();
  }

  @Test
  void pass_again_hasTheSameRecords() throws Exception {
    assertThat(all()).containsExactlyInAnyOrderElementsOf(all());
  }

  @Test
  void pass_again_printsTheSame() throws Exception {
    assertThat(all())
        .as("else a record that keeps failing counts as changed in every run")
        .extracting(Object::toString)
        .containsExactlyInAnyOrderElementsOf(all().stream().map(Object::toString).toList());
  }

  @Test
  void pass_closedAfterTheFirst_leavesTheSourceUsable() throws Exception {
    try (Stream<T> pass = pass()) {
      assertThat(pass.iterator().next()).isNotNull();
    }
    assertThat(all()).isNotEmpty();
  }

  @Test
  void pass_closedUnread_leavesTheSourceUsable() throws Exception {
    pass().close();
    assertThat(all()).isNotEmpty();
  }

  // find

  @Test
  void find_allKeys_areAsThePassHasThem() throws Exception {
    List<T> all = all();
    assertThat(found(keys(all))).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void find_someKeys_returnsThoseAndNoOthers() throws Exception {
    List<T> all = all();
    List<T> some = List.of(all.get(all.size() - 1), all.get(0));
    assertThat(found(keys(some))).containsExactlyInAnyOrderElementsOf(some);
  }

  @Test
  void find_noKeys_isEmpty() throws Exception {
    assertThat(found(List.of())).isEmpty();
  }

  @Test
  void find_unknownKeys_areLeftOut() throws Exception {
    T known = all().get(0);
    LocalKey otherId = LocalKey.of(known.key().kind(), STRANGE);
    LocalKey otherKind = LocalKey.of("nosuchkind", known.key().id());
    assertThat(found(List.of(otherId, otherKind))).isEmpty();
    assertThat(found(List.of(otherId, known.key(), otherKind))).containsExactly(known);
  }

  @Test
  void find_whileAPassIsOpen_findsAsWell() throws Exception {
    try (Stream<T> pass = pass()) {
      Iterator<T> records = pass.iterator();
      List<T> read = new ArrayList<>(List.of(records.next()));
      assertThat(found(keys(read))).containsExactlyElementsOf(read);
      records.forEachRemaining(read::add);
      assertThat(read).containsExactlyInAnyOrderElementsOf(all());
    }
  }

  private List<T> all() throws Exception {
    try (Stream<T> pass = pass()) {
      List<T> all = pass.toList();
      assertThat(all).as("a source with three records or more").hasSizeGreaterThanOrEqualTo(3);
      return all;
    }
  }

  private static List<LocalKey> keys(List<? extends SourceRecord> records) {
    return records.stream().map(SourceRecord::key).toList();
  }
}
