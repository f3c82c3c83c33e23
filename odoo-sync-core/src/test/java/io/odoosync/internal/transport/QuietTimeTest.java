package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.Environment;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuietTimeTest {

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Sleeping environment = new Sleeping();

  @Test
  void left_untilTheLatestEnd() {
    QuietTime quiet = new QuietTime();
    assertThat(quiet.left(0)).isZero();

    quiet.ask(100, Duration.ofNanos(50));
    quiet.ask(110, Duration.ofNanos(10));

    assertThat(quiet.left(120)).isEqualTo(Duration.ofNanos(30));
    assertThat(quiet.left(150)).isZero();
    assertThat(quiet.left(120)).isZero();
  }

  @Test
  void call_theServerAskedAnotherOneToWait_waitsTooWhateverItAsksFor() {
    OdooClient client = busyWithPartners("5");

    assertThatThrownBy(() -> client.searchCount("res.partner", Domain.all()))
        .isInstanceOf(OdooBusyException.class);
    client.observedBy(attempt -> {}).searchCount("crm.lead", Domain.all());

    assertThat(environment.slept).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void call_itsOwnRepetition_waitsOnce() {
    OdooClient client = busyWithPartners("5", new RetryPolicy(2, Duration.ofMillis(1), LONGEST));

    assertThatThrownBy(() -> client.searchCount("res.partner", Domain.all()))
        .isInstanceOf(OdooBusyException.class);

    assertThat(environment.slept).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void call_theServerAskedForMoreThanThePolicyWaits_isMade() {
    OdooClient client = busyWithPartners("31");

    assertThatThrownBy(() -> client.searchCount("res.partner", Domain.all()))
        .isInstanceOf(OdooBusyException.class);
    client.searchCount("crm.lead", Domain.all());

    assertThat(environment.slept).isEmpty();
  }

  private OdooClient busyWithPartners(String retryAfter) {
    return busyWithPartners(retryAfter, new RetryPolicy(1, Duration.ZERO, LONGEST));
  }

  private OdooClient busyWithPartners(String retryAfter, RetryPolicy retry) {
    ODOO.answersAs19();
    ODOO.onJson2(
        "res.partner", "search_count", StubOdoo.status(429).withHeader("Retry-After", retryAfter));
    ODOO.onJson2("crm.lead", "search_count", okJson("3"));
    return OdooClient.connect(ODOO.connection().retry(retry).environment(environment).build());
  }

  /** Time that passes by sleeping alone. */
  private static final class Sleeping implements Environment {
    private final List<Duration> slept = new ArrayList<>();
    private long now;

    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public double random() {
      return 0;
    }

    @Override
    public String newId() {
      return "id";
    }

    @Override
    public void sleep(Duration duration) {
      slept.add(duration);
      now += duration.toNanos();
    }
  }
}
