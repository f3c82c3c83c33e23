package io.odoosync.spring.actuate;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Health, by the classes of Boot 4. */
final class HealthOfBoot4 extends AbstractHealthIndicator {

  private final SyncState state;

  HealthOfBoot4(SyncState state) {
    super("the sync's log could not be read");
    this.state = state;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    SyncState.Findings findings = state.look();
    (findings.isUp() ? builder.up() : builder.down()).withDetails(findings.details());
  }
}
