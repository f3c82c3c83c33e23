package io.odoosync.testkit.internal.orm;

import java.util.ArrayDeque;
import java.util.Deque;

/** How to take back the changes of the running transaction, newest first. */
final class UndoLog {
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private boolean touched;

  void begin() {
    steps.clear();
    touched = false;
  }

  void add(Runnable step) {
    touched = true;
    steps.push(step);
  }

  /** Notes a write that changed nothing. */
  void touch() {
    touched = true;
  }

  boolean touched() {
    return touched;
  }

  int savepoint() {
    return steps.size();
  }

  void rollbackTo(int savepoint) {
    while (steps.size() > savepoint) {
      steps.pop().run();
    }
    touched = !steps.isEmpty();
  }
}
