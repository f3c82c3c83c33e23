package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.LoadMessage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void refused_messageShowsTheRow_leavesItOut() {
    String words =
        """
        new row for relation "account_move_line" violates check constraint "needs_account"
        DETAIL:  Failing row contains (3818, Bus to Rome, 10.00).
        """;

    String reason =
        Failures.refused(
                "account.move", new LoadMessage(true, words, 0, null), Optional.of("it is closed"))
            .reason();

    assertThat(reason).endsWith("violates check constraint \"needs_account\"; it is closed");
  }
}
