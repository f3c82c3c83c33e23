package io.odoosync.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * What is to go wrong, and when.
 *
 * <p>The first rule that matches a request and still has something to do decides. Rules can be
 * added at any time, from any thread.
 */
public final class Faults {
  private final List<Rule> rules = new ArrayList<>();

  /** Made by {@link InProcessOdoo#faults()}. */
  Faults() {}

  /** The requests that a fault is for. */
  public final class Where {
    private final Predicate<OdooRequest> predicate;
    private final int skipped;

    private Where(Predicate<OdooRequest> predicate, int skipped) {
      this.predicate = predicate;
      this.skipped = skipped;
    }

    /** Lets the first requests that match through. */
    public Where after(int requests) {
      return new Where(predicate, requests);
    }

    /** Applies the fault to the next request that matches, and to none after it. */
    public void once(Fault fault) {
      times(1, fault);
    }

    /** Applies the fault to this many requests that match. */
    public void times(int times, Fault fault) {
      add(new Rule(predicate, skipped, times, fault));
    }

    /** Applies the fault to every request that matches. */
    public void always(Fault fault) {
      times(Integer.MAX_VALUE, fault);
    }

    /**
     * Applies one of the faults, chosen at random, to a share of the requests that match. The same
     * seed and the same requests give the same faults.
     *
     * @param probability from 0 to 1
     */
    public void storm(long seed, double probability, Fault... faults) {
      if (faults.length == 0 || probability < 0 || probability > 1) {
        throw new IllegalArgumentException("storm: probability in 0..1 and at least one fault");
      }
      add(new Rule(predicate, skipped, new Storm(seed, probability, List.of(faults))));
    }
  }

  /** Every request. */
  public Where everywhere() {
    return where(request -> true);
  }

  /** The calls of a method, on any model. */
  public Where onMethod(String method) {
    return where(request -> request.method().equals(method));
  }

  /** The calls of a method of a model. */
  public Where on(String model, String method) {
    return where(request -> request.calls(model, method));
  }

  /** The requests that satisfy a condition. */
  public Where where(Predicate<OdooRequest> condition) {
    return new Where(condition, 0);
  }

  /** Forgets all rules: from now on all goes well. */
  public synchronized void clear() {
    rules.clear();
  }

  /** The fault for this request, which counts as used. */
  synchronized Optional<Fault> next(OdooRequest request) {
    for (Rule rule : rules) {
      Optional<Fault> fault = rule.next(request);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private synchronized void add(Rule rule) {
    rules.add(rule);
  }

  private static final class Storm {
    private final Random random;
    private final double probability;
    private final List<Fault> faults;

    Storm(long seed, double probability, List<Fault> faults) {
      this.random = new Random(seed);
      this.probability = probability;
      this.faults = faults;
    }

    Optional<Fault> next() {
      boolean hit = random.nextDouble() < probability;
      Fault fault = faults.get(random.nextInt(faults.size()));
      return hit ? Optional.of(fault) : Optional.empty();
    }
  }

  private static final class Rule {
    private final Predicate<OdooRequest> predicate;
    private final Optional<Storm> storm;
    private final Optional<Fault> fault;
    private int skipped;
    private int left;

    Rule(Predicate<OdooRequest> predicate, int skipped, int times, Fault fault) {
      this.predicate = predicate;
      this.skipped = skipped;
      this.left = times;
      this.fault = Optional.of(fault);
      this.storm = Optional.empty();
    }

    Rule(Predicate<OdooRequest> predicate, int skipped, Storm storm) {
      this.predicate = predicate;
      this.skipped = skipped;
      this.left = Integer.MAX_VALUE;
      this.fault = Optional.empty();
      this.storm = Optional.of(storm);
    }

    Optional<Fault> next(OdooRequest request) {
      if (left == 0 || !predicate.test(request)) {
        return Optional.empty();
      }
      if (skipped > 0) {
        skipped--;
        return Optional.empty();
      }
      left = left == Integer.MAX_VALUE ? left : left - 1;
      return storm.isPresent() ? storm.get().next() : fault;
    }
  }
}
