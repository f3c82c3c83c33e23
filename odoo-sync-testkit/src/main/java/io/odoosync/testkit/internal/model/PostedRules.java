package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.schema.Field;
import java.util.List;
import java.util.Map;

/** What may still be done to a document that has been posted, which differs by release. */
final class PostedRules {
  private static final List<String> FROZEN =
      List.of(
          "invoice_date",
          "partner_id",
          "date",
          "currency_id",
          "invoice_payment_term_id",
          "invoice_line_ids",
          "line_ids");
  private static final List<String> FROZEN_BY_RANK =
      List.of(
          "invoice_line_ids",
          "line_ids",
          "invoice_date",
          "date",
          "partner_id",
          "invoice_payment_term_id",
          "currency_id");
  private static final String ITEM_OF_POSTED =
      "You cannot delete an item linked to a posted entry.";
  private static final String NO_GAMES =
      "You can't delete a posted journal item. Don’t play games with your accounting records; reset"
          + " the journal entry to draft before deleting it.";

  private PostedRules() {}

  static void requireWritable(Env env, int id, Map<String, Object> values) {
    if (!isPosted(env, id) || env.has(Fact.POSTED_HEADER_OPEN)) {
      return;
    }
    List<String> touched =
        env.has(Fact.POSTED_REFUSALS_NAME_LABELS) ? changed(env, id, values) : given(values);
    if (!touched.isEmpty()) {
      throw readOnly(touched);
    }
  }

  private static OdooError readOnly(List<String> fields) {
    return OdooError.user(
        "You cannot modify the following readonly fields on a posted move: "
            + String.join(", ", fields));
  }

  private static List<String> given(Map<String, Object> values) {
    return values.keySet().stream()
        .filter(FROZEN::contains)
        .filter(field -> !isEmptyList(values.getOrDefault(field, false)))
        .toList();
  }

  /** The labels of what changes. A date that is sent as a text counts as another, even the same. */
  private static List<String> changed(Env env, int id, Map<String, Object> values) {
    Model moves = Moves.moves(env);
    return FROZEN_BY_RANK.stream()
        .filter(values::containsKey)
        .filter(
            field ->
                field.endsWith("_id")
                    ? !values.getOrDefault(field, false).equals(moves.stored(id, field))
                    : !isEmptyList(values.getOrDefault(field, false)))
        .map(field -> label(env, field))
        .toList();
  }

  private static String label(Env env, String field) {
    return Moves.moves(env).schema().field(field).map(Field::label).orElse(field);
  }

  private static boolean isEmptyList(Object value) {
    return value instanceof List<?> list && list.isEmpty();
  }

  static void requireOpenLines(Env env, int move) {
    if (isPosted(env, move) && !env.has(Fact.POSTED_LINES_OPEN)) {
      throw env.has(Fact.POSTED_LINES_TOLD_BY_TAXES) ? closed() : readOnly(List.of(lines(env)));
    }
  }

  private static String lines(Env env) {
    String field = "invoice_line_ids";
    return env.has(Fact.POSTED_REFUSALS_NAME_LABELS) ? label(env, field) : field;
  }

  /** {@code load} runs into a constraint of PostgreSQL first. */
  private static OdooError closed() {
    return OdooError.userButLoad(
        "You cannot modify the taxes related to a posted journal item, you should reset the"
            + " journal entry to draft to do so.",
        """
        new row for relation "account_move_line" violates check constraint "account_move_line_check_accountable_required_fields"
        """);
  }

  static void requireRemovableLines(Env env, int move) {
    if (isPosted(env, move)) {
      throw OdooError.user(env.has(Fact.POSTED_ITEM_REFUSED_PLAINLY) ? ITEM_OF_POSTED : NO_GAMES);
    }
  }

  static void requireDeletable(Env env, int id) {
    boolean once = Moves.moves(env).flag(id, "posted_before");
    if (env.has(Fact.POSTED_ONCE_STAYS) && once) {
      throw OdooError.user("You cannot delete an entry which has been posted once.");
    }
    requireRemovableLines(env, id);
  }

  /** No two posted documents have the same name. */
  static void requireOwnName(Env env, int id) {
    Model moves = Moves.moves(env);
    Object name = moves.get(id, "name");
    boolean taken =
        moves.table().find(List.of("name"), List.of(name)).stream()
            .anyMatch(other -> other != id && isPosted(env, other));
    if (!taken || !isPosted(env, id)) {
      return;
    }
    if (env.has(Fact.TAKEN_NUMBER_TOLD_BY_RULE)) {
      throw OdooError.validation(
          "Posted journal entry must have an unique sequence number per company.\nProblematic numbers: %s\n"
              .formatted(name));
    }
    String text = "Another entry with the same name already exists.";
    throw OdooError.constraint(
        env.has(Fact.REQUIRED_TOLD_IN_SENTENCE)
            ? "The operation cannot be completed: " + text
            : text,
        text);
  }

  static boolean isPosted(Env env, int id) {
    return Moves.moves(env).text(id, "state").equals("posted");
  }
}
