package io.odoosync.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncListenersTest {

  private final List<String> told = new ArrayList<>();

  /** Notes whatever it is told, also what the interface will be given later. */
  private SyncListener noting(String name) {
    return (SyncListener)
        Proxy.newProxyInstance(
            SyncListener.class.getClassLoader(),
            new Class<?>[] {SyncListener.class},
            (proxy, method, arguments) -> {
              told.add(name + " " + method.getName());
              return null;
            });
  }

  private static SyncListener throwing(String words) {
    return new SyncListener() {
      @Override
      public void onRunStarted(String runId) {
        throw new IllegalStateException(words);
      }
    };
  }

  @Test
  void all_everyMessage_reachesEachInOrder() {
    SyncListener both = SyncListener.all(List.of(noting("a"), noting("b")));

    both.onRunStarted("run-1");
    both.onStageStarted(EntityType.CONTACT);
    both.onProgress(new StageProgress(EntityType.CONTACT, 0, 1, Duration.ZERO, null));
    both.onRecord(EntityType.CONTACT, LocalKey.of("teacher", 1), new Outcome.Created(7));
    both.onStageFinished(StageReport.builder(EntityType.CONTACT).build());
    both.onRunFinished(SyncReport.builder("run-1", Instant.EPOCH).build());

    List<String> messages =
        Arrays.stream(SyncListener.class.getMethods())
            .filter(method -> method.isDefault())
            .map(method -> method.getName())
            .toList();
    assertThat(told).hasSize(2 * messages.size());
    for (String message : messages) {
      assertThat(told).containsSubsequence("a " + message, "b " + message);
    }
  }

  @Test
  void all_oneThrows_theNextIsToldAndTheFirstIsThrown() {
    SyncListener all =
        SyncListener.all(List.of(throwing("first"), throwing("second"), noting("c")));

    assertThatThrownBy(() -> all.onRunStarted("run-1"))
        .hasMessage("first")
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    assertThat(told).containsExactly("c onRunStarted");
  }

  @Test
  void all_none_isQuiet() {
    SyncListener.all(List.of()).onRunStarted("run-1");

    assertThat(told).isEmpty();
  }
}
