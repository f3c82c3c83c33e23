package io.odoosync.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.odoosync.store.RunLock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RunLock} must do. Extend it beside the lock:
 *
 * <pre>{@code
 * class MyRunLockTest extends RunLockContract {
 *   @Override
 *   protected RunLock freeLock(Duration leaseTime) {
 *     return new MyRunLock(leaseTime, ...);
 *   }
 * }
 * }</pre>
 */
public abstract class RunLockContract {

  private static final String NAME = "__school__:run";
  private static final Duration LEASE_TIME = Duration.ofHours(1);
  private static final int THREADS = 8;
  private static final int ROUNDS = 20;

  private @Nullable RunLock opened;

  /** For subclasses. */
  protected RunLockContract() {}

  /**
   * Makes the lock under test.
   *
   * @param leaseTime how long its leases last
   * @return a lock that nobody holds under any name, independent of those of other tests
   * @throws Exception if that fails; the test then fails too
   */
  protected abstract RunLock freeLock(Duration leaseTime) throws Exception;

  /**
   * Reaches the same lock from another node.
   *
   * @return another object over what the last {@link #freeLock} uses; empty, which is the default,
   *     if the lock knows one process only
   * @throws Exception if that fails; the test then fails too
   */
  protected Optional<RunLock> sameLockOfAnotherNode() throws Exception {
    return Optional.empty();
  }

  /**
   * The time of the leases in those tests that wait for their end: long enough that the machine
   * does not stand still for most of it.
   *
   * @return 1.5 seconds unless overridden
   */
  protected Duration briefLeaseTime() {
    return Duration.ofMillis(1_500);
  }

  /**
   * Lets time pass. A lock whose clock can be moved moves it instead.
   *
   * @param time how much
   */
  protected void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long rest = time.toNanos(); rest > 0; rest = end - System.nanoTime()) {
      LockSupport.parkNanos(rest);
    }
  }

  @BeforeEach
  void open() throws Exception {
    opened = freeLock(LEASE_TIME);
  }

  private void openBriefly() throws Exception {
    opened = freeLock(briefLeaseTime());
  }

  @Test
  void leaseTime_isTheOneGiven() {
    assertThat(lock().leaseTime()).isEqualTo(LEASE_TIME);
  }

  // tryAcquire

  @Test
  void tryAcquire_free_isGranted() {
    assertThat(lock().tryAcquire(NAME)).isPresent();
  }

  @Test
  void tryAcquire_heldByTheSameThread_isRefused() {
    acquire(NAME);
    assertRefused(NAME);
    assertRefused(NAME);
  }

  @Test
  void tryAcquire_heldByAnotherThread_isRefused() throws Exception {
    acquire(NAME);
    assertThat(Race.run(1, number -> lock().tryAcquire(NAME).isPresent())).containsExactly(false);
  }

  @Test
  void tryAcquire_heldByAnotherNode_isRefused() throws Exception {
    RunLock other = otherNode();
    RunLock.Lease lease = other.tryAcquire(NAME).orElseThrow();
    assertRefused(NAME);
    lease.close();
    acquire(NAME);
    assertThat(other.tryAcquire(NAME)).isEmpty();
  }

  @Test
  void tryAcquire_namesAlike_areDifferentLocks() {
    String longest = "x".repeat(RunLock.MAX_NAME_LENGTH - 1);
    List<String> names = List.of("a", "a_", "a.", "a:", "a-", "_a", "0", "00", longest + "1");
    names.forEach(this::acquire);
    acquire(longest + "2");
    names.forEach(this::assertRefused);
  }

  @Test
  void tryAcquire_badName_isRefusedNamingTheRule() {
    String tooLong = "x".repeat(RunLock.MAX_NAME_LENGTH + 1);
    for (String name : List.of("", "A", " ", "a b", "a\n", "'", "%", "\u00E4", tooLong)) {
      assertThatThrownBy(() -> lock().tryAcquire(name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("name must");
    }
  }

  @Test
  void tryAcquire_givenBack_isGrantedAgain() {
    for (int i = 0; i < 3; i++) {
      acquire(NAME).close();
    }
    acquire(NAME);
    assertRefused(NAME);
  }

  @Test
  void tryAcquire_leaseRanOut_isGrantedOnce() throws Exception {
    openBriefly();
    acquire(NAME);
    pass(more());
    acquire(NAME);
    assertRefused(NAME);
  }

  // extend

  @Test
  void extend_held_keepsOthersOutBeyondTheFirstTime() throws Exception {
    openBriefly();
    RunLock.Lease lease = acquire(NAME);
    for (int quarter = 0; quarter < 6; quarter++) {
      pass(briefLeaseTime().dividedBy(4));
      assertThat(lease.extend()).isTrue();
    }
    assertRefused(NAME);
  }

  @Test
  void extend_atOnce_doesNotAddUp() throws Exception {
    openBriefly();
    RunLock.Lease lease = acquire(NAME);
    for (int i = 0; i < 5; i++) {
      assertThat(lease.extend()).isTrue();
    }
    pass(more());
    acquire(NAME);
  }

  @Test
  void extend_ranOut_isFalseForEver() throws Exception {
    openBriefly();
    RunLock.Lease lease = acquire(NAME);
    pass(more());
    assertThat(lease.extend()).isFalse();
    assertThat(lease.extend()).isFalse();
    acquire(NAME);
    assertThat(lease.extend()).isFalse();
  }

  @Test
  void extend_ranOutAndTakenByAnother_isFalseAndTakesNothingAway() throws Exception {
    openBriefly();
    RunLock.Lease lost = acquire(NAME);
    pass(more());
    RunLock.Lease lease = acquire(NAME);
    assertThat(lost.extend()).isFalse();
    assertThat(lease.extend()).isTrue();
    lease.close();
    acquire(NAME);
    assertThat(lost.extend()).isFalse();
  }

  @Test
  void extend_closed_isFalseAndTakesNothing() {
    RunLock.Lease lease = acquire(NAME);
    lease.close();
    assertThat(lease.extend()).isFalse();
    acquire(NAME);
    assertThat(lease.extend()).isFalse();
  }

  // close

  @Test
  void close_extended_givesTheLockBack() {
    RunLock.Lease lease = acquire(NAME);
    assertThat(lease.extend()).isTrue();
    lease.close();
    acquire(NAME);
  }

  @Test
  void close_again_leavesTheLockToTheNext() {
    RunLock.Lease lease = acquire(NAME);
    lease.close();
    acquire(NAME);
    lease.close();
    assertRefused(NAME);
  }

  @Test
  void close_ranOutAndTakenByAnother_leavesTheLockToThem() throws Exception {
    openBriefly();
    RunLock.Lease lost = acquire(NAME);
    pass(more());
    RunLock.Lease lease = acquire(NAME);
    lost.close();
    assertRefused(NAME);
    assertThat(lease.extend()).isTrue();
  }

  @Test
  void close_oneName_leavesTheOthers() {
    RunLock.Lease lease = acquire("one");
    acquire("two");
    lease.close();
    assertRefused("two");
  }

  // several threads

  @Test
  void tryAcquire_bySeveralThreadsAtOnce_isGrantedToOne() throws Exception {
    List<RunLock> nodes = nodes();
    for (int round = 0; round < ROUNDS; round++) {
      String name = "round" + round / 2;
      List<Optional<RunLock.Lease>> leases =
          Race.run(THREADS, number -> node(nodes, number).tryAcquire(name));
      assertThat(leases.stream().filter(Optional::isPresent)).as("round %d", round).hasSize(1);
      leases.forEach(lease -> lease.ifPresent(RunLock.Lease::close));
    }
  }

  @Test
  void allMethods_calledBySeveralThreads_neverMakeTwoHolders() throws Exception {
    List<RunLock> nodes = nodes();
    AtomicInteger holders = new AtomicInteger();
    List<Integer> granted =
        Race.run(THREADS, number -> acquireOftenAlone(node(nodes, number), holders));
    assertThat(granted.stream().mapToInt(Integer::intValue).sum()).isPositive();
  }

  private static int acquireOftenAlone(RunLock lock, AtomicInteger holders) {
    int granted = 0;
    Pace pace = new Pace(20, 2_000);
    for (int step = 0; pace.goesOnAfter(step); step++) {
      Optional<RunLock.Lease> lease = lock.tryAcquire(NAME);
      if (lease.isPresent()) {
        granted++;
        holdAlone(lease.orElseThrow(), holders);
      }
    }
    return granted;
  }

  private static void holdAlone(RunLock.Lease lease, AtomicInteger holders) {
    try (lease) {
      assertThat(holders.incrementAndGet()).as("holders").isEqualTo(1);
      assertThat(lease.extend()).isTrue();
      assertThat(holders.decrementAndGet()).as("other holders").isZero();
    }
  }

  private List<RunLock> nodes() throws Exception {
    Optional<RunLock> other = sameLockOfAnotherNode();
    return other.isPresent() ? List.of(lock(), other.orElseThrow()) : List.of(lock());
  }

  private static RunLock node(List<RunLock> nodes, int number) {
    return nodes.get(number % nodes.size());
  }

  private RunLock otherNode() throws Exception {
    Optional<RunLock> other = sameLockOfAnotherNode();
    assumeThat(other).as("the lock reaches beyond the process").isPresent();
    return other.orElseThrow();
  }

  private RunLock lock() {
    return Objects.requireNonNull(opened, "freeLock() returned null");
  }

  private RunLock.Lease acquire(String name) {
    Optional<RunLock.Lease> lease = lock().tryAcquire(name);
    assertThat(lease).as("the lease of %s", name).isPresent();
    return lease.orElseThrow();
  }

  private void assertRefused(String name) {
    assertThat(lock().tryAcquire(name)).as("a second lease of %s", name).isEmpty();
  }

  /** More than a lease lasts. */
  private Duration more() {
    return briefLeaseTime().plus(briefLeaseTime().dividedBy(10));
  }
}
