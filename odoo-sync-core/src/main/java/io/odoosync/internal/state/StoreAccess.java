package io.odoosync.internal.state;

import java.util.function.Supplier;

/** Access to a store of the host's: whatever it throws ends the stage that asked. */
public final class StoreAccess {

  private StoreAccess() {}

  /**
   * Asks a store.
   *
   * @param store its name, for people
   * @throws StageFailedException if it throws
   */
  public static <R> R get(String store, Supplier<R> access) {
    try {
      return Interruptions.get(access);
    } catch (Throwable e) {
      throw new StageFailedException(HostFailures.ofStore(store, e), e);
    }
  }
}
