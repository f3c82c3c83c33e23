package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.AccessRights;
import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.ExternalIds;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Table;
import java.util.List;

/** {@code ir.model.data}: external ids. */
final class ModelData implements Behavior {

  @Override
  public String order(Env env) {
    return "module, model, name";
  }

  @Override
  public List<Method> methods(Env env) {
    return List.of(
        Method.onModel("check_object_reference", ModelData::check, "module", "xml_id")
            .optional("raise_on_access_error"));
  }

  private static Object check(Invocation call) {
    String module = call.text("module");
    String name = call.text("xml_id");
    ExternalIds.Target target =
        call.env()
            .externalIds()
            .find(module, name)
            .filter(found -> call.env().model(found.model()).table().has(found.id()))
            .orElseThrow(() -> unknown(module, name));
    return List.of(target.model(), isVisible(call.env(), target) ? target.id() : false);
  }

  /** What is archived is not seen by who does not ask for it. */
  private static boolean isVisible(Env env, ExternalIds.Target target) {
    Model model = env.model(target.model());
    model.require(AccessRights.Operation.READ);
    return !model.search(List.of(List.of("id", "=", target.id()))).isEmpty();
  }

  private static OdooError unknown(String module, String name) {
    return OdooError.value("External ID not found in the system: " + module + "." + name);
  }

  @Override
  public void check(Env env, int id) {
    Model data = env.model("ir.model.data");
    requireNoSpaces(data, id);
    requireUnique(data, id);
  }

  private static void requireNoSpaces(Model data, int id) {
    if (!data.text(id, "name").contains(" ") && !data.text(id, "module").contains(" ")) {
      return;
    }
    String words =
        """
        new row for relation "ir_model_data" violates check constraint "ir_model_data_name_nospaces"
        """;
    throw OdooError.constraint(words, words);
  }

  private static void requireUnique(Model data, int id) {
    String module = data.text(id, "module");
    String name = data.text(id, "name");
    Table table = data.table();
    if (table.find(List.of("module", "name"), List.of(module, name)).size() > 1) {
      String words =
          """
          duplicate key value violates unique constraint "ir_model_data_module_name_uniq_index"
          DETAIL:  Key (module, name)=(%s, %s) already exists.
          """
              .formatted(module, name);
      throw OdooError.constraint(words, words);
    }
  }
}
