package io.odoosync.internal.state;

import io.odoosync.CallBudget;
import io.odoosync.store.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The calls that one engine may make, of a budget that all nodes share through the state store.
 * Each reserves some calls at a time and writes down how many it has reserved, under a name of its
 * own, so that none overwrites what another one wrote. It reads what all have reserved after it
 * wrote its own: if that is too much, it gives back. So nodes that reserve at the same moment may
 * both get nothing, but never more than there is.
 *
 * <p>What a node gives back when a run ends is free for others. What a node that died had reserved
 * is lost until the minute, or the day, is over. For any thread.
 */
public final class CallAllowance {

  private static final String AREA = "/calls/";
  private static final String STORE = "the state store";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int PAGE_SIZE = 500;

  /** At most one part of so many is reserved at a time, and so many calls. */
  private static final int PARTS = 10;

  private static final int LARGEST_BLOCK = 50;

  private final CallBudget budget;
  private final StateStore store;
  private final Clock clock;
  private final String area;
  private final String name;
  private CallAccount reserved = CallAccount.empty(Instant.EPOCH);
  private CallAccount used = reserved;
  private long usedByOthers;

  /**
   * Prepares for an engine's calls.
   *
   * @param node is the name of no other engine
   */
  public CallAllowance(
      CallBudget budget, StateStore store, String namespace, String node, Clock clock) {
    this.budget = budget;
    this.store = store;
    this.clock = clock;
    this.area = namespace + AREA;
    this.name = area + node;
  }

  CallBudget budget() {
    return budget;
  }

  /** Calls of all nodes today, as far as this one knows. */
  synchronized long today() {
    return usedByOthers + used.inDay();
  }

  /**
   * Why there is no call now.
   *
   * @param minute the minute that it is
   * @param untilNext how long it is until there may be one
   * @param isOfDay whether that is tomorrow
   */
  record Spent(Instant minute, Duration untilNext, boolean isOfDay) {}

  /**
   * Takes one call.
   *
   * @return why there is none, if so
   */
  synchronized Optional<Spent> take() {
    Instant now = clock.instant();
    reserved = reserved.at(now);
    used = used.at(now);
    if (left() == 0 && !reserved(now, block())) {
      reserved(now, 1);
    }
    if (left() == 0) {
      return Optional.of(spent(now));
    }
    used = used.plus(1, 1);
    return Optional.empty();
  }

  private long left() {
    return Math.min(leftInMinute(), leftInDay());
  }

  private long leftInMinute() {
    return reserved.inMinute() - used.inMinute();
  }

  private long leftInDay() {
    return reserved.inDay() - used.inDay();
  }

  private long block() {
    int smaller = Math.min(budget.minute(), budget.day());
    return Math.max(1, Math.min(LARGEST_BLOCK, smaller / PARTS));
  }

  /** Whether nobody else has reserved at the same moment what is left. */
  private boolean reserved(Instant now, long block) {
    CallAccount wanted = wanted(others(now), block);
    if (wanted.equals(reserved)) {
      return true;
    }
    save(wanted);
    if (isTooMuch(others(now), wanted)) {
      save(reserved);
      return false;
    }
    reserved = wanted;
    return true;
  }

  /** As much more in the minute as in the day: what only one of them has is of no use. */
  private CallAccount wanted(CallAccount others, long block) {
    long inMinute = budget.minute() - others.inMinute() - used.inMinute();
    long inDay = budget.day() - others.inDay() - used.inDay();
    long left = Math.min(block, Math.min(inMinute, inDay));
    return reserved.plus(Math.max(0, left - leftInMinute()), Math.max(0, left - leftInDay()));
  }

  private boolean isTooMuch(CallAccount others, CallAccount mine) {
    return others.inMinute() + mine.inMinute() > budget.minute()
        || others.inDay() + mine.inDay() > budget.day();
  }

  private Spent spent(Instant now) {
    boolean isOfDay = leftInDay() == 0 && usedByOthers + used.inDay() >= budget.day();
    Instant next =
        isOfDay
            ? reserved.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
            : reserved.minute().plus(MINUTE);
    return new Spent(reserved.minute(), Duration.between(now, next), isOfDay);
  }

  /** What the others have reserved. What is of no use any more is dropped. */
  private CallAccount others(Instant now) {
    List<String> old = new ArrayList<>();
    CallAccount sum = CallAccount.empty(now);
    for (Map.Entry<String, String> entry : accounts().entrySet()) {
      CallAccount account = CallAccount.parse(entry.getValue());
      if (account == null || account.isOld(now)) {
        old.add(entry.getKey());
      } else if (!entry.getKey().equals(name)) {
        CallAccount current = account.at(now);
        sum = sum.plus(current.inMinute(), current.inDay());
      }
    }
    remove(old);
    usedByOthers = sum.inDay();
    return sum;
  }

  private Map<String, String> accounts() {
    Map<String, String> all = new TreeMap<>();
    String last = null;
    SortedMap<String, String> page;
    do {
      String after = last;
      page = StoreAccess.get(STORE, () -> store.page(area, after, PAGE_SIZE));
      all.putAll(page);
      last = page.isEmpty() ? null : page.lastKey();
    } while (page.size() == PAGE_SIZE);
    return all;
  }

  private void save(CallAccount account) {
    StoreAccess.get(
        STORE,
        () -> {
          store.save(Map.of(name, account.text()));
          return true;
        });
  }

  private void remove(List<String> names) {
    if (!names.isEmpty()) {
      StoreAccess.get(
          STORE,
          () -> {
            store.remove(names);
            return true;
          });
    }
  }

  /**
   * Gives back what was reserved and not used.
   *
   * @throws StageFailedException if the store fails
   */
  synchronized void giveBack() {
    if (leftInMinute() > 0 || leftInDay() > 0) {
      save(used);
      reserved = used;
    }
  }
}
