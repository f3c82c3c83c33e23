package io.odoosync.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the application does not start. */
final class SyncFailureAnalyzer extends AbstractFailureAnalyzer<InvalidSyncPropertyException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, InvalidSyncPropertyException cause) {
    return new FailureAnalysis(cause.what(), cause.action(), root);
  }
}
