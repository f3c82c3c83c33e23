package io.odoosync.internal.change;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.state.Memory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered from run to run so that the next one need only look at what changed: until
 * when each side was looked at, and which records are to be tried again. A kind of which nothing is
 * remembered, or in whose full run the process died, must be looked at as a whole.
 */
public final class ChangeMemory {

  private static final String AREA = "changes/";
  private static final String MARK = AREA + "mark/";
  private static final String SEEN = AREA + "seen/";
  private static final String UNDER_WAY = AREA + "under-way/";
  private static final String LINKED = AREA + "linked/";
  private static final String ODOO = AREA + "odoo";
  private static final String FULL = AREA + "full";
  private static final String AGAIN = "again/";

  private final Memory memory;
  private final String odoo;
  private @Nullable Map<String, String> known;
  private final Map<String, String> next = new HashMap<>();
  private final List<String> gone = new ArrayList<>();

  /**
   * Reads it once it is asked for.
   *
   * @param odoo which Odoo it is about, in words: until when another one was looked at says nothing
   */
  public ChangeMemory(Memory memory, String odoo) {
    this.memory = memory;
    this.odoo = odoo;
  }

  private Map<String, String> known() {
    if (known == null) {
      known = memory.all(AREA);
    }
    return known;
  }

  /**
   * The runs over what changed since everything was looked at.
   *
   * @param runs how many there were
   * @param at when the last full run began
   */
  public record SinceFull(int runs, Instant at) {

    private static SinceFull parse(String text) {
      String[] parts = text.split(" ", 2);
      return new SinceFull(Integer.parseInt(parts[0]), Instant.parse(parts[1]));
    }
  }

  /** Until when a kind was looked at; nothing if it must be looked at as a whole. */
  public Optional<Mark> mark(EntityType type) {
    return known().containsKey(UNDER_WAY + type) ? Optional.empty() : lastMark(type);
  }

  /** Until when a kind was looked at, whatever happened since. */
  public Optional<Mark> lastMark(EntityType type) {
    boolean isOfThisOdoo = odoo.equals(known().get(ODOO));
    return isOfThisOdoo
        ? Optional.ofNullable(known().get(MARK + type)).map(Mark::parse)
        : Optional.empty();
  }

  /** Remembers until when a kind was looked at. */
  public void mark(EntityType type, Mark mark) {
    next.put(MARK + type, mark.text());
    next.put(ODOO, odoo);
  }

  /** All of a kind is looked at, so what was to be remembered comes after that. */
  public void unmarked(EntityType type) {
    next.remove(MARK + type);
  }

  /** The next run must look at the kind as a whole. */
  void unmark(EntityType type) {
    gone.add(MARK + type);
  }

  /** The links are others by now: the next run must look at everything. */
  public void forgetMarks() {
    for (EntityType type : EntityType.values()) {
      unmark(type);
    }
    save();
  }

  /**
   * Whether the links of a kind were lost.
   *
   * @param hasLinks whether there are any now
   */
  public boolean hasLostLinks(EntityType type, boolean hasLinks) {
    if (hasLinks) {
      next.put(LINKED + type, "");
    }
    return !hasLinks && known().containsKey(LINKED + type);
  }

  /** A run over all records of a kind begins. */
  void begins(EntityType type) {
    next.put(UNDER_WAY + type, "");
  }

  /** It has ended, in whatever way, and what it left is remembered. */
  void ended(EntityType type) {
    gone.add(UNDER_WAY + type);
  }

  /** Odoo's writes that were looked into. */
  public SeenRows seen(EntityType type, Instant now) {
    return new SeenRows(known().get(SEEN + type), now);
  }

  /** Remembers which were looked into. */
  public void seen(EntityType type, SeenRows rows) {
    next.put(SEEN + type, rows.text());
  }

  /** The runs since everything was looked at, if that is known. */
  public Optional<SinceFull> sinceFull() {
    return Optional.ofNullable(known().get(FULL)).map(SinceFull::parse);
  }

  /** Remembers them. */
  public void sinceFull(SinceFull since) {
    next.put(FULL, since.runs() + " " + since.at());
  }

  /** The records that are to be tried again. */
  public Map<EntityType, Set<LocalKey>> again() {
    Map<EntityType, Set<LocalKey>> again = new EnumMap<>(EntityType.class);
    for (String name : memory.all(AGAIN).keySet()) {
      String[] parts = name.substring(AGAIN.length()).split("/", 3);
      again
          .computeIfAbsent(EntityType.valueOf(parts[0]), type -> new TreeSet<>())
          .add(LocalKey.of(parts[1], parts[2]));
    }
    return again;
  }

  /** Records are to be tried again. */
  void again(EntityType type, Collection<LocalKey> keys) {
    keys.forEach(key -> next.put(name(type, key), ""));
  }

  /** Records need not be tried again. */
  void settled(EntityType type, Collection<LocalKey> keys) {
    keys.forEach(key -> gone.add(name(type, key)));
  }

  /** The name under which a record is remembered that is to be tried again. */
  public static String name(EntityType type, LocalKey key) {
    return AGAIN + type + "/" + key;
  }

  /** Writes down what is new, at once; what is gone is dropped after that. */
  void save() {
    next.entrySet().removeIf(value -> value.getValue().equals(known().get(value.getKey())));
    memory.save(next);
    known().putAll(next);
    next.clear();
    memory.remove(gone);
    known().keySet().removeAll(gone);
    gone.clear();
  }
}
