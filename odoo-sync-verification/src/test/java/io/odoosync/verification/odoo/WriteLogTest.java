package io.odoosync.verification.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.CallObserver;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WriteLogTest {

  private final WriteLog log = new WriteLog();

  private void call(String model, String method) {
    log.onAttempt(new CallObserver.Attempt(model, method, 1, Duration.ZERO, 0, 0, null, null));
  }

  @Test
  void onAttempt_postedTwice_notesBoth() {
    call("account.move", "action_post");
    call("account.move", "action_post");

    assertThat(log.calls()).containsExactly("account.move.action_post", "account.move.action_post");
  }

  @Test
  void onAttempt_methodThatNobodyKnows_isNoted() {
    call("account.move", "button_whatever");

    assertThat(log.calls()).containsExactly("account.move.button_whatever");
  }

  @Test
  void onAttempt_readingMethod_isNotNoted() {
    call("account.move", "search_read");

    assertThat(log.calls()).isEmpty();
  }
}
