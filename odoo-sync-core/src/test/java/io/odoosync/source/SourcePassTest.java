package io.odoosync.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.LocalKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a source finds records that has no query for it. */
class SourcePassTest {

  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final ContactSource source =
      () -> {
        opened.incrementAndGet();
        return Stream.iterate(1, id -> id + 1)
            .peek(id -> read.incrementAndGet())
            .map(id -> Contact.builder(key(id)).build())
            .onClose(closed::incrementAndGet);
      };

  @Test
  void find_allFound_readsNoFurtherAndCloses() {
    assertThat(source.find(List.of(key(7), key(3), key(7))))
        .extracting(Contact::key)
        .containsExactlyInAnyOrder(key(3), key(7));
    assertThat(read).hasValue(7);
    assertThat(opened).hasValue(1);
    assertThat(closed).hasValue(1);
  }

  @Test
  void find_noKeys_opensNothing() {
    assertThat(source.find(List.of())).isEmpty();
    assertThat(opened).hasValue(0);
  }

  private static LocalKey key(int id) {
    return LocalKey.of("teacher", id);
  }
}
