package io.odoosync.internal.stage;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.RecordMapper;
import io.odoosync.source.SourceRecord;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tells the stages apart; everything else they share.
 *
 * @param type the kind of entity
 * @param source opens a pass over the host's records
 * @param customer the key of a record's customer, or {@code null} if it has none
 * @param mapper maps a record to Odoo's fields
 * @param fields what the server says of the model's fields
 * @param mappedFields the fields that the default mapping sets on this server
 * @param prepare looks up in Odoo what records name that are about to be mapped
 * @param hint what may be behind it that Odoo refused to create a record
 * @param hostUpdate hands Odoo's values to the host
 * @param followUp what is left to do when the records are in Odoo
 */
public record RecordKind<T extends SourceRecord>(
    EntityType type,
    Supplier<Stream<T>> source,
    Function<T, @Nullable LocalKey> customer,
    RecordMapper<T> mapper,
    ModelFields fields,
    Set<String> mappedFields,
    Consumer<Collection<T>> prepare,
    Function<T, Optional<String>> hint,
    HostUpdate<T> hostUpdate,
    FollowUp<T> followUp) {

  /** Hands Odoo's values to the host. */
  @FunctionalInterface
  public interface HostUpdate<T> {

    /** Makes the host's record another one; what the host throws is the caller's to report. */
    void apply(long odooId, T before, T after);
  }

  /** Whether a record is never changed once it is in Odoo. */
  boolean sentOnce() {
    return type == EntityType.INVOICE;
  }
}
