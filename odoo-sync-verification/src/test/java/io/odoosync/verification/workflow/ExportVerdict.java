package io.odoosync.verification.workflow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Odoo's own export of electronic invoices says of moves. It can't be called from outside, so
 * a server action of the administrator's calls it, as one that a company writes for itself would.
 * Drafts are posted first: only what is posted is exported.
 */
final class ExportVerdict implements AutoCloseable {

  private static final String ACTION = "ir.actions.server";
  private static final String MOVE = "account.move";

  /** The formats of a French company: Factur-X, and what goes through Peppol. */
  static final List<String> FORMATS = List.of("account.edi.xml.cii", "account.edi.xml.ubl_bis3");

  private static final String CODE =
      """
      out = []
      for move in records:
          found = {'id': move.id}
          try:
              for name in %s:
                  xml, errors = env[name]._export_invoice(move)
                  found[name] = sorted(errors)
                  found[name + ' xml'] = xml.decode()
          except Exception as e:
              found['broken'] = str(e)
          out.append(found)
      action = {'type': 'ir.actions.client', 'params': {'out': out}}
      """;

  private final OdooClient admin;
  private final long action;

  /**
   * Sets it up.
   *
   * @param admin works in the company of the moves
   */
  ExportVerdict(OdooClient admin) {
    this.admin = admin;
    FORMATS.forEach(this::assumeFormat);
    long model =
        admin.search("ir.model", Domain.field("model").isEqualTo(MOVE), Page.first(1)).get(0);
    String names = "['" + String.join("', '", FORMATS) + "']";
    Map<String, Object> values =
        Map.of("name", "export", "model_id", model, "state", "code", "code", CODE.formatted(names));
    this.action = admin.create(ACTION, List.of(values)).get(0);
  }

  private void assumeFormat(String model) {
    boolean known;
    try {
      known = !admin.fieldsGet(model, List.of("display_name")).isEmpty();
    } catch (OdooException e) {
      known = false;
    }
    assumeTrue(known, "this Odoo has no " + model + ": account_edi_ubl_cii is not installed");
  }

  /**
   * The verdict on one move.
   *
   * @param errors by format; under {@code refused} why Odoo does not even post it, under {@code
   *     broken} why it can't export it
   * @param facturX the Factur-X, if there is one
   */
  record Exported(Map<String, List<String>> errors, String facturX) {
    boolean isFine() {
      return errors.values().stream().allMatch(List::isEmpty);
    }

    boolean isFine(String format) {
      return errors.getOrDefault(format, List.of("none")).isEmpty();
    }
  }

  Map<Long, Exported> of(Collection<Long> moves) {
    Map<Long, String> refused = post(moves);
    Map<Long, Exported> verdicts = new HashMap<>();
    List<Long> ids = List.copyOf(moves);
    for (int from = 0; from < ids.size(); from += 40) {
      for (OdooValue found : some(ids.subList(from, Math.min(ids.size(), from + 40)))) {
        long id = found.get("id").asWhole();
        verdicts.put(id, exported(found, refused.get(id)));
      }
    }
    return verdicts;
  }

  /** Posts drafts as an accountant would whom nobody stops; says which Odoo itself refuses. */
  private Map<Long, String> post(Collection<Long> moves) {
    Map<Long, String> refused = new HashMap<>();
    for (OdooRecord move : admin.read(MOVE, moves, List.of("state"))) {
      if (move.text("state").filter("draft"::equals).isPresent()) {
        try {
          admin.call(MethodCall.of(MOVE, "action_post").ids(List.of(move.id())));
        } catch (OdooException e) {
          refused.put(move.id(), e.getMessage());
        }
      }
    }
    return refused;
  }

  private List<OdooValue> some(List<Long> ids) {
    OdooClient on =
        admin
            .withContext("active_model", MOVE)
            .withContext("active_ids", ids)
            .withContext("active_id", ids.get(0));
    OdooValue result = on.call(MethodCall.of(ACTION, "run").ids(List.of(action)));
    return result.get("params").get("out").list().orElseThrow();
  }

  private static Exported exported(OdooValue found, @Nullable String refused) {
    Map<String, List<String>> errors = new HashMap<>();
    found.get("broken").text().ifPresent(words -> errors.put("broken", List.of(words)));
    if (refused != null) {
      errors.put("refused", List.of(refused));
    }
    for (String format : FORMATS) {
      found
          .get(format)
          .list()
          .ifPresent(
              list -> {
                List<String> words = new ArrayList<>();
                list.forEach(word -> words.add(word.text().orElse("")));
                errors.put(format, words);
              });
    }
    return new Exported(errors, found.get(FORMATS.get(0) + " xml").text().orElse(""));
  }

  @Override
  public void close() {
    admin.unlink(ACTION, List.of(action));
  }
}
