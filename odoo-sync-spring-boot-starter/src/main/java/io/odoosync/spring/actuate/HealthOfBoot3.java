package io.odoosync.spring.actuate;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Health, by the classes of Boot 3. */
final class HealthOfBoot3 extends AbstractHealthIndicator {

  private final SyncState state;

  HealthOfBoot3(SyncState state) {
    super("the sync's log could not be read");
    this.state = state;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    SyncState.Findings findings = state.look();
    (findings.isUp() ? builder.up() : builder.down()).withDetails(findings.details());
  }
}
