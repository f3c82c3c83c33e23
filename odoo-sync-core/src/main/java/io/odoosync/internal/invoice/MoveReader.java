package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
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

  MoveReader(OdooClient client) {
    this.client = client;
  }

  /** Those of these moves that are still in Odoo. */
  Map<Long, Move> read(Collection<Long> ids) {
    Map<Long, Move> moves = new HashMap<>();
    for (OdooRecord record :
        client.read(EntityType.INVOICE.model(), ids, List.copyOf(Move.FIELDS))) {
      moves.put(record.id(), new Move(record));
    }
    return moves;
  }

  /** The ids of those of these moves for which this holds. */
  Set<Long> having(Collection<Long> ids, Predicate<Move> condition) {
    return read(ids).values().stream().filter(condition).map(Move::id).collect(Collectors.toSet());
  }
}
