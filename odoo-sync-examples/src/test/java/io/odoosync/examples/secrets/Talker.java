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
    void join(Party party) {
      party.teachers().whenRead = party.outcry();
    }
  },
  TAKING_SOURCE {
    @Override
    void join(Party party) {
      party.teachers().whenTaking = party.outcry();
      party.engine().conflictPolicy(ConflictPolicy.odooWins());
    }
  },
  POLICY {
    @Override
    void join(Party party) {
      party
          .engine()
          .conflictPolicy(
              conflict -> {
                throw party.outcry();
              });
    }
  },
  MAPPING {
    @Override
    void join(Party party) {
      party
          .engine()
          .contactMapping(
              (source, fields) -> {
                throw party.outcry();
              });
    }
  },
  LISTENER {
    @Override
    void join(Party party) {
      party
          .engine()
          .listener(
              new SyncListener() {
                @Override
                public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
                  throw party.outcry();
                }
              });
    }
  },
  NOTIFIER {
    @Override
    void join(Party party) {
      party.teachers().whenRead = new IllegalStateException("no database");
      party.engine().notifier(new Crying(party.webhook(), party.outcry()));
    }
  },
  ID_STORE {
    @Override
    void join(Party party) {
      party.engine().idStore(crying(IdStore.class, party.outcry()));
    }
  },
  STATE_STORE {
    @Override
    void join(Party party) {
      party.engine().stateStore(crying(StateStore.class, party.outcry()));
    }
  },
  LOG_STORE {
    @Override
    void join(Party party) {
      party.engine().syncLog(crying(SyncLogStore.class, party.outcry()));
    }
  },
  LOCK {
    @Override
    void join(Party party) {
      party.engine().lock(crying(RunLock.class, party.outcry()));
    }
  };

  /**
   * What it joins.
   *
   * @param webhook where the engine would post to
   * @param outcry what it throws
   */
  record Party(
      SyncEngineBuilder engine,
      Teachers teachers,
      AdminNotifier webhook,
      RuntimeException outcry) {}

  /** Puts it into an engine that would post to a webhook. */
  abstract void join(Party party);

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
