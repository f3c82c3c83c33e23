package io.odoosync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChunksTest {

  @Test
  void of_list_isInPartsOfTheSizeAndARest() {
    assertThat(Chunks.of(List.of(1, 2, 3, 4, 5), 2))
        .containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    assertThat(Chunks.of(List.of(1, 2, 3, 4), 2)).containsExactly(List.of(1, 2), List.of(3, 4));
    assertThat(Chunks.of(List.of(1, 2), 2)).containsExactly(List.of(1, 2));
    assertThat(Chunks.of(List.of(1), 2)).containsExactly(List.of(1));
  }

  @Test
  void of_nothing_isNoPart() {
    assertThat(Chunks.of(List.of(), 2)).isEmpty();
  }
}
