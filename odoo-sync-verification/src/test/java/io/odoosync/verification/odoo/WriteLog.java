package io.odoosync.verification.odoo;

import io.odoosync.odoo.CallObserver;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes each attempt of a call that may write. {@code web_save_multi} counts even when it saves
 * nothing, as the engine does to find out whether a server has it: who has nothing to write must
 * not ask.
 */
public final class WriteLog implements CallObserver {

  private final List<String> calls = new ArrayList<>();

  @Override
  public void onAttempt(Attempt attempt) {
    if (!OdooMethods.reads(attempt.method())) {
      calls.add(attempt.model() + "." + attempt.method());
    }
  }

  /** The calls in their order, such as {@code res.partner.load}. May be cleared. */
  public List<String> calls() {
    return calls;
  }
}
