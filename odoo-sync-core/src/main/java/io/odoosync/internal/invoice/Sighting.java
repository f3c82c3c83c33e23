package io.odoosync.internal.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an invoice was seen in Odoo, to tell at the next look what people did to it meanwhile.
 *
 * @param state its state in Odoo's word
 * @param paymentState how far it is paid, in Odoo's word
 * @param residual what is left to pay
 * @param number its number; {@code null} for a draft
 * @param creditNotes the credit notes that were made of it
 * @param written Odoo's {@code write_date}; {@code null} if it is not known
 * @param content what it says; {@code null} if that was never agreed on
 */
record Sighting(
    String state,
    String paymentState,
    BigDecimal residual,
    @Nullable String number,
    Set<Long> creditNotes,
    @Nullable Instant written,
    @Nullable MoveContent content) {

  private static final String DRAFT = "draft";
  private static final String POSTED = "posted";
  private static final String CANCELLED = "cancel";

  Sighting {
    residual = residual.stripTrailingZeros();
    creditNotes = Set.copyOf(creditNotes);
  }

  /** The same, with its last number kept where it shows none because it was reset to draft. */
  Sighting keepingNumber(@Nullable Sighting before) {
    String kept = number == null && before != null ? before.number : number;
    return new Sighting(state, paymentState, residual, kept, creditNotes, written, content);
  }

  /**
   * What people took back or changed since it was seen before, in words. What brings an invoice on
   * its way is not among it: that it was posted, or paid.
   *
   * @param before how it was seen before; {@code null} if this is the first look
   */
  List<String> undone(@Nullable Sighting before) {
    List<String> words = new ArrayList<>();
    if (state.equals(CANCELLED) && (before == null || !before.state.equals(CANCELLED))) {
      words.add("was cancelled in Odoo");
    }
    if (before != null) {
      compare(before, words);
    }
    return words;
  }

  private void compare(Sighting before, List<String> words) {
    if (state.equals(DRAFT) && !before.state.equals(DRAFT)) {
      words.add("was reset to draft in Odoo");
    }
    if (before.number != null && number != null && !number.equals(before.number)) {
      words.add("was renumbered in Odoo, from " + before.number + " to " + number);
    }
    if (isPaidLess(before)) {
      words.add(
          "has a payment undone in Odoo: it was " + payment(before) + " and is " + payment(this));
    }
    List<String> changes =
        content == null || before.content == null ? List.of() : content.changes(before.content);
    if (!changes.isEmpty()) {
      words.add("was changed in Odoo: " + String.join(", ", changes));
    }
  }

  /** Only told of what is posted: with a reset to draft payments may go, or stay, by release. */
  private boolean isPaidLess(Sighting before) {
    if (!state.equals(POSTED) || !before.state.equals(POSTED)) {
      return false;
    }
    boolean more = residual.compareTo(before.residual) > 0 && total().equals(before.total());
    return steps() < before.steps() || (steps() == before.steps() && steps() > 0 && more);
  }

  /** Whether a credit note has taken it back since. */
  boolean isReversedSince(@Nullable Sighting before) {
    return before != null && isReversed() && !before.isReversed();
  }

  private boolean isReversed() {
    return paymentState.equals("reversed");
  }

  private Optional<BigDecimal> total() {
    return Optional.ofNullable(content).map(MoveContent::total);
  }

  private int steps() {
    return switch (paymentState) {
      case "partial" -> 1;
      case "in_payment", "paid", "reversed" -> 2;
      default -> 0;
    };
  }

  private static String payment(Sighting seen) {
    return seen.paymentState + " with " + seen.residual.toPlainString() + " left to pay";
  }

  /**
   * The form in which the id store keeps it.
   *
   * @param agreed what it is known to have said, which is not kept twice
   */
  ObjectNode node(@Nullable MoveContent agreed) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("state", state)
            .put("paymentState", paymentState)
            .put("residual", residual.toPlainString())
            .put("number", number)
            .put("written", written == null ? null : written.toString());
    ArrayNode notes = node.putArray("creditNotes");
    new TreeSet<>(creditNotes).forEach(notes::add);
    if (content != null && !content.equals(agreed)) {
      node.set("content", content.node());
    }
    return node;
  }

  /**
   * Reads what {@link #node} wrote, or as much of it as the host was told; nothing if there is
   * none.
   *
   * @param agreed what it said unless it is kept
   */
  static Optional<Sighting> parse(JsonNode node, @Nullable MoveContent agreed) {
    if (!node.isObject()) {
      return Optional.empty();
    }
    Set<Long> notes = new TreeSet<>();
    node.path("creditNotes").forEach(note -> notes.add(note.asLong()));
    String written = node.path("written").textValue();
    return Optional.of(
        new Sighting(
            node.path("state").asText(),
            node.path("paymentState").asText(),
            new BigDecimal(node.path("residual").asText("0")),
            node.path("number").textValue(),
            notes,
            written == null ? null : Instant.parse(written),
            MoveContent.parse(node.path("content")).orElse(agreed)));
  }
}
