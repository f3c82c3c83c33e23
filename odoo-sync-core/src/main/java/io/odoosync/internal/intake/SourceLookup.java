package io.odoosync.internal.intake;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.state.HostFailures;
import io.odoosync.internal.state.StageFailedException;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks a source for records by their keys, and holds it to what it promises. */
public final class SourceLookup<T extends SourceRecord> {

  private final EntityType type;
  private final Function<Collection<LocalKey>, Collection<T>> source;

  /**
   * Makes a look-up.
   *
   * @param source the source's method; what it throws and returns is checked here
   */
  public SourceLookup(EntityType type, Function<Collection<LocalKey>, Collection<T>> source) {
    this.type = type;
    this.source = source;
  }

  /**
   * Finds records.
   *
   * @return those that the source has, in the order of the keys
   * @throws StageFailedException if the source throws, or returns {@code null}, a record twice, or
   *     one that it was not asked for
   */
  public List<T> find(Set<LocalKey> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<LocalKey, T> found = new LinkedHashMap<>();
    for (T record : ask(keys)) {
      LocalKey key = record.key();
      if (!keys.contains(key)) {
        throw broken(keys, "returned " + key + " as well", null);
      } else if (found.putIfAbsent(key, record) != null) {
        throw broken(keys, "returned " + key + " twice", null);
      }
    }
    return keys.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /**
   * Finds any number of records, a part at a time.
   *
   * @param size the most keys that are asked for at once
   * @return those that the source has, in the order of the keys
   */
  public Stream<T> stream(Collection<LocalKey> keys, int size) {
    List<LocalKey> all = List.copyOf(keys);
    return IntStream.range(0, (all.size() + size - 1) / size)
        .mapToObj(part -> all.subList(part * size, Math.min(all.size(), (part + 1) * size)))
        .flatMap(part -> find(new LinkedHashSet<>(part)).stream());
  }

  /** A copy, so that a list that is read from a cursor throws here. */
  private List<T> ask(Set<LocalKey> keys) {
    try {
      Collection<T> answer = source.apply(Collections.unmodifiableSet(keys));
      List<T> copy = new ArrayList<>(present(answer, "null instead of a collection"));
      copy.forEach(record -> present(record, "a null record"));
      return copy;
    } catch (SourceException e) {
      throw broken(keys, e.words(), null);
    } catch (Throwable e) {
      throw broken(keys, "threw " + HostFault.reportable(e), e);
    }
  }

  private static <R> R present(@Nullable R returned, String what) {
    if (returned == null) {
      throw new SourceException("returned " + what, null);
    }
    return returned;
  }

  private StageFailedException broken(Set<LocalKey> keys, String what, @Nullable Throwable cause) {
    LocalKey first = keys.iterator().next();
    String others = keys.size() == 1 ? "" : " and " + (keys.size() - 1) + " more";
    return new StageFailedException(
        HostFailures.ofSource(
            "the source of " + type + " records, asked for " + first + others + ", " + what),
        cause);
  }
}
