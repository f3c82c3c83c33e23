package io.odoosync.internal.run;

import io.odoosync.EntityType;
import io.odoosync.internal.exchange.ApiKeys;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.log.RunLog;
import io.odoosync.internal.stage.Kinds;
import io.odoosync.internal.stage.PolicyFields;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.stage.Stages;
import io.odoosync.internal.state.CallTally;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.ServerInfo;
import io.odoosync.report.ApiKeyExpiry;
import io.odoosync.report.CheckFinding;
import io.odoosync.report.CheckReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out whether runs can work, and what people would not see of what they do. Only reads. */
final class Preflight {

  private final Settings settings;
  private final Kinds kinds;
  private final RunContext run;
  private final SafeLog out;
  private final CallTally calls = new CallTally();
  private final List<CheckFinding> findings = new ArrayList<>();

  Preflight(Settings settings, Kinds kinds) {
    this.settings = settings.planning();
    this.kinds = kinds;
    this.out = SafeLog.of(Preflight.class, settings.redaction());
    this.run =
        RunContext.of(
            this.settings,
            calls,
            new RunLog("check", this.settings),
            RunControl.free(this.settings));
  }

  /** Checks server, key, stores and these kinds; one failure does not keep it from the others. */
  CheckReport check(Set<EntityType> types) {
    try (calls) {
      look(types);
    }
    CheckReport report =
        new CheckReport(findings.stream().map(settings.outgoing()::finding).toList());
    out.info("check: {}", report.isReady() ? "ready" : "not ready");
    report.findings().forEach(finding -> out.info("check: {}", finding));
    return report;
  }

  private void look(Set<EntityType> types) {
    if (guarded(null, this::server)) {
      guarded(null, this::key);
      kinds(types);
    }
    types.forEach(type -> guarded(type, () -> run.links().hasAny(type)));
    guarded(null, () -> run.memory().find("check"));
  }

  private void kinds(Set<EntityType> types) {
    PolicyFields policy = new PolicyFields(run, kinds);
    boolean opened = true;
    for (EntityType type : types) {
      opened &= guarded(type, () -> kind(type, policy));
    }
    if (opened) {
      guarded(null, policy::check);
    }
  }

  private boolean guarded(@Nullable EntityType type, Runnable part) {
    try {
      part.run();
      return true;
    } catch (Throwable e) {
      Ending ending = Ending.of(HostFault.reportable(e));
      if (ending.isUnexpected()) {
        out.error("check: unexpected failure", e);
      }
      findings.add(CheckFinding.error(type, ending.failure()));
      return false;
    }
  }

  private void server() {
    ServerInfo server = run.client().verify();
    findings.add(
        CheckFinding.info("Odoo " + server.version() + ", asked by " + server.transport()));
  }

  private void kind(EntityType type, PolicyFields policy) {
    kinds
        .of(type)
        .map(kind -> Stages.warnings(run, kind, policy))
        .orElse(List.of())
        .forEach(warning -> findings.add(CheckFinding.warning(type, warning)));
  }

  private void key() {
    Instant now = settings.clock().instant();
    ApiKeys.nextToExpire(run.client(), now).ifPresent(key -> expiry(key, now));
  }

  private void expiry(ApiKeyExpiry key, Instant now) {
    findings.add(
        ApiKeys.warning(key, now)
            .map(warning -> CheckFinding.warning(null, warning))
            .orElseGet(() -> CheckFinding.info(key.toString())));
  }
}
