package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.exchange.Identity;
import io.odoosync.internal.field.Dependency;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.source.Invoice;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The numbers of the invoices of deposits, which those that take them off name as their origin.
 * Odoo itself links the two by the lines of a sales order alone.
 */
final class DepositNumbers {

  private static final String MODEL = EntityType.INVOICE.model();

  /** What a move is called, the most telling first: a draft has no number of its own. */
  private static final List<String> NAMES = List.of("name", "payment_reference", "ref");

  private final OdooClient client;
  private final Identity identity;
  private final Map<LocalKey, String> numbers = new HashMap<>();

  DepositNumbers(OdooClient client, Identity identity) {
    this.client = client;
    this.identity = identity;
  }

  /** Looks up the deposits of a batch, in one call for those that are in Odoo. */
  void prepare(Collection<Invoice> invoices) {
    Set<LocalKey> unknown =
        invoices.stream()
            .flatMap(InvoiceMapper::deposits)
            .map(Dependency::key)
            .filter(key -> !numbers.containsKey(key))
            .collect(Collectors.toCollection(TreeSet::new));
    Map<LocalKey, Long> ids =
        unknown.isEmpty() ? Map.of() : identity.proven(EntityType.INVOICE, unknown);
    Map<Long, String> names = names(new TreeSet<>(ids.values()));
    ids.forEach(
        (key, id) -> Optional.ofNullable(names.get(id)).ifPresent(name -> numbers.put(key, name)));
  }

  private Map<Long, String> names(Set<Long> ids) {
    Map<Long, String> names = new HashMap<>();
    List<OdooRecord> moves = ids.isEmpty() ? List.of() : client.read(MODEL, ids, NAMES);
    moves.forEach(move -> name(move).ifPresent(name -> names.put(move.id(), name)));
    return names;
  }

  private static Optional<String> name(OdooRecord move) {
    return NAMES.stream()
        .flatMap(field -> move.text(field).stream())
        .filter(name -> !name.isBlank() && !name.equals("/"))
        .findFirst();
  }

  /** The number of one, if it is in Odoo. */
  Optional<String> of(LocalKey key) {
    return Optional.ofNullable(numbers.get(key));
  }
}
