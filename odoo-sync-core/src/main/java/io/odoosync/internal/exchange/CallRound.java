package io.odoosync.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Calls that are made at once, and waited for by the thread of the run. */
final class CallRound<T, R> {

  private final List<T> parts;
  private final Function<T, R> call;
  private final IntSupplier limit;
  private final BlockingQueue<Runnable> mail = new LinkedBlockingQueue<>();
  private final List<CallThread<R>> threads = new ArrayList<>();
  private boolean interrupted;

  /**
   * Prepares for calls.
   *
   * @param limit how many may be under way, now and later
   */
  CallRound(List<T> parts, Function<T, R> call, IntSupplier limit) {
    this.parts = parts;
    this.call = call;
    this.limit = limit;
  }

  /** Makes them, as {@link FanOut#all} says. */
  List<R> run() {
    begin();
    while (underWay() > 0) {
      attend();
      begin();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return results();
  }

  private long underWay() {
    return threads.stream().filter(thread -> !thread.hasEnded()).count();
  }

  private boolean goesOn() {
    return !interrupted
        && threads.stream().noneMatch(thread -> thread.hasEnded() && thread.done().hasFailed());
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
      thread.run();
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

  /** What was not begun although nothing failed is made here, where the interrupt ends it. */
  private List<R> results() {
    keepAll(threads.stream().map(thread -> thread.done().thrown()).filter(Objects::nonNull));
    List<R> results = new ArrayList<>();
    threads.forEach(thread -> results.add(thread.done().get()));
    parts.subList(threads.size(), parts.size()).forEach(part -> results.add(call.apply(part)));
    return results;
  }

  /** Only the first failure is thrown; it tells of the others. */
  private static void keepAll(Stream<Throwable> failures) {
    failures.reduce(
        (first, other) -> {
          if (other != first) {
            first.addSuppressed(other);
          }
          return first;
        });
  }
}
