package io.odoosync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TransactionsTest {

  private final Transactions transactions =
      new Transactions(TestDatabase.H2.fresh(), H2Dialect::new);
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void call_deadlockTwice_isTriedUntilItWorks() {
    int result =
        transactions.call(
            "try",
            connection -> {
              if (attempts.incrementAndGet() <= 2) {
                throw new SQLException("deadlock", "40001");
              }
              return attempts.get();
            });
    assertThat(result).isEqualTo(3);
  }

  @Test
  void call_deadlockForEver_givesUpWithTheCause() {
    assertThatThrownBy(() -> transactions.run("try", connection -> fail("40001")))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessage("Could not try: refused (SQLState 40001)")
        .hasCauseInstanceOf(SQLException.class);
    assertThat(attempts).hasValue(Transactions.MAX_ATTEMPTS);
  }

  @Test
  void call_anotherFailure_isNotTriedAgain() {
    assertThatThrownBy(() -> transactions.run("try", connection -> fail("22001")))
        .isInstanceOf(JdbcStoreException.class);
    assertThat(attempts).hasValue(1);
  }

  private void fail(String state) throws SQLException {
    attempts.incrementAndGet();
    throw new SQLException("refused", state);
  }
}
