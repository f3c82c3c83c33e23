package io.odoosync.internal.intake;

import io.odoosync.EntityType;
import io.odoosync.internal.intake.spool.RecordCodec;
import io.odoosync.source.SourceRecord;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A source of the host's.
 *
 * @param type what it gives
 * @param records opens it
 * @param codec writes its records down and reads them back
 */
public record Source<T extends SourceRecord>(
    EntityType type, Supplier<Stream<T>> records, RecordCodec<T> codec) {}
