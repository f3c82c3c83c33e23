package io.odoosync.verification.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that may vanish.
 *
 * @param named what the engine named in its requests
 * @param types the types of all fields, by model
 * @param last what Odoo holds where nothing vanished
 */
record Mutations(Named named, Map<String, Map<String, String>> types, Picture last) {

  /**
   * Releases call these read-only and take them all the same; before a draft is read back, nothing
   * tells that from a field which is ignored.
   */
  private static final Set<String> TAKEN_THOUGH_READONLY =
      Set.of(
          "move_type",
          "partner_id",
          "currency_id",
          "invoice_date",
          "invoice_date_due",
          "invoice_origin",
          "journal_id",
          "invoice_payment_term_id",
          "reversed_entry_id",
          "invoice_line_ids");

  /** Without them the in-process server can't say what a file belongs to. */
  private static final Set<String> NEEDED_BY_THE_TESTKIT =
      Set.of("ir.attachment.res_model", "ir.attachment.res_id");

  private static final Set<String> ALWAYS_THERE =
      Set.of(
          "load", "write", "create", "read", "search", "search_read", "search_count", "fields_get");

  List<Mutation> all() {
    List<Mutation> all = new ArrayList<>();
    named
        .sent()
        .forEach((model, fields) -> fields.forEach(field -> all.addAll(ofSent(model, field))));
    named
        .read()
        .forEach((model, fields) -> fields.forEach(field -> all.addAll(ofRead(model, field))));
    named
        .methods()
        .forEach(
            (model, methods) -> {
              all.add(Mutation.withoutModel(model));
              methods.stream()
                  .filter(method -> !ALWAYS_THERE.contains(method))
                  .forEach(method -> all.add(Mutation.withoutMethod(model, method)));
            });
    all.removeIf(
        mutation -> NEEDED_BY_THE_TESTKIT.contains(mutation.model() + "." + mutation.name()));
    return all;
  }

  private List<Mutation> ofSent(String model, String field) {
    List<Mutation> all = new ArrayList<>();
    String type = type(model, field);
    for (Mutation.Kind kind : EnumSet.range(Mutation.Kind.DROPPED, Mutation.Kind.REQUIRED)) {
      boolean isSentAnyhow = model.equals("account.move") && TAKEN_THOUGH_READONLY.contains(field);
      if (kind != Mutation.Kind.READONLY || !isSentAnyhow) {
        all.add(Mutation.of(kind, model, field, type));
      }
    }
    if (type.equals("selection")) {
      valuesOf(model, field).forEach(value -> all.add(Mutation.withoutValue(model, field, value)));
    }
    return all;
  }

  private List<Mutation> ofRead(String model, String field) {
    String type = type(model, field);
    return List.of(Mutation.of(Mutation.Kind.DROPPED, model, field, type));
  }

  private String type(String model, String field) {
    return Objects.requireNonNull(types.get(model)).getOrDefault(field, "char");
  }

  private Set<String> valuesOf(String model, String field) {
    String prefix = model.replace('.', '_') + "_";
    Set<String> values = new TreeSet<>();
    last.ours()
        .forEach(
            (name, record) -> {
              if (name.contains(prefix) && record.get(field) instanceof String value) {
                values.add(value);
              }
            });
    return values;
  }
}
