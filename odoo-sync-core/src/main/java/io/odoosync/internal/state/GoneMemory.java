package io.odoosync.internal.state;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what was done about records that the host does not have any more. */
public final class GoneMemory {

  private final Memory memory;
  private final String area;
  private final String number;

  /** Makes it for one kind of records. */
  public GoneMemory(Memory memory, EntityType type) {
    this.memory = memory;
    this.area = "gone/" + type + "/";
    this.number = "gone-number/" + type;
  }

  /** What was done. */
  public enum Fate {
    /** It was left in Odoo by the host's policy. */
    KEPT,
    /** It was left in Odoo, since it must not be archived, or is not active there anyway. */
    SPARED,
    /** We were about to archive it; whether that was done must be looked at. */
    ARCHIVING,
    /** We archived it. */
    ARCHIVED;

    /** Whether it is to be brought back once the host has it again. */
    public boolean isOurs() {
      return this == ARCHIVING || this == ARCHIVED;
    }
  }

  /** All that is remembered. */
  public Map<LocalKey, Fate> all() {
    Map<LocalKey, Fate> all = new LinkedHashMap<>();
    memory
        .all(area)
        .forEach((name, fate) -> all.put(key(name.substring(area.length())), Fate.valueOf(fate)));
    return all;
  }

  private static LocalKey key(String name) {
    String[] parts = name.split("/", 2);
    return LocalKey.of(parts[0], parts[1]);
  }

  /** Remembers what is done about some records. */
  public void remember(Collection<LocalKey> keys, Fate fate) {
    Map<String, String> values = new HashMap<>();
    keys.forEach(key -> values.put(area + key, fate.name()));
    memory.save(values);
  }

  /** Whether another number of records than last time is gone; remembers it. */
  public boolean isNews(long count) {
    String now = String.valueOf(count);
    boolean news = memory.find(number).filter(now::equals).isEmpty();
    if (news) {
      memory.save(Map.of(number, now));
    }
    return news;
  }

  /** Forgets records that the host has again. */
  public void forget(Collection<LocalKey> keys) {
    memory.remove(keys.stream().map(key -> area + key).toList());
  }
}
