package io.odoosync.report;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells several listeners. */
final class SyncListeners implements SyncListener {

  private final List<SyncListener> listeners;

  SyncListeners(Collection<? extends SyncListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void onRunStarted(String runId) {
    tell(listener -> listener.onRunStarted(runId));
  }

  @Override
  public void onRunFinished(SyncReport report) {
    tell(listener -> listener.onRunFinished(report));
  }

  @Override
  public void onStageStarted(EntityType type) {
    tell(listener -> listener.onStageStarted(type));
  }

  @Override
  public void onProgress(StageProgress progress) {
    tell(listener -> listener.onProgress(progress));
  }

  @Override
  public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
    tell(listener -> listener.onRecord(type, key, outcome));
  }

  @Override
  public void onStageFinished(StageReport report) {
    tell(listener -> listener.onStageFinished(report));
  }

  private void tell(Consumer<SyncListener> message) {
    RuntimeException first = null;
    for (SyncListener listener : listeners) {
      first = first(first, thrown(listener, message));
    }
    if (first != null) {
      throw first;
    }
  }

  private static @Nullable RuntimeException thrown(
      SyncListener listener, Consumer<SyncListener> message) {
    try {
      message.accept(listener);
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  private static @Nullable RuntimeException first(
      @Nullable RuntimeException before, @Nullable RuntimeException thrown) {
    if (before == null || thrown == null) {
      return before == null ? thrown : before;
    }
    if (before != thrown) {
      before.addSuppressed(thrown);
    }
    return before;
  }
}
