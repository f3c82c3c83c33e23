package io.odoosync.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Environment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlarmsTest {

  @Test
  void ring_severalAreSet_wakesThemAll() throws InterruptedException {
    Alarms alarms = new Alarms();
    Alarm first = new Alarm(Environment.system());
    Alarm second = new Alarm(Environment.system());
    Alarm removed = new Alarm(Environment.system());
    alarms.add(first);
    alarms.add(second);
    alarms.add(removed);
    alarms.remove(removed);

    alarms.ring();

    assertThat(first.sleep(Duration.ZERO)).isTrue();
    assertThat(second.sleep(Duration.ZERO)).isTrue();
    assertThat(removed.sleep(Duration.ZERO)).isFalse();
  }
}
