package io.odoosync.testkit.contract;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Instants, in their order, that a time zone, a change of clocks or rounding may spoil. */
final class AwkwardTimes {

  static final List<Instant> INSTANTS =
      Stream.of(
              "1969-12-31T23:59:59.999Z",
              "1970-01-01T00:00:00Z",
              "2026-03-29T00:59:59.999Z",
              "2026-03-29T01:00:00Z",
              "2026-03-29T02:30:00.500Z",
              "2026-07-01T12:00:00.123456789Z",
              "2026-07-01T12:00:01.999999999Z",
              "2026-10-25T00:30:00.001Z",
              "2026-10-25T01:30:00.001Z",
              "2026-12-31T23:59:59.999Z",
              "2099-12-31T23:59:59.999Z")
          .map(Instant::parse)
          .toList();

  private AwkwardTimes() {}
}
