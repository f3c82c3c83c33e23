package io.odoosync.testkit.internal.orm;

import static io.odoosync.testkit.internal.orm.Method.onModel;
import static io.odoosync.testkit.internal.orm.Method.onRecords;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.AccessRights.Operation;
import io.odoosync.testkit.internal.schema.Field;
import io.odoosync.testkit.internal.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The public methods of every model. */
final class CommonMethods {
  private static final String[] PAGE = {"domain", "fields", "offset", "limit", "order"};
  private static final Map<Fact, List<Method>> BY_FACT = byFact();

  private CommonMethods() {}

  static List<Method> of(Env env) {
    List<Method> methods =
        new ArrayList<>(
            List.of(
                onModel("create", CommonMethods::create, "vals_list"),
                onRecords("write", CommonMethods::write, "vals"),
                onRecords("unlink", CommonMethods::unlink),
                onRecords("read", CommonMethods::read).optional("fields", "load"),
                onRecords("exists", CommonMethods::exists),
                onRecords("get_external_id", CommonMethods::externalIds),
                onModel("search", CommonMethods::search, "domain")
                    .optional("offset", "limit", "order"),
                onModel("fields_get", CommonMethods::fieldsGet).optional("allfields", "attributes"),
                onModel("default_get", CommonMethods::defaultGet, "fields"),
                onModel("name_search", CommonMethods::nameSearch)
                    .optional("name", nameDomain(env), "operator", "limit"),
                onModel("name_create", CommonMethods::nameCreate, "name"),
                onModel("load", CommonMethods::load, "fields", "data"),
                onRecords("export_data", CommonMethods::exportData, "fields_to_export"),
                searchCount(env),
                searchRead(env)));
    methods.addAll(ArchiveMethods.of(env));
    BY_FACT.forEach(
        (fact, some) -> {
          if (env.has(fact)) {
            methods.addAll(some);
          }
        });
    return methods;
  }

  private static String nameDomain(Env env) {
    return env.has(Fact.NAME_SEARCH_DOMAIN) ? "domain" : "args";
  }

  private static String countDomain(Env env) {
    return env.has(Fact.SEARCH_COUNT_LIMIT) ? "domain" : "args";
  }

  private static Method searchCount(Env env) {
    Method count = onModel("search_count", CommonMethods::count, countDomain(env));
    return env.has(Fact.SEARCH_COUNT_LIMIT) ? count.optional("limit") : count;
  }

  private static Method searchRead(Env env) {
    Method read = onModel("search_read", CommonMethods::searchRead).optional(PAGE);
    return env.has(Fact.SEARCH_READ_HANDS_ON) ? read.lenient() : read;
  }

  private static Map<Fact, List<Method>> byFact() {
    return Map.of(
        Fact.NAME_GET, List.of(onRecords("name_get", CommonMethods::names)),
        Fact.CHECK_ACCESS_RIGHTS,
            List.of(
                onModel("check_access_rights", CommonMethods::checkAccessRights, "operation")
                    .optional("raise_exception")),
        Fact.HAS_ACCESS,
            List.of(
                onRecords("has_access", CommonMethods::hasAccess, "operation"),
                onRecords("check_access", CommonMethods::checkAccess, "operation")),
        Fact.WEB_SAVE,
            List.of(
                onRecords("web_read", WebMethods::read, "specification"),
                onRecords("web_save", WebMethods::save, "vals", "specification")
                    .optional("next_id"),
                onModel("web_search_read", WebMethods::searchRead, "domain", "specification")
                    .optional("offset", "limit", "order", "count_limit")),
        Fact.WEB_SAVE_MULTI,
            List.of(
                onRecords("web_save_multi", WebMethods::saveMulti, "vals_list", "specification")));
  }

  private static Object names(Invocation call) {
    Model model = call.model();
    model.require(call.ids());
    return call.ids().stream().map(id -> List.of(id, model.displayName(id))).toList();
  }

  private static Object create(Invocation call) {
    Object given = call.get("vals_list");
    if (given instanceof Map<?, ?>) {
      return new CreatedIds(List.of(call.model().create(Python.map(given))), true);
    }
    if (given instanceof String) {
      throw OdooError.python("AttributeError", "'str' object has no attribute 'get'");
    }
    List<Map<String, Object>> values = Python.list(given).stream().map(Python::map).toList();
    return new CreatedIds(call.model().create(values), false);
  }

  private static Object write(Invocation call) {
    call.model().write(call.ids(), call.map("vals"));
    return true;
  }

  private static Object unlink(Invocation call) {
    call.model().unlink(call.ids());
    return true;
  }

  private static Object read(Invocation call) {
    boolean names = !call.has("load") || "_classic_read".equals(call.get("load"));
    return call.model().read(call.ids(), call.texts("fields"), names);
  }

  private static Object exists(Invocation call) {
    return call.ids().stream().filter(call.model().table()::has).toList();
  }

  private static Object externalIds(Invocation call) {
    Map<String, Object> answer = new LinkedHashMap<>();
    ExternalIds externalIds = call.env().externalIds();
    call.ids().forEach(id -> answer.put("" + id, externalIds.of(call.model().name(), id)));
    return answer;
  }

  private static List<Integer> found(Invocation call) {
    return call.model()
        .search(
            call.list("domain"),
            call.text("order"),
            call.number("offset", 0),
            call.number("limit", 0));
  }

  private static Object search(Invocation call) {
    return found(call);
  }

  private static Object searchRead(Invocation call) {
    for (String argument : call.arguments().keySet()) {
      if (!List.of(PAGE).contains(argument) && !argument.equals("load")) {
        String reader = call.env().has(Fact.SEARCH_READ_FORMATS) ? "_read_format" : "read";
        throw OdooError.type(
            "BaseModel.%s() got an unexpected keyword argument '%s'".formatted(reader, argument));
      }
    }
    boolean names = !call.has("load") || "_classic_read".equals(call.get("load"));
    return call.model().read(found(call), call.texts("fields"), names);
  }

  private static Object count(Invocation call) {
    return call.model()
        .search(call.list(countDomain(call.env())), "id", 0, call.number("limit", 0))
        .size();
  }

  private static Object fieldsGet(Invocation call) {
    List<String> wanted = call.texts("allfields");
    Map<String, Object> answer = new LinkedHashMap<>();
    for (Field field : call.model().schema().all()) {
      if (wanted.isEmpty() || wanted.contains(field.name())) {
        answer.put(field.name(), attributes(field, call.texts("attributes")));
      }
    }
    return answer;
  }

  private static Object attributes(Field field, List<String> wanted) {
    Map<String, Object> attributes = new LinkedHashMap<>(field.attributes());
    if (!wanted.isEmpty()) {
      attributes.keySet().retainAll(wanted);
    }
    return attributes;
  }

  private static Object defaultGet(Invocation call) {
    Map<String, Object> defaults = new LinkedHashMap<>(call.model().schema().defaults());
    defaults.keySet().retainAll(call.texts("fields"));
    if (call.env().has(Fact.BYTES_CLOSE_CONNECTION)) {
      defaults.replaceAll((name, value) -> isBinary(call.model(), name) ? new byte[0] : value);
    }
    return defaults;
  }

  private static boolean isBinary(Model model, String field) {
    return model.schema().field(field).stream().anyMatch(f -> f.type() == FieldType.BINARY);
  }

  private static Object nameSearch(Invocation call) {
    Model model = call.model();
    String operator = call.has("operator") ? call.text("operator") : "ilike";
    List<Object> domain = call.list(nameDomain(call.env()));
    return model.named(call.text("name"), operator, domain, call.number("limit", 100)).stream()
        .map(id -> List.of(id, model.displayName(id)))
        .toList();
  }

  private static Object nameCreate(Invocation call) {
    Model model = call.model();
    int id = model.create(Map.of("name", call.get("name")));
    return List.of(id, model.displayName(id));
  }

  /** 20 tells what goes wrong outside of the rows only in its log. */
  private static Object load(Invocation call) {
    try {
      return new Load(call.model()).run(call);
    } catch (OdooError e) {
      throw call.env().has(Fact.LOAD_HIDES_ERRORS)
          ? OdooError.python("AssertionError", "Pending savepoints not released, cannot rollback!")
          : e;
    }
  }

  private static Object exportData(Invocation call) {
    if (!call.env().user().hasGroup("base.group_system")) {
      throw OdooError.user(
          "You don't have the rights to export data. Please contact an Administrator.");
    }
    Export export = new Export(call.model());
    return Map.of("datas", export.rows(call.ids(), call.texts("fields_to_export")));
  }

  private static Object checkAccessRights(Invocation call) {
    Operation operation = Operation.named(call.text("operation"));
    if (call.flag("raise_exception", true)) {
      call.model().require(operation);
    }
    return call.model().allows(operation);
  }

  private static Object hasAccess(Invocation call) {
    return call.model().allows(Operation.named(call.text("operation")));
  }

  private static Object checkAccess(Invocation call) {
    call.model().require(Operation.named(call.text("operation")));
    return io.odoosync.testkit.internal.schema.Json.None.NONE;
  }
}
