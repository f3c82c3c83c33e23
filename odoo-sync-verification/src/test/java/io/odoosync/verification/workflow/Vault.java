package io.odoosync.verification.workflow;

import io.odoosync.odoo.ApiKeyStore;
import io.odoosync.odoo.StoredApiKeys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps keys over the crashes of a host, which come when it is asked to save them. */
final class Vault implements ApiKeyStore {

  /** The process is gone. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private volatile @Nullable StoredApiKeys keys;
  private int saves;
  private volatile int crashesBefore;
  private volatile int crashesAfter;
  private volatile boolean isBroken;

  void crashBefore(int save) {
    crashesBefore = save;
  }

  void crashAfter(int save) {
    crashesAfter = save;
  }

  void isBroken(boolean broken) {
    isBroken = broken;
  }

  @Override
  public Optional<StoredApiKeys> find() {
    return Optional.ofNullable(keys);
  }

  @Override
  public synchronized void save(StoredApiKeys saved) {
    saves++;
    if (saves == crashesBefore) {
      throw new Crash();
    }
    if (isBroken) {
      throw new IllegalStateException("can't write " + saved.current());
    }
    keys = saved;
    if (saves == crashesAfter) {
      throw new Crash();
    }
  }
}
