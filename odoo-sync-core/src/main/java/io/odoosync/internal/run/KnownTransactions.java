package io.odoosync.internal.run;

import io.odoosync.HostTransactions;
import io.odoosync.internal.text.SafeLog;
import java.util.List;
import java.util.Optional;

/**
 * The transactions of the frameworks that many hosts have. None of them is needed: one that is not
 * there, or that can't be asked, has no transaction.
 */
public final class KnownTransactions implements HostTransactions {

  private static final SafeLog LOG = SafeLog.of(KnownTransactions.class);

  /** Asks one framework. */
  @FunctionalInterface
  private interface Probe {
    Optional<String> active() throws Exception;
  }

  private final List<Probe> probes = List.of(SpringTransactions::active, JtaTransactions::active);

  @Override
  public Optional<String> active() {
    return probes.stream().flatMap(probe -> asked(probe).stream()).findFirst();
  }

  /** Classes of the host's may be there in part, or of another version. */
  private static Optional<String> asked(Probe probe) {
    try {
      return probe.active();
    } catch (Exception | LinkageError e) {
      LOG.debug("it can't be told whether a transaction of the host's is active", e);
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Spring, JTA";
  }
}
