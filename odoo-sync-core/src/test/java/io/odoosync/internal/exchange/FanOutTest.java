package io.odoosync.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FanOutTest {

  private final FanOut four = FanOut.upTo(4);
  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

  @AfterEach
  void forgetInterrupt() {
    Thread.interrupted();
  }

  @Test
  void all_fourCalls_areUnderWayAtOnceAndAnswerInTheirOrder() {
    CountDownLatch met = new CountDownLatch(4);

    List<String> answers =
        four.all(
            List.of(1, 2, 3, 4),
            part -> {
              met.countDown();
              await(met);
              return "answer " + part;
            });

    assertThat(answers).containsExactly("answer 1", "answer 2", "answer 3", "answer 4");
  }

  @Test
  void all_moreCallsThanAtOnce_areAllMadeAndNeverMoreAtOnce() {
    AtomicReference<Integer> most = new AtomicReference<>(0);
    AtomicReference<Integer> now = new AtomicReference<>(0);

    List<Integer> answers =
        FanOut.upTo(2)
            .all(
                IntStream.range(0, 50).boxed().toList(),
                part -> {
                  most.accumulateAndGet(now.updateAndGet(n -> n + 1), Math::max);
                  now.updateAndGet(n -> n - 1);
                  return part;
                });

    assertThat(answers).isEqualTo(IntStream.range(0, 50).boxed().toList());
    assertThat(most.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void all_oneCallAtOnce_staysInTheThreadOfTheRun() {
    FanOut.upTo(1).all(List.of(1, 2), this::remember);

    assertThat(threads).containsOnly(Thread.currentThread());
  }

  @Test
  void all_onePart_staysInTheThreadOfTheRun() {
    four.all(List.of(1), this::remember);

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void all_itsThreads_areDaemonsAndEndWithTheirCalls() throws InterruptedException {
    four.all(List.of(1, 2, 3, 4, 5), this::remember);

    assertThat(threads).hasSize(5).doesNotContain(Thread.currentThread());
    assertThat(threads).allMatch(Thread::isDaemon);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void all_aCallFails_thoseUnderWayAreWaitedForAndNoneBegins() {
    Queue<Integer> made = new ConcurrentLinkedQueue<>();
    CountDownLatch both = new CountDownLatch(2);
    CompletableFuture<Thread> first = new CompletableFuture<>();

    Throwable thrown =
        catchThrowable(
            () ->
                FanOut.upTo(2)
                    .all(
                        List.of(1, 2, 3),
                        part -> {
                          both.countDown();
                          await(both);
                          if (part == 1) {
                            first.complete(Thread.currentThread());
                            throw new IllegalStateException("call 1");
                          }
                          awaitEnd(first.join());
                          return made.add(part);
                        }));

    assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("call 1");
    assertThat(made).containsExactly(2);
  }

  @Test
  void all_twoCallsFail_theFirstInTheirOrderIsThrownAndTellsOfTheOther() {
    CountDownLatch second = new CountDownLatch(1);

    Throwable thrown =
        catchThrowable(
            () ->
                four.all(
                    List.of(1, 2),
                    part -> {
                      if (part == 1) {
                        await(second);
                      }
                      second.countDown();
                      throw new IllegalStateException("call " + part);
                    }));

    assertThat(thrown).hasMessage("call 1");
    assertThat(thrown.getSuppressed()).extracting(Throwable::getMessage).containsExactly("call 2");
  }

  @Test
  void all_aCallThrowsAnError_itIsThrown() {
    assertThatThrownBy(
            () ->
                four.all(
                    List.of(1, 2),
                    part -> {
                      throw new AssertionError("call " + part);
                    }))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void inThreadOfRun_fromACall_isDoneThereAndLetsThroughWhatItThrows() {
    List<Boolean> refused =
        four.all(
            List.of(1, 2, 3, 4),
            part -> {
              CallThread.inThreadOfRun(() -> threads.add(Thread.currentThread()));
              return catchThrowable(() -> CallThread.inThreadOfRun(FanOutTest::refuse))
                  instanceof IllegalStateException;
            });

    assertThat(refused).containsOnly(true);
    assertThat(threads).hasSize(4).containsOnly(Thread.currentThread());
  }

  private static void refuse() {
    throw new IllegalStateException("refused");
  }

  @Test
  void all_interruptedMeanwhile_interruptsTheCallsAndWaitsForThem() {
    Thread run = Thread.currentThread();
    CountDownLatch never = new CountDownLatch(1);
    Queue<Integer> ended = new ConcurrentLinkedQueue<>();

    Throwable thrown =
        catchThrowable(
            () ->
                FanOut.upTo(2)
                    .all(
                        List.of(1, 2, 3),
                        part -> {
                          run.interrupt();
                          awaitInterrupt(never);
                          ended.add(part);
                          throw new IllegalStateException("call " + part + " was interrupted");
                        }));

    assertThat(thrown).hasMessage("call 1 was interrupted");
    assertThat(ended).containsExactlyInAnyOrder(1, 2);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void inThreadOfRun_afterAnInterrupt_seesThatTheThreadIsInterrupted() {
    Thread run = Thread.currentThread();
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean seen = new AtomicBoolean();

    four.all(
        List.of(1, 2),
        part -> {
          run.interrupt();
          awaitInterrupt(never);
          CallThread.inThreadOfRun(() -> seen.set(Thread.currentThread().isInterrupted()));
          return part;
        });

    assertThat(seen).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void all_interruptedBefore_makesNoThread() {
    Thread.currentThread().interrupt();

    four.all(List.of(1, 2), this::remember);

    assertThat(threads).containsOnly(Thread.currentThread());
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void divided_byTheCallsAtOnce_inPartsThatAreWorthACall() {
    assertThat(four.divided(List.of(), 2)).isEmpty();
    assertThat(four.divided(List.of(1, 2, 3), 2)).containsExactly(List.of(1, 2), List.of(3));
    assertThat(four.divided(List.of(1, 2, 3, 4, 5, 6, 7, 8), 2))
        .containsExactly(List.of(1, 2), List.of(3, 4), List.of(5, 6), List.of(7, 8));
    assertThat(FanOut.upTo(1).divided(List.of(1, 2, 3, 4, 5), 2)).hasSize(1);
  }

  private boolean remember(int part) {
    return threads.add(Thread.currentThread());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitInterrupt(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
