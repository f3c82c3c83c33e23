package io.odoosync.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadResultTest {

  private static final LoadResult.Message WARNING =
      new LoadResult.Message(false, "unknown column", null, null);
  private static final LoadResult.Message ERROR =
      new LoadResult.Message(true, "no such country", 3, "country_id");

  @Test
  void errors_messages_areThoseThatRefused() {
    assertThat(new LoadResult(List.of(), List.of(WARNING, ERROR)).errors()).containsExactly(ERROR);
    assertThat(new LoadResult(List.of(7L), List.of(WARNING)).errors()).isEmpty();
  }

  @Test
  void result_listsChangedLater_staysAsItWas() {
    List<Long> ids = new ArrayList<>(List.of(7L));
    List<LoadResult.Message> messages = new ArrayList<>(List.of(WARNING));
    LoadResult result = new LoadResult(ids, messages);
    ids.clear();
    messages.clear();
    assertThat(result).isEqualTo(new LoadResult(List.of(7L), List.of(WARNING)));
  }
}
