package io.odoosync.report;

import java.net.URI;
import java.util.Collection;
import java.util.List;

/**
 * Tells an administrator of trouble. Called at most once a run, after it, if {@link
 * SyncReport#isSuccessful()} is {@code false}; in the thread of the run. An exception is logged and
 * does not change the report.
 */
@FunctionalInterface
public interface AdminNotifier {

  /**
   * A run had failures.
   *
   * @param report what the run did
   * @throws Exception if nobody could be told
   */
  void notifyAdministrator(SyncReport report) throws Exception;

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
   * Posts the report as JSON to an address. Any answer other than 2xx, and none within 10 seconds,
   * counts as a failure to notify; nothing is repeated.
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
