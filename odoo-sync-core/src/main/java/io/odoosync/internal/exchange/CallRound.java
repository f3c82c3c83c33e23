package io.odoosync.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/** Calls that are made at once, and waited for by the thread of the run. */
final class CallRound<T, R> {

  private final List<T> parts;
  private final Function<T, R> call;
  private final IntSupplier limit;
  private final BlockingQueue<Runnable> mail = new LinkedBlockingQueue<>();
  private final List<CallThread<R>> threads = new ArrayList<>();
  private final Predicate<Throwable> ends;
  private boolean interrupted;

  /**
   * Prepares for calls.
   *
   * @param limit how many may be under way, now and later
   * @param ends whether no further call begins after one has thrown this
   */
  CallRound(List<T> parts, Function<T, R> call, IntSupplier limit, Predicate<Throwable> ends) {
    this.parts = parts;
    this.call = call;
    this.limit = limit;
    this.ends = ends;
  }

  /**
   * Makes them, or as many as begin before one ends it, or an interrupt.
   *
   * @return what came of them, in their order
   */
  List<Done<R>> run() {
    begin();
    while (underWay() > 0) {
      attend();
      begin();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return threads.stream().map(CallThread::done).toList();
  }

  private long underWay() {
    return threads.stream().filter(thread -> !thread.hasEnded()).count();
  }

  private boolean goesOn() {
    return !interrupted && threads.stream().noneMatch(this::isTheEnd);
  }

  private boolean isTheEnd(CallThread<R> thread) {
    Throwable thrown = thread.hasEnded() ? thread.done().thrown() : null;
    return thrown != null && ends.test(thrown);
  }

  private void begin() {
    while (threads.size() < parts.size() && goesOn() && underWay() < limit.getAsInt()) {
      T part = parts.get(threads.size());
      CallThread<R> thread = new CallThread<>(() -> call.apply(part), mail);
      threads.add(thread);
      start(thread);
    }
  }

  /** Where no thread is to be had, the call is made in this one. */
  private void start(CallThread<R> thread) {
    try {
      thread.start();
    } catch (OutOfMemoryError e) {
      thread.make();
    }
  }

  /** What is done for the calls sees that the run was interrupted, and they are interrupted too. */
  private void attend() {
    try {
      Runnable task = mail.take();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      task.run();
      if (Thread.interrupted()) {
        interrupt();
      }
    } catch (InterruptedException e) {
      interrupt();
    }
  }

  private void interrupt() {
    interrupted = true;
    threads.forEach(Thread::interrupt);
  }
}
