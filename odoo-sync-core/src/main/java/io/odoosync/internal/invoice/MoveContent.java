package io.odoosync.internal.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice says to its customer, as far as a change of it matters to the host. How it is
 * booked is the accountants' own business: journal, accounts and analytics are not in it.
 *
 * @param customer the partner's id
 * @param currency the currency's id
 * @param date the invoice date; {@code null} until Odoo sets it when it posts
 * @param due when it is due
 * @param untaxed before taxes
 * @param total with taxes
 * @param lines the fingerprint of its lines; {@code null} if they were not read
 */
record MoveContent(
    @Nullable Long customer,
    @Nullable Long currency,
    @Nullable LocalDate date,
    @Nullable LocalDate due,
    BigDecimal untaxed,
    BigDecimal total,
    @Nullable String lines) {

  MoveContent {
    untaxed = untaxed.stripTrailingZeros();
    total = total.stripTrailingZeros();
  }

  MoveContent withLines(@Nullable String fingerprint) {
    return new MoveContent(customer, currency, date, due, untaxed, total, fingerprint);
  }

  /**
   * What it says differently than before, in words. Dates that were empty are none: Odoo fills them
   * when it posts.
   */
  List<String> changes(MoveContent before) {
    List<String> words = new ArrayList<>();
    note(words, "customer", before.customer, customer);
    note(words, "currency", before.currency, currency);
    if (before.date != null) {
      note(words, "date", before.date, date);
      note(words, "due date", before.due == null ? due : before.due, due);
    }
    note(words, "untaxed amount", before.untaxed.toPlainString(), untaxed.toPlainString());
    note(words, "total", before.total.toPlainString(), total.toPlainString());
    if (before.lines != null && lines != null && !lines.equals(before.lines)) {
      words.add("its lines");
    }
    return words;
  }

  private static void note(
      List<String> words, String what, @Nullable Object before, @Nullable Object now) {
    if (!Objects.equals(before, now)) {
      words.add("its " + what + ", from " + text(before) + " to " + text(now));
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "nothing" : value.toString();
  }

  /** The form in which the id store keeps it. */
  ObjectNode node() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("customer", customer)
        .put("currency", currency)
        .put("date", date == null ? null : date.toString())
        .put("due", due == null ? null : due.toString())
        .put("untaxed", untaxed.toPlainString())
        .put("total", total.toPlainString())
        .put("lines", lines);
  }

  /** Reads what {@link #node()} wrote; nothing if there is none. */
  static Optional<MoveContent> parse(JsonNode node) {
    return node.isObject()
        ? Optional.of(
            new MoveContent(
                id(node, "customer"),
                id(node, "currency"),
                day(node, "date"),
                day(node, "due"),
                new BigDecimal(node.path("untaxed").asText("0")),
                new BigDecimal(node.path("total").asText("0")),
                node.path("lines").textValue()))
        : Optional.empty();
  }

  private static @Nullable Long id(JsonNode node, String name) {
    return node.path(name).isNumber() ? node.path(name).asLong() : null;
  }

  private static @Nullable LocalDate day(JsonNode node, String name) {
    String text = node.path(name).textValue();
    return text == null ? null : LocalDate.parse(text);
  }
}
