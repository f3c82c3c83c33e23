package io.odoosync.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final String OLD = "0123456789abcdef0123456789abcdef01234567";
  private static final String NEW = "89abcdef0123456789abcdef0123456789abcdef";

  private final AtomicReference<Optional<String>> stored = new AtomicReference<>(Optional.empty());
  private final KeyRing ring = new KeyRing(OLD, stored::get);

  @Test
  void current_storeHasOne_isTheStoresFromTheBeginning() {
    stored.set(Optional.of(NEW));
    assertThat(ring.current()).isEqualTo(NEW);
  }

  @Test
  void current_storeChanges_isTakenWhenAskedFor() {
    assertThat(ring.current()).isEqualTo(OLD);
    stored.set(Optional.of(NEW));
    assertThat(ring.current()).isEqualTo(OLD);

    ring.refresh();

    assertThat(ring.current()).isEqualTo(NEW);
  }

  @Test
  void current_storeThrows_isTheConfiguredOne() {
    KeyRing broken =
        new KeyRing(
            OLD,
            () -> {
              throw new IllegalStateException("down");
            });
    assertThat(broken.current()).isEqualTo(OLD);
  }

  /** What was handed out before a key came must know it too. */
  @Test
  void redaction_keysThatCameLater_areTakenOut() {
    Redaction redaction = ring.redaction();
    ring.use(NEW);
    ring.learn("a-key-that-was-made-and-not-stored");

    assertThat(redaction.text(OLD + " " + NEW + ", a-key-that-was-made-and-not-stored."))
        .isEqualTo("*** ***, ***.");
    assertThat(ring.current()).isEqualTo(NEW);
  }
}
