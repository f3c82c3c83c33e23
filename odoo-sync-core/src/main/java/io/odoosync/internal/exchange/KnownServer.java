package io.odoosync.internal.exchange;

import io.odoosync.odoo.OdooValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What an engine knows of its server from one run to the next: what was answered to questions about
 * what seldom changes, such as rights, currencies, taxes and stages. Each run uses it through a
 * {@link KnownInRun}. Safe for use by several threads.
 *
 * <p>What was not found is not kept: it may be there by now. An answer that is another one than
 * before says that the server was changed, so everything else that is known goes with it.
 */
public final class KnownServer {

  /** The most that is held, in characters of text and about as much for other values. */
  static final long MOST = 2_000_000;

  private static final long OF_A_VALUE = 8;

  private final long keptFor;
  private final LongSupplier nanoTime;
  private final Map<Question, Known> answers = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<String> lacking = ConcurrentHashMap.newKeySet();
  private long held;

  private record Known(OdooValue answer, long asked, long size) {}

  /**
   * Knows nothing yet.
   *
   * @param keptFor how long an answer is used; zero for never
   * @param nanoTime a clock that only goes forward
   */
  public KnownServer(Duration keptFor, LongSupplier nanoTime) {
    this.keptFor = keptFor.toNanos();
    this.nanoTime = nanoTime;
  }

  /** For a run over all records, which asks anew for the fields of their models. */
  public KnownInRun forAllRecords() {
    return new KnownInRun(this, KnownInRun.Trust.ALL_BUT_FIELDS);
  }

  /** For a run over some records, which takes all that is known. */
  public KnownInRun forSomeRecords() {
    return new KnownInRun(this, KnownInRun.Trust.ALL);
  }

  /** For what asks everything anew. */
  public KnownInRun askedAnew() {
    return new KnownInRun(this, KnownInRun.Trust.NOTHING);
  }

  /** Everything is asked again. */
  public synchronized void forget() {
    answers.clear();
    held = 0;
  }

  /** Whether another name of a method is to be tried first: no more than that. */
  boolean isLacking(String method) {
    return lacking.contains(method);
  }

  void lacks(String method) {
    lacking.add(method);
  }

  synchronized Optional<OdooValue> find(Question question) {
    Known known = answers.get(question);
    if (known == null) {
      return Optional.empty();
    } else if (nanoTime.getAsLong() - known.asked >= keptFor) {
      drop(question);
      return Optional.empty();
    }
    return Optional.of(known.answer);
  }

  /**
   * Takes an answer.
   *
   * @return whether it is another one than was known, so that nothing else is known any more
   */
  synchronized boolean keep(Question question, OdooValue answer) {
    Known before = drop(question);
    boolean isNews = before != null && !before.answer.equals(answer);
    if (isNews) {
      forget();
    }
    put(question, answer);
    return isNews;
  }

  /** Takes an answer that may be another one because the engine itself has changed something. */
  synchronized void replace(Question question, OdooValue answer) {
    drop(question);
    put(question, answer);
  }

  private void put(Question question, OdooValue answer) {
    long size = size(answer);
    if (keptFor > 0 && isFound(answer) && size <= MOST) {
      answers.put(question, new Known(answer, nanoTime.getAsLong(), size));
      held += size;
      shrink();
    }
  }

  private void shrink() {
    while (held > MOST) {
      drop(answers.keySet().iterator().next());
    }
  }

  private @Nullable Known drop(Question question) {
    Known dropped = answers.remove(question);
    if (dropped != null) {
      held -= dropped.size;
    }
    return dropped;
  }

  private static boolean isFound(OdooValue answer) {
    return switch (answer.kind()) {
      case LIST -> !answer.asList().isEmpty();
      case MAP -> !answer.asMap().isEmpty();
      case FLAG -> answer.asFlag();
      case NUMBER -> answer.asNumber().signum() != 0;
      case TEXT -> true;
      case NULL -> false;
    };
  }

  private static long size(OdooValue value) {
    return switch (value.kind()) {
      case TEXT -> OF_A_VALUE + value.asText().length();
      case LIST -> OF_A_VALUE + value.asList().stream().mapToLong(KnownServer::size).sum();
      case MAP ->
          OF_A_VALUE
              + value.asMap().entrySet().stream()
                  .mapToLong(each -> each.getKey().length() + size(each.getValue()))
                  .sum();
      default -> OF_A_VALUE;
    };
  }
}
