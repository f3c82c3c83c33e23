package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odoosync.CallBudget;
import io.odoosync.Environment;
import io.odoosync.FailureCause;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallMeterTest {

  private static final MethodCall CALL = MethodCall.of("res.partner", "search");

  private final Time time = new Time();
  private final StateStore store = new InMemoryStateStore();
  private final OdooClient client = TestSettings.client(time);

  private CallAllowance allowance(CallBudget budget, String node) {
    return new CallAllowance(budget, store, "school", node, time.clock());
  }

  private CallMeter meter(CallBudget budget) {
    return meter(new Settings.Flow(1, allowance(budget, "a")));
  }

  private CallMeter meter(Settings.Flow flow) {
    Settings settings = TestSettings.with(client, flow);
    return new CallMeter(settings, RunControl.free(settings));
  }

  private static void call(CallMeter meter, int times) {
    for (int i = 0; i < times; i++) {
      meter.beforeAttempt(CALL);
    }
  }

  @Test
  void over_noBudget_isTheClientItself() {
    CallMeter meter = meter(Settings.Flow.DEFAULT);

    call(meter, 3);
    meter.close();

    assertThat(meter.over(client)).isSameAs(client);
    assertThat(meter.use()).isNull();
    assertThat(time.slept).isEmpty();
  }

  @Test
  void beforeAttempt_minuteIsSpent_waitsForTheNextInShortNaps() {
    CallMeter meter = meter(CallBudget.perMinute(2));

    call(meter, 3);

    assertThat(meter.over(client)).isNotSameAs(client);
    assertThat(time.slept).hasSize(11).startsWith(Duration.ofSeconds(1));
    assertThat(time.slept.get(10)).isEqualTo(Duration.ofMillis(500));
    assertThat(meter.use()).hasToString("3 of the budget, 3 today, waited 10.5 s");
  }

  @Test
  void beforeAttempt_dayIsSpent_stops() {
    CallMeter meter = meter(CallBudget.perDay(2));
    call(meter, 2);

    RunStoppedException stopped =
        catchThrowableOfType(RunStoppedException.class, () -> meter.beforeAttempt(CALL));

    assertThat(stopped.failure().cause()).isEqualTo(FailureCause.HELD_BACK);
    assertThat(stopped.failure().reason()).contains("budget of 2 calls a day");
    assertThat(time.slept).isEmpty();
  }

  @Test
  void beforeAttempt_clockStandsStill_stops() {
    CallMeter meter = meter(CallBudget.perMinute(1));
    time.stands = true;
    call(meter, 1);

    RunStoppedException stopped =
        catchThrowableOfType(RunStoppedException.class, () -> meter.beforeAttempt(CALL));

    assertThat(stopped.failure().cause()).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(time.slept).hasSize(91);
  }

  @Test
  void beforeAttempt_interruptedWhileWaiting_isHandedOn() {
    CallMeter meter = meter(CallBudget.perMinute(1));
    call(meter, 1);
    time.interrupts = true;

    meter.beforeAttempt(CALL);

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void close_reservedCalls_areGivenBackToOthers() {
    CallBudget budget = CallBudget.perDay(100);
    CallMeter meter = meter(budget);
    call(meter, 1);
    meter.close();
    CallAllowance other = allowance(budget, "b");

    int taken = 0;
    while (other.take().isEmpty()) {
      taken++;
    }

    assertThat(taken).isEqualTo(99);
  }

  /** Time that passes when somebody sleeps; it begins half a second into a minute's last ten. */
  private static final class Time implements Environment {

    private final List<Duration> slept = new ArrayList<>();
    private final HandClock clock = new HandClock(Instant.parse("2026-11-27T09:00:49.500Z"));
    private boolean stands;
    private boolean interrupts;

    @Override
    public Clock clock() {
      return clock;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      slept.add(duration);
      clock.pass(stands ? Duration.ZERO : duration);
      if (interrupts) {
        clock.pass(Duration.ofMinutes(1));
        throw new InterruptedException("woken");
      }
    }

    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public double random() {
      return 0;
    }

    @Override
    public String newId() {
      return "id";
    }
  }
}
