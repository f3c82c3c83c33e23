package io.odoosync.verification.crash;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.odoo.CallObserver;
import io.odoosync.report.SyncReport;
import io.odoosync.store.Link;
import io.odoosync.verification.odoo.Neighbours;
import io.odoosync.verification.odoo.WriteLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An Odoo, a host with its stores, and a person at work in Odoo: all that a crash leaves behind.
 */
final class World {

  /** A run after a crash puts all in step; what it could not see yet, the next one does. */
  private static final int RUNS_TO_SETTLE = 2;

  /** Partners of others, which no run may change. */
  private static final int NEIGHBOURS = 10;

  private Host host;
  private final Camera camera;
  private final Findings findings = new Findings();
  private final Map<String, Edit> edits = new HashMap<>();
  private final @Nullable Neighbours neighbours;

  private record Edit(String field, String value) {}

  /** One in which nobody else lives. */
  World(OdooSite odoo, Stores stores, Workload workload) {
    this(odoo, stores, workload, null);
  }

  /** One with partners of others, some of whom have the addresses of the host's contacts. */
  static World inhabited(OdooSite odoo, Stores stores, Workload workload) {
    Neighbours neighbours =
        Neighbours.settle(odoo.personClient(), Workload.newMark(), NEIGHBOURS, workload.emails());
    return new World(odoo, stores, workload, neighbours);
  }

  private World(OdooSite odoo, Stores stores, Workload workload, @Nullable Neighbours neighbours) {
    this.host = new Host(odoo, stores, workload, new Undelivered());
    this.camera = new Camera(odoo.personClient(), workload.mark());
    this.neighbours = neighbours;
  }

  Host host() {
    return host;
  }

  Findings findings() {
    return findings;
  }

  Picture picture() {
    return camera.take();
  }

  /** Runs in a process with this life and checks the report. */
  SyncReport run(Life life) {
    return run(life, attempt -> {});
  }

  private SyncReport run(Life life, CallObserver observer) {
    SyncReport report = host.run(life, observer);
    findings.other(Conservation.faults(report, host.workload()));
    return report;
  }

  /** A person changes what is in Odoo by now. Nobody may undo that. */
  void editByHand() {
    edit("res.partner", "city", "Nantes");
    edit("crm.lead", "date_deadline", "2027-02-28");
  }

  private void edit(String model, String field, String value) {
    camera
        .writeAll(model, field, value)
        .keySet()
        .forEach(name -> edits.put(name, new Edit(field, value)));
  }

  /** Time goes by until nobody holds the lock of a process that died. */
  void letLeasesRunOut() {
    host = host.with(host.stores().whenLeasesRanOut());
  }

  /** Restarts until all is in step, and compares. */
  void settle(Picture wanted) {
    settle(wanted, RUNS_TO_SETTLE);
  }

  void settle(Picture wanted, int atMost) {
    restart(atMost);
    if (host.undelivered().deliver(Undelivered.Until.NEXT_RUN_ENDED)) {
      restart(atMost);
    }
    inspect(wanted);
  }

  /** Compares, and looks whether there is nothing left to do. */
  void inspect(Picture wanted) {
    compare(wanted);
    idle();
  }

  private void restart(int atMost) {
    Life life = host.undelivered().nextLife();
    SyncReport report = run(life);
    for (int i = 1; i < atMost && !report.isSuccessful(); i++) {
      report = run(life);
    }
    if (!report.isSuccessful()) {
      findings.other(
          List.of("not in step after " + atMost + " runs: " + report + failures(report)));
    }
  }

  private static List<String> failures(SyncReport report) {
    return report.stages().stream()
        .flatMap(stage -> stage.failures().stream())
        .map(Object::toString)
        .toList();
  }

  /** Compares Odoo and the links with what they should be. */
  void compare(Picture wanted) {
    Picture edited = wanted;
    for (Map.Entry<String, Edit> edit : edits.entrySet()) {
      edited = edited.with(edit.getKey(), edit.getValue().field(), edit.getValue().value());
    }
    Picture actual = camera.take();
    findings.duplicates(edited.surplus(actual));
    findings.lost(edited.lost(actual));
    if (neighbours != null) {
      findings.lost(neighbours.changes(Set.of()));
    }
    for (EntityType type : EntityType.values()) {
      findings.lost(wrongLinks(type, actual));
    }
  }

  private List<String> wrongLinks(EntityType type, Picture actual) {
    List<String> wrong = new ArrayList<>();
    Map<LocalKey, Link> links = host.stores().ids().find(type, host.workload().keys(type));
    for (LocalKey key : host.workload().keys(type)) {
      Link link = links.get(key);
      Long id =
          actual.ids().get(type.model().replace('.', '_') + "_" + key.kind() + "_" + key.id());
      if (link == null || link.odooId() == null || !link.odooId().equals(id)) {
        wrong.add("link of " + key + ", which is " + id + " in Odoo: " + link);
      }
    }
    return wrong;
  }

  /** Once in step, a run writes nothing. */
  private void idle() {
    WriteLog writes = new WriteLog();
    SyncReport report = run(Life.unending(), writes);
    if (!writes.calls().isEmpty() || !report.isSuccessful()) {
      findings.other(List.of("an idle run wrote " + writes.calls() + ": " + report));
    }
  }
}
