package io.odoosync.report;

import java.net.URI;

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
   * Posts the report as JSON to an address. Any answer other than 2xx, and none within 10 seconds,
   * counts as a failure to notify; nothing is repeated.
   *
   * @param address an {@code https} address, or {@code http} on loopback; it is treated as a secret
   *     and never logged
   * @return the notifier
   * @throws IllegalArgumentException if the address is neither
   */
  static AdminNotifier webhook(URI address) {
    return new WebhookNotifier(address);
  }
}
