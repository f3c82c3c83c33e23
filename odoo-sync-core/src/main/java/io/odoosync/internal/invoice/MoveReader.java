package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads where moves stand, in one call however many there are. */
final class MoveReader {

  private final OdooClient client;
  private final Set<String> fields;

  /**
   * Makes a reader.
   *
   * @param known all fields of {@code account.move}
   */
  MoveReader(OdooClient client, ModelFields known) {
    this.client = client;
    this.fields = Move.fields(known);
  }

  /** The fields that tell where a move stands. */
  Set<String> fields() {
    return fields;
  }

  /** Those of these moves that are still in Odoo. */
  Map<Long, Move> read(Collection<Long> ids) {
    Map<Long, Move> moves = new HashMap<>();
    for (OdooRecord record : client.read(EntityType.INVOICE.model(), ids, List.copyOf(fields))) {
      moves.put(record.id(), new Move(record));
    }
    return moves;
  }

  /** The ids of those of these moves for which this holds. */
  Set<Long> having(Collection<Long> ids, Predicate<Move> condition) {
    return read(ids).values().stream().filter(condition).map(Move::id).collect(Collectors.toSet());
  }
}
