package io.odoosync.examples.springhost;

import static io.odoosync.EntityType.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.LocalKey;
import io.odoosync.jdbc.JdbcOutbox;
import io.odoosync.jdbc.JdbcStoreException;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.report.SyncListener;
import io.odoosync.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What an application with JPA, and a pool of one, notes in its own transactions. */
class SpringOutboxTest {

  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

  private static RunningHost host;
  private static JdbcOutbox outbox;

  @BeforeAll
  static void start() {
    host = RunningHost.start(1, new SyncListener() {});
    outbox = host.get(JdbcStores.class).outbox();
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Test
  void changed_inATransactionThatCommits_isThereWithTheRow() {
    jpa()
        .executeWithoutResult(
            status -> {
              save(1);
              outbox.changed(CONTACT, List.of(key(1)));
            });
    assertThat(drain()).containsExactly(key(1));
    assertThat(host.get(Teachers.class).existsById(new UUID(0, 1))).isTrue();
  }

  @Test
  void changed_inATransactionThatRollsBack_isGoneWithTheRow() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                jpa()
                    .executeWithoutResult(
                        status -> {
                          outbox.changed(CONTACT, List.of(key(2)));
                          save(2);
                          throw new IllegalStateException("the credit card was refused");
                        }));
    assertThat(drain()).isEmpty();
    assertThat(host.get(Teachers.class).existsById(new UUID(0, 2))).isFalse();
  }

  @Test
  void changed_outsideOfATransaction_isThereAtOnce() {
    outbox.changed(CONTACT, List.of(key(3)));
    assertThat(drain()).containsExactly(key(3));
  }

  /** With plain JDBC, behind whatever stands before the data source. */
  @Test
  void changed_inATransactionOfJdbc_isPartOfIt() {
    DataSource plain = host.get(DataSource.class);
    for (DataSource given :
        List.of(
            plain,
            new TransactionAwareDataSourceProxy(plain),
            new LazyConnectionDataSourceProxy(plain))) {
      JdbcOutbox joined = JdbcStores.builder(given).build().outbox();
      TransactionTemplate transaction =
          new TransactionTemplate(new DataSourceTransactionManager(plain));
      transaction.executeWithoutResult(
          status -> {
            joined.changed(CONTACT, List.of(key(4)));
            status.setRollbackOnly();
          });
      assertThat(drain()).as("rolled back with %s", given).isEmpty();
      transaction.executeWithoutResult(status -> joined.changed(CONTACT, List.of(key(5))));
      assertThat(drain()).as("committed with %s", given).containsExactly(key(5));
    }
  }

  /** A transaction on something else would commit without the note, or the note without it. */
  @Test
  void changed_inATransactionOnAnotherDatabase_isRefused() {
    RunningHost other = RunningHost.start(1, new SyncListener() {});
    try (other) {
      TransactionTemplate transaction =
          new TransactionTemplate(other.get(PlatformTransactionManager.class));
      assertThatThrownBy(
              () ->
                  transaction.executeWithoutResult(
                      status -> outbox.changed(CONTACT, List.of(key(6)))))
          .isInstanceOf(JdbcStoreException.class)
          .hasMessageContaining("not on the data source of the stores")
          .hasMessageContaining("outbox().on(connection)");
    }
    assertThat(drain()).isEmpty();
  }

  /** Without a transaction, Spring may still keep a connection for the thread. */
  @Test
  void changed_whereTransactionsAreNotSupported_isCommittedAtOnce() {
    TransactionTemplate none = new TransactionTemplate(host.get(PlatformTransactionManager.class));
    none.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    none.executeWithoutResult(
        status -> {
          outbox.changed(CONTACT, List.of(key(7)));
          assertThat(drain()).containsExactly(key(7));
        });
  }

  private static TransactionTemplate jpa() {
    return host.get(TransactionTemplate.class);
  }

  private static void save(long number) {
    host.get(Teachers.class).save(new Teacher(new UUID(0, number), "Teacher " + number, NOW));
  }

  private static LocalKey key(long number) {
    return JpaContactSource.key(new UUID(0, number));
  }

  /** What waits, all of it dealt with. */
  private static List<LocalKey> drain() {
    List<Outbox.Entry> entries = outbox.take(10, NOW, Duration.ofMinutes(1));
    outbox.done(entries);
    return entries.stream().map(Outbox.Entry::key).toList();
  }
}
