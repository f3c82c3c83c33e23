package io.odoosync.internal.text;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Takes secrets out of a text: those that it knows, in whatever form they are written, and what
 * looks like one: log-ins and parameters of addresses, values that are named like a secret. Takes
 * time in proportion to the length of the text.
 */
public final class Redaction {

  /** Stands where a secret was. */
  public static final String MARK = "***";

  /** A secret of fewer characters is not looked for: it would be in half of all texts. */
  public static final int SHORTEST_SECRET = Secrets.SHORTEST;

  /** Knows no secret, only what secrets look like. */
  public static final Redaction OF_PATTERNS = of(List.of());

  private final Secrets secrets;
  private final UnaryOperator<String> before;

  private Redaction(Secrets secrets, UnaryOperator<String> before) {
    this.secrets = secrets;
    this.before = before;
  }

  /**
   * For some secrets.
   *
   * @param secrets those that are too short are passed over
   */
  public static Redaction of(Collection<String> secrets) {
    return new Redaction(new Secrets(secrets), UnaryOperator.identity());
  }

  /** The same after another one, which knows other secrets. */
  public Redaction after(UnaryOperator<String> other) {
    return new Redaction(secrets, other);
  }

  /** The text without secrets; the same if there is none. */
  public String text(String text) {
    String given = before.apply(text);
    SortedMap<Integer, Integer> spans = new TreeMap<>();
    Reading.each(
        given,
        reading -> {
          secrets.find(reading, span -> add(spans, span));
          Addresses.find(reading, span -> add(spans, span));
          LogIns.find(reading, span -> add(spans, span));
          Assignments.find(reading, span -> add(spans, span));
        });
    return spans.isEmpty() ? given : without(given, spans);
  }

  private static void add(SortedMap<Integer, Integer> spans, Reading.Span span) {
    spans.merge(span.from(), span.to(), Math::max);
  }

  private static String without(String text, SortedMap<Integer, Integer> spans) {
    StringBuilder kept = new StringBuilder(text.length());
    int at = 0;
    boolean marked = false;
    for (var span : spans.entrySet()) {
      if (span.getKey() > at || !marked) {
        kept.append(text, at, Math.max(at, span.getKey())).append(MARK);
        marked = true;
      }
      at = Math.max(at, span.getValue());
    }
    return kept.append(text, at, text.length()).toString();
  }

  /** The text without secrets, and on one line in which nothing hides. */
  public String line(String text) {
    return VisibleText.of(text(text));
  }

  /**
   * An exception that may be shown: itself if no word in it and in what caused it gives a secret
   * away, else a copy of all of them with the same stack traces.
   */
  public Throwable safe(Throwable failure) {
    return SafeCopy.of(failure, this::text);
  }

  /** As {@link #safe}, with all words on one line in which nothing hides. */
  Throwable visible(Throwable failure) {
    return SafeCopy.of(failure, this::line);
  }
}
