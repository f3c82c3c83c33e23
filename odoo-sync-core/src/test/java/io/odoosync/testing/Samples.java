package io.odoosync.testing;

import java.util.List;
import java.util.stream.LongStream;

/** What one property would be tried on; the same each time. */
final class Samples {

  private Samples() {}

  static <T> List<T> of(Gen<T> generator) {
    return LongStream.range(0, Property.TRIES)
        .mapToObj(seed -> generator.from(Choices.seeded(seed)))
        .toList();
  }
}
