package io.odoosync.internal.intake.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.OdooReference;
import io.odoosync.testing.Choices;
import io.odoosync.testing.Gen;
import io.odoosync.testing.Numbers;
import io.odoosync.testing.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes records down and reads them back, and makes what they consist of. */
public final class RoundTrip {

  /** Half a surrogate pair, NUL, and what takes one byte, two and four. */
  private static final Gen<String> TEXTS =
      Gen.oneOf(Texts.texts(0, 12), Gen.of("", "\ud83d", "\0", "é", "東", "🚀", "a".repeat(70_000)));

  private static final Gen<Long> LONGS = Numbers.longs(-(1L << 61), 1L << 61);

  private RoundTrip() {}

  /** The record is the same afterwards, and prints the same. */
  public static <T> void check(RecordCodec<T> codec, T record) {
    assertThat(again(codec, record)).isEqualTo(record).hasToString(record.toString());
  }

  /** The record as it is read back, after another one. */
  public static <T> T again(RecordCodec<T> codec, T record) {
    try (Spool spool = new Spool(Path.of("not", "needed"))) {
      codec.write(record, spool.output());
      codec.write(record, spool.output());
      spool.complete();
      RecordInput in = spool.input();
      codec.read(in);
      return codec.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <V> @Nullable V maybe(Gen<V> gen, Choices any) {
    return any.below(3) == 0 ? null : gen.from(any);
  }

  public static @Nullable String text(Choices any) {
    return maybe(TEXTS, any);
  }

  public static LocalKey key(Choices any) {
    return LocalKey.of("kind_" + any.below(9), "é/" + any.below(1_000_000));
  }

  public static BigDecimal decimal(Choices any) {
    return new BigDecimal(BigInteger.valueOf(LONGS.from(any)).pow(2), any.below(30) - 10);
  }

  public static LocalDate day(Choices any) {
    return LocalDate.ofEpochDay(any.below(2_000_000) - 1_000_000);
  }

  public static Instant moment(Choices any) {
    return Instant.ofEpochSecond(any.below(2_000_000_000) - 1_000_000_000L, any.below(999_999_999));
  }

  public static OdooReference reference(Choices any) {
    return Gen.of(
            OdooReference.id(LONGS.from(any)),
            OdooReference.name(TEXTS.from(any)),
            OdooReference.externalId("crm.x" + any.below(9)))
        .from(any);
  }

  /** A value of each type. */
  public static FieldValue value(Choices any) {
    return Gen.<FieldValue>of(
            FieldValue.nothing(),
            FieldValue.of(TEXTS.from(any)),
            FieldValue.of(LONGS.from(any)),
            FieldValue.of(decimal(any)),
            FieldValue.of(any.below(2) == 0),
            FieldValue.of(day(any)),
            FieldValue.of(moment(any)),
            FieldValue.referenceTo(LONGS.from(any)),
            new FieldValue.LocalReference(key(any), maybe(LONGS, any)),
            FieldValue.of(List.of(LONGS.from(any), LONGS.from(any))))
        .from(any);
  }
}
