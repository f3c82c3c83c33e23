package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooWebhook;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.store.InMemoryOutbox;
import io.odoosync.store.Link;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** {@code odooChanged}: what Odoo's webhooks say, and what they say of the sync's own writes. */
class OdooChangedTest extends InProcessSuite {

  private static final Set<String> WRITING = Set.of("load", "write", "web_save_multi");

  private final SchoolTravel host = SchoolTravel.of(6);
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final AtomicReference<SyncEngine> engine = new AtomicReference<>();
  private final AtomicBoolean telling = new AtomicBoolean();
  private final List<String> calls = new ArrayList<>();

  private SyncEngineBuilder builder() {
    return engine(host, client().observedBy(this::called))
        .outbox(outbox)
        .conflictPolicy(ConflictPolicy.odooWins());
  }

  private SyncEngine start(SyncEngineBuilder builder) {
    SyncEngine started = builder.build();
    engine.set(started);
    started.runAll();
    started.runAll();
    calls.clear();
    return started;
  }

  /** As Odoo does: before the answer to the call that wrote is dealt with. */
  private void called(CallObserver.Attempt attempt) {
    calls.add(attempt.model() + "." + attempt.method());
    if (telling.get() && WRITING.contains(attempt.method())) {
      tellOfChanged(attempt.model());
    }
  }

  private void tellOfChanged(String model) {
    for (EntityType type : EntityType.values()) {
      if (type.model().equals(model)) {
        Objects.requireNonNull(engine.get())
            .odooChanged(model, ids(type, List.of(teacherKey(1), teacherKey(2))));
      }
    }
  }

  private List<Long> ids(EntityType type, List<LocalKey> keys) {
    return ids().find(type, keys).values().stream()
        .map(Link::odooId)
        .filter(Objects::nonNull)
        .toList();
  }

  private void edit(int teacher, Map<String, ?> values) {
    odoo.clientOf(odoo.person())
        .write("res.partner", List.of(id(CONTACT, teacherKey(teacher))), values);
  }

  @Test
  void odooChanged_ourRecord_waitsForTheNextRun() {
    SyncEngine engine = start(builder());
    edit(3, Map.of("name", "Changed There"));

    int known = engine.odooChanged("res.partner", List.of(id(CONTACT, teacherKey(3))));

    assertThat(known).isEqualTo(1);
    assertThat(outbox.size()).isEqualTo(1);
    assertThat(calls).isEmpty();
    SyncReport report = engine.runOutbox().orElseThrow();
    assertThat(stage(report, CONTACT).pulled()).isEqualTo(1);
    assertThat(stage(report, CONTACT).read()).isEqualTo(1);
    assertThat(engine.runOutbox()).isEmpty();
  }

  @Test
  void odooChanged_bodyOfAWebhook_waitsForTheNextRun() {
    SyncEngine engine = start(builder());
    String body =
        "{\"_action\": \"A(#1)\", \"_model\": \"res.partner\", \"_id\": %d}"
            .formatted(id(CONTACT, teacherKey(3)));

    assertThat(engine.odooChanged(OdooWebhook.parse(body.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(1);
  }

  @Test
  void odooChanged_strangersAndNonsense_costNothing() {
    SyncEngine engine = start(builder());
    long ours = id(CONTACT, teacherKey(1));

    assertThat(engine.odooChanged("res.partner", List.of(0L, -ours, 999_999L, Long.MAX_VALUE)))
        .isZero();
    assertThat(engine.odooChanged("res.users", List.of(ours))).isZero();
    assertThat(engine.odooChanged("", List.of(ours))).isZero();
    assertThat(engine.odooChanged("res.partner\u0000'; --", List.of(ours))).isZero();
    assertThat(engine.odooChanged("res.partner", List.of())).isZero();

    assertThat(outbox.size()).isZero();
    assertThat(engine.runOutbox()).isEmpty();
    assertThat(calls).isEmpty();
  }

  @Test
  void odooChanged_null_isRefused() {
    SyncEngine engine = builder().build();

    assertThatIllegalArgumentException().isThrownBy(() -> engine.odooChanged(null, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.odooChanged("a.b", null));
    assertThatIllegalArgumentException().isThrownBy(() -> engine.odooChanged(null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.odooChanged("a.b", Arrays.asList(1L, null)));
  }

  @Test
  void odooChanged_ownWritesComeBack_areNotNoted() {
    SyncEngine engine = start(builder());
    host.put(teacher(1).name("Changed Here").build(), teacher(2).name("Here Too").build());
    telling.set(true);

    SyncReport report = engine.runChanges();

    assertThat(stage(report, CONTACT).updated()).isEqualTo(2);
    assertThat(outbox.size()).isZero();
    calls.clear();
    assertThat(engine.runOutbox()).isEmpty();
    assertThat(calls).isEmpty();
  }

  /**
   * The run has read the record before, so it is dealt with once more before its caller goes on.
   */
  @Test
  void odooChanged_personEditsDuringARun_isNotTakenForOurs() {
    SyncEngine engine =
        start(
            builder()
                .listener(
                    new SyncListener() {
                      @Override
                      public void onStageFinished(StageReport stage) {
                        editOnce(stage.type());
                      }
                    }));
    telling.set(true);

    engine.runAll();

    assertThat(host.taken()).contains("name: 'Teacher 1' → 'Changed Meanwhile'");
    assertThat(outbox.size()).isZero();
  }

  private void editOnce(EntityType type) {
    if (type == CONTACT && telling.getAndSet(false)) {
      edit(1, Map.of("name", "Changed Meanwhile"));
      tellOfChanged("res.partner");
    }
  }
}
