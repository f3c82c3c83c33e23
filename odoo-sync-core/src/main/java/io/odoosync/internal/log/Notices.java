package io.odoosync.internal.log;

import io.odoosync.EntityType;
import io.odoosync.internal.state.Memory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be said of the server rather than of a record: which fields it does not take. Each is
 * said once: in the log of the first run that meets it, and in a line of each report. For one run.
 */
public final class Notices {

  private static final String NAME = "notices/";

  /** The rest is in the report alone. */
  private static final int MOST = 100;

  private final Memory memory;
  private final RunLog log;
  private final Map<EntityType, Set<String>> said = new java.util.EnumMap<>(EntityType.class);

  public Notices(Memory memory, RunLog log) {
    this.memory = memory;
    this.log = log;
  }

  /** Says these of a kind of records, unless they were said before. */
  public void say(EntityType type, Collection<?> notices) {
    Set<String> known = said.computeIfAbsent(type, t -> new LinkedHashSet<>());
    List<String> news = new ArrayList<>();
    notices.forEach(
        notice -> {
          if (known.add(notice.toString())) {
            news.add(notice.toString());
          }
        });
    if (!news.isEmpty()) {
      tell(type, news);
    }
  }

  private void tell(EntityType type, List<String> news) {
    Set<String> remembered =
        new LinkedHashSet<>(memory.find(NAME + type).map(text -> text.lines().toList()).orElse(List.of()));
    for (String notice : news) {
      if (remembered.add(notice)) {
        log.stageWarned(type, notice);
      }
    }
    memory.save(
        Map.of(
            NAME + type, String.join("\n", remembered.stream().limit(MOST).toList())));
  }

  /** What was said of a kind in this run. */
  public List<String> of(EntityType type) {
    return List.copyOf(said.getOrDefault(type, Set.of()));
  }
}
