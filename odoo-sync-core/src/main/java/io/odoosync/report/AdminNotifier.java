package io.odoosync.report;

import java.net.URI;
import java.util.Collection;
import java.util.List;

/**
 * Tells an administrator of trouble. Called when there is news, not after every run with the same
 * failure: see {@link #notifyAdministrator(AdminNews)}.
 *
 * <p>Called after the run, when its lock is given back, in a thread of its own, at most one at a
 * time for each engine. The run waits for it for {@link NotifierOptions#timeLimit()}, then
 * interrupts it and goes its way; as long as it hangs it is not called again. An exception is
 * logged and does not change the report. What could not be told is told after the next run.
 */
@FunctionalInterface
public interface AdminNotifier {

  /**
   * A run had failures that were not told before, or that last since the administrator was told.
   * Not called when failures end: for that, and to be told only of what is new, implement {@link
   * #notifyAdministrator(AdminNews)}.
   *
   * @param report what the run did; all its failures, those told before too
   * @throws Exception if nobody could be told
   */
  void notifyAdministrator(SyncReport report) throws Exception;

  /**
   * Something failed that did not fail before, has ended, or lasts since the administrator was told
   * of it. A record that keeps failing, whatever the words, is one failure until it is in step or
   * gone from its source; so is an Odoo that can't be reached or does not answer. A run that was
   * cancelled or did not begin is no news. What was told is remembered in the state store; while
   * that fails, in the engine.
   *
   * <p>Unless it is implemented, calls {@link #notifyAdministrator(SyncReport)}, but not if there
   * is nothing but failures that have ended.
   *
   * @param news what is new; never empty
   * @throws Exception if nobody could be told
   */
  default void notifyAdministrator(AdminNews news) throws Exception {
    if (!news.started().isEmpty() || !news.lasting().isEmpty()) {
      notifyAdministrator(news.report());
    }
  }

  /**
   * What must show in no text that leaves the engine, whoever says it: tokens, passwords, parts of
   * an address. Asked once, when the engine is built. Default: nothing.
   *
   * @return the secrets; those of fewer than four characters are not looked for
   */
  default Collection<String> secrets() {
    return List.of();
  }

  /**
   * Posts news as JSON to an address: {@link AdminNews#toJson()}. Any answer other than 2xx, and
   * none within 10 seconds, counts as a failure to notify. The body of the answer is not read,
   * redirects are not followed, no proxy is used, nothing is repeated.
   *
   * @param address an {@code https} address, or {@code http} on loopback; it is treated as a secret
   *     and never logged
   * @return the notifier
   * @throws IllegalArgumentException if the address is neither, or names no host that Java can
   *     call, such as one with an underscore; the message does not repeat it
   */
  static AdminNotifier webhook(URI address) {
    return new WebhookNotifier(address);
  }
}
