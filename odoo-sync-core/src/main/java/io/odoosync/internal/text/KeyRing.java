package io.odoosync.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The API key that opens a connection, and all that did or may: none of them is ever shown. Safe
 * for use by several threads.
 */
public final class KeyRing {

  private final Supplier<Optional<String>> stored;
  private final SafeLog out;
  private volatile Held held;
  private volatile boolean isAsked;

  private record Held(String current, List<String> all, Redaction redaction) {

    static Held of(String current, List<String> all) {
      return new Held(current, List.copyOf(all), Redaction.of(all));
    }

    Held with(String key) {
      if (all.contains(key)) {
        return this;
      }
      List<String> more = new ArrayList<>(all);
      more.add(key);
      return of(current, more);
    }
  }

  /** For a key that stays as it is. */
  public KeyRing(String key) {
    this(key, Optional::empty);
  }

  /**
   * For a key that may be replaced.
   *
   * @param configured counts until there is another one
   * @param stored gives the other one, if there is one; may throw
   */
  public KeyRing(String configured, Supplier<Optional<String>> stored) {
    this.stored = stored;
    this.held = Held.of(configured, List.of(configured));
    this.out = SafeLog.of(KeyRing.class, redaction());
  }

  /** The key to use now. */
  public String current() {
    if (!isAsked) {
      refresh();
    }
    return held.current;
  }

  /** How long the longest of the keys is. */
  public int longest() {
    return held.all.stream().mapToInt(String::length).max().orElse(0);
  }

  /** A key that is not in use (yet) but must not be shown either. */
  public synchronized void learn(String key) {
    held = held.with(key);
  }

  /** From now on this is the key. */
  public synchronized void use(String key) {
    held = Held.of(key, held.with(key).all);
  }

  /** Takes the key that is stored now. If that can't be read, the key stays. */
  public synchronized void refresh() {
    isAsked = true;
    try {
      stored.get().filter(key -> !key.equals(held.current)).ifPresent(this::use);
    } catch (RuntimeException e) {
      out.warn("the ApiKeyStore can't be read, so the API key stays: {}", e.getClass().getName());
    }
  }

  /** Takes all keys out of a text, those too that come later. */
  public Redaction redaction() {
    return Redaction.OF_PATTERNS.after(this::text);
  }

  private String text(String text) {
    return held.redaction.text(text);
  }
}
