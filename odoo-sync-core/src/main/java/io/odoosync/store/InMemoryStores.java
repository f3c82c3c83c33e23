package io.odoosync.store;

/**
 * {@link Stores} that forget everything with the process: for trials and tests. Their lock keeps
 * the threads of this process apart. Safe for use by several threads.
 */
public final class InMemoryStores implements Stores {

  private final IdStore idStore = new InMemoryIdStore();
  private final StateStore stateStore = new InMemoryStateStore();
  private final SyncLogStore syncLogStore = new InMemorySyncLogStore();
  private final RunLock runLock = new InProcessRunLock();
  private final Outbox outbox = new InMemoryOutbox();

  /** Makes empty stores. */
  public InMemoryStores() {}

  @Override
  public IdStore idStore() {
    return idStore;
  }

  @Override
  public StateStore stateStore() {
    return stateStore;
  }

  @Override
  public SyncLogStore syncLogStore() {
    return syncLogStore;
  }

  @Override
  public RunLock runLock() {
    return runLock;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }
}
