package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the lines of moves that their customers see, two calls however many moves there are. */
final class MoveLines {

  private static final String MODEL = "account.move.line";
  private static final String LINES = "invoice_line_ids";

  /** What a line says, with the types. */
  static final Map<String, Set<String>> VITAL =
      Map.of(
          "name", Set.of("char", "text"),
          "quantity", Set.of("float"),
          "price_unit", Set.of("float", "monetary"),
          "discount", Set.of("float"),
          "product_id", Set.of("many2one"),
          "tax_ids", Set.of("many2many"),
          "price_subtotal", Set.of("monetary", "float"),
          "price_total", Set.of("monetary", "float"));

  private static final List<String> CONTENT =
      List.of("name", "quantity", "price_unit", "discount", "product_id", "tax_ids");

  private final OdooClient client;

  MoveLines(OdooClient client) {
    this.client = client;
  }

  /** The lines of each of these moves, in the order in which they were created. */
  Map<Long, List<OdooRecord>> read(Collection<Long> moves, List<String> fields) {
    Map<Long, Long> moveOfLine = new HashMap<>();
    for (OdooRecord move : client.read(EntityType.INVOICE.model(), moves, List.of(LINES))) {
      move.references(LINES).forEach(line -> moveOfLine.put(line, move.id()));
    }
    List<OdooRecord> read =
        new ArrayList<>(client.read(MODEL, new TreeSet<>(moveOfLine.keySet()), fields));
    read.sort(Comparator.comparingLong(OdooRecord::id));
    Map<Long, List<OdooRecord>> lines = new HashMap<>();
    for (OdooRecord line : read) {
      lines
          .computeIfAbsent(moveOfLine.getOrDefault(line.id(), 0L), move -> new ArrayList<>())
          .add(line);
    }
    return lines;
  }

  /** Fingerprints of what the lines of each move say; their order says nothing. */
  Map<Long, String> fingerprints(Collection<Long> moves) {
    Map<Long, String> fingerprints = new HashMap<>();
    if (!moves.isEmpty()) {
      Map<Long, List<OdooRecord>> lines = read(moves, CONTENT);
      moves.forEach(
          move -> fingerprints.put(move, fingerprint(lines.getOrDefault(move, List.of()))));
    }
    return fingerprints;
  }

  private static String fingerprint(List<OdooRecord> lines) {
    List<String> texts = lines.stream().map(MoveLines::text).sorted().toList();
    return new CanonicalText()
        .addEach("line", texts, (line, text) -> text.add("is", line))
        .sha256();
  }

  private static String text(OdooRecord line) {
    return new CanonicalText()
        .add("name", line.text("name").orElse(""))
        .add("quantity", number(line, "quantity"))
        .add("price", number(line, "price_unit"))
        .addUnlessZero("discount", number(line, "discount"))
        .add("product", line.reference("product_id").orElse(null))
        .addEach(
            "tax",
            line.references("tax_ids").stream().sorted().toList(),
            (tax, text) -> text.add("id", tax))
        .text();
  }

  private static BigDecimal number(OdooRecord line, String field) {
    return line.number(field).orElse(BigDecimal.ZERO);
  }
}
