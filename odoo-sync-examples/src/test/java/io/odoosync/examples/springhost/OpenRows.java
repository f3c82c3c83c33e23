package io.odoosync.examples.springhost;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that have changed a row and stay open while others work; used by one thread. */
final class OpenRows implements AutoCloseable {

  private final TransactionTemplate transaction;
  private final int atOnce;
  private final ExecutorService holders = Executors.newCachedThreadPool();
  private final List<OpenRow> open = new ArrayList<>();

  /**
   * Opens none yet.
   *
   * @param atOnce how many may stay open while others work; each takes a connection
   */
  OpenRows(TransactionTemplate transaction, int atOnce) {
    this.transaction = transaction;
    this.atOnce = atOnce;
  }

  /** One that changes a row in a thread of its own, and ends when it may. */
  private final class OpenRow {
    private final UUID id;
    private final CompletableFuture<Void> changed = new CompletableFuture<>();
    private final CompletableFuture<Void> mayEnd = new CompletableFuture<>();
    private final CompletableFuture<Void> ended;
    private int ticks;

    OpenRow(UUID id, int ticks, Runnable change, boolean commits) {
      this.id = id;
      this.ticks = ticks;
      this.ended =
          CompletableFuture.runAsync(
              () ->
                  transaction.executeWithoutResult(
                      status -> {
                        change(change);
                        mayEnd.join();
                        end(status, commits);
                      }),
              holders);
    }

    private void change(Runnable change) {
      try {
        change.run();
      } finally {
        changed.complete(null);
      }
    }

    private static void end(TransactionStatus status, boolean commits) {
      if (!commits) {
        status.setRollbackOnly();
      }
    }

    private void end() {
      mayEnd.complete(null);
      try {
        ended.join();
      } catch (CompletionException e) {
        if (!(e.getCause() instanceof OptimisticLockingFailureException)) {
          throw e;
        }
      }
    }
  }

  /**
   * Changes a row and leaves the transaction open.
   *
   * @param ticks for how many ticks at most
   * @param change changes the row
   * @param commits whether it is committed in the end
   */
  void open(UUID id, int ticks, Runnable change, boolean commits) {
    OpenRow row = new OpenRow(id, open.size() < atOnce ? ticks : 0, change, commits);
    row.changed.join();
    open.add(row);
    endWhere(each -> each.ticks <= 0);
  }

  /** Whether somebody has the row open. */
  boolean contains(UUID id) {
    return open.stream().anyMatch(row -> row.id.equals(id));
  }

  /** Some time goes by. */
  void tick() {
    open.forEach(row -> row.ticks--);
    endWhere(row -> row.ticks <= 0);
  }

  private void endWhere(Predicate<OpenRow> isOver) {
    open.stream().filter(isOver).forEach(OpenRow::end);
    open.removeIf(isOver);
  }

  /** Ends all that are open. */
  void endAll() {
    endWhere(row -> true);
  }

  @Override
  public void close() {
    endAll();
    holders.shutdown();
  }
}
