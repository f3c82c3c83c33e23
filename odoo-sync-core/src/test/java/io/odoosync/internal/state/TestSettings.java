package io.odoosync.internal.state;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.Environment;
import io.odoosync.GoneRecordPolicy;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.report.NotifierOptions;
import io.odoosync.report.SyncListener;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemoryOutbox;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.Outbox;
import io.odoosync.store.RunLock;
import io.odoosync.store.StateStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Settings of an engine that never calls its Odoo, in the namespace "school". */
public final class TestSettings {

  public static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private TestSettings() {}

  static OdooClient client() {
    return client(Environment.system());
  }

  static OdooClient client(Environment environment) {
    return OdooClient.connect(
        OdooConnection.builder()
            .environment(environment)
            .url("http://127.0.0.1:9")
            .database("prod")
            .login("sync@example.com")
            .apiKey("0123456789abcdef0123456789abcdef01234567")
            .build());
  }

  public static Settings over(IdStore links) {
    return over(links, new InMemoryStateStore());
  }

  public static Settings over(StateStore state) {
    return over(new InMemoryIdStore(), state);
  }

  private static Settings over(IdStore links, StateStore state) {
    return with(client(), links, state, new InMemoryOutbox(), Settings.Flow.DEFAULT);
  }

  public static Settings waiting(Outbox outbox) {
    return with(
        client(), new InMemoryIdStore(), new InMemoryStateStore(), outbox, Settings.Flow.DEFAULT);
  }

  static Settings with(OdooClient client, Settings.Flow flow) {
    return with(
        client, new InMemoryIdStore(), new InMemoryStateStore(), new InMemoryOutbox(), flow);
  }

  private static Settings with(
      OdooClient client, IdStore links, StateStore state, Outbox outbox, Settings.Flow flow) {
    return new Settings(
        client,
        "school",
        new Settings.Storage(
            links,
            state,
            RunLock.none(),
            outbox,
            null,
            null,
            Path.of(System.getProperty("java.io.tmpdir"))),
        new Settings.Audience(null, NotifierOptions.DEFAULT, new SyncListener() {}),
        new Settings.Rules(
            ConflictPolicy.localWins(),
            null,
            true,
            Brakes.DEFAULT,
            GoneRecordPolicy.KEEP,
            Duration.ofDays(7)),
        new Settings.Privacy(List.of(), false),
        Map.of(EntityType.CONTACT, 200),
        Clock.fixed(NOW, ZoneOffset.UTC),
        flow);
  }
}
