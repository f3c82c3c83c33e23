package io.odoosync.internal.intake;

import io.odoosync.LocalKey;
import io.odoosync.source.SourceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Some of what a source gave, in its order.
 *
 * @param records the records, each key once in the whole source
 * @param unfit rows that could not be read, and keys that were given once more
 */
public record SourceBatch<T extends SourceRecord>(Map<LocalKey, T> records, List<Unfit> unfit) {

  /** Records of different keys, some of which say that they could not be read. */
  public static <T extends SourceRecord> SourceBatch<T> of(Collection<T> found) {
    Map<LocalKey, T> records = new LinkedHashMap<>();
    List<Unfit> unfit = new ArrayList<>();
    for (T record : found) {
      String reason = record.unreadableBecause();
      if (reason == null) {
        records.put(record.key(), record);
      } else {
        unfit.add(Unfit.unreadable(record.key(), reason));
      }
    }
    return new SourceBatch<>(records, unfit);
  }

  public int size() {
    return records.size() + unfit.size();
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  public Stream<LocalKey> keys() {
    return Stream.concat(records.keySet().stream(), unfit.stream().map(Unfit::key));
  }

  /** What has one of these keys. */
  public SourceBatch<T> where(Predicate<LocalKey> condition) {
    Map<LocalKey, T> some = new LinkedHashMap<>(records);
    some.keySet().removeIf(condition.negate());
    return new SourceBatch<>(
        some, unfit.stream().filter(one -> condition.test(one.key())).toList());
  }
}
