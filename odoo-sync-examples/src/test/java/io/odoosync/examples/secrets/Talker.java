package io.odoosync.examples.secrets;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.Outcome;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.store.IdStore;
import io.odoosync.store.RunLock;
import io.odoosync.store.StateStore;
import io.odoosync.store.SyncLogStore;
import java.lang.reflect.Proxy;
import java.util.Collection;

/** A part of the host's that says in an exception what it should not. */
enum Talker {
  SOURCE {
    @Override
    void join(
        SyncEngineBuilder engine,
        Teachers teachers,
        AdminNotifier webhook,
        RuntimeException outcry) {
      teachers.whenRead = outcry;
    }
  },
  TAKING_SOURCE {
    @Override
    void join(
        SyncEngineBuilder engine,
        Teachers teachers,
        AdminNotifier webhook,
        RuntimeException outcry) {
      teachers.whenTaking = outcry;
      engine.conflictPolicy(ConflictPolicy.odooWins());
    }
  },
  POLICY {
    @Override
    void join(
        SyncEngineBuilder engine,
        Teachers teachers,
        AdminNotifier webhook,
        RuntimeException outcry) {
      engine.conflictPolicy(
          conflict -> {
            throw outcry;
          });
    }
  },
  MAPPING {
    @Override
    void join(
        SyncEngineBuilder engine,
        Teachers teachers,
        AdminNotifier webhook,
        RuntimeException outcry) {
      engine.contactMapping(
          (source, fields) -> {
            throw outcry;
          });
    }
  },
  LISTENER {
    @Override
    void join(
        SyncEngineBuilder engine,
        Teachers teachers,
        AdminNotifier webhook,
        RuntimeException outcry) {
      engine.listener(
          new SyncListener() {
            @Override
            public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
              throw outcry;
            }
          });
    }
  },
  NOTIFIER {
    @Override
    void join(
        SyncEngineBuilder engine,
        Teachers teachers,
        AdminNotifier webhook,
        RuntimeException outcry) {
      teachers.whenRead = new IllegalStateException("no database");
      engine.notifier(new Crying(webhook, outcry));
    }
  },
  ID_STORE {
    @Override
    void join(
        SyncEngineBuilder engine,
        Teachers teachers,
        AdminNotifier webhook,
        RuntimeException outcry) {
      engine.idStore(crying(IdStore.class, outcry));
    }
  },
  STATE_STORE {
    @Override
    void join(
        SyncEngineBuilder engine,
        Teachers teachers,
        AdminNotifier webhook,
        RuntimeException outcry) {
      engine.stateStore(crying(StateStore.class, outcry));
    }
  },
  LOG_STORE {
    @Override
    void join(
        SyncEngineBuilder engine,
        Teachers teachers,
        AdminNotifier webhook,
        RuntimeException outcry) {
      engine.syncLog(crying(SyncLogStore.class, outcry));
    }
  },
  LOCK {
    @Override
    void join(
        SyncEngineBuilder engine,
        Teachers teachers,
        AdminNotifier webhook,
        RuntimeException outcry) {
      engine.lock(crying(RunLock.class, outcry));
    }
  };

  /** Puts it into an engine that would post to a webhook. */
  abstract void join(
      SyncEngineBuilder engine, Teachers teachers, AdminNotifier webhook, RuntimeException outcry);

  private record Crying(AdminNotifier webhook, RuntimeException outcry) implements AdminNotifier {
    @Override
    public void notifyAdministrator(SyncReport report) {
      throw outcry;
    }

    @Override
    public Collection<String> secrets() {
      return webhook.secrets();
    }
  }

  /** A port of which each call throws. */
  private static <T> T crying(Class<T> port, RuntimeException outcry) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              throw outcry;
            }));
  }
}
