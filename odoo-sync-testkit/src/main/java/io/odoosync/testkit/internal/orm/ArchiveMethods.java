package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.schema.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The methods that put records into the archive and take them out again. They answer nothing. */
final class ArchiveMethods {
  private ArchiveMethods() {}

  static List<Method> of(Env env) {
    Method archive = Method.onRecords("action_archive", call -> set(call, false, active -> active));
    Method restore =
        Method.onRecords("action_unarchive", call -> set(call, true, active -> !active));
    Method toggle = Method.onRecords("toggle_active", ArchiveMethods::toggle);
    return env.has(Fact.TOGGLE_ACTIVE)
        ? List.of(archive, restore, toggle)
        : List.of(archive, restore);
  }

  private static Object set(Invocation call, boolean active, Predicate<Boolean> wanted) {
    Model model = call.model();
    model.require(call.ids());
    List<Integer> ids =
        call.ids().stream().filter(id -> wanted.test(model.flag(id, "active"))).toList();
    if (!ids.isEmpty()) {
      model.write(ids, Map.of("active", active));
    }
    return Json.None.NONE;
  }

  private static Object toggle(Invocation call) {
    Model model = call.model();
    model.require(call.ids());
    call.ids().forEach(id -> model.write(List.of(id), Map.of("active", !model.flag(id, "active"))));
    return Json.None.NONE;
  }
}
