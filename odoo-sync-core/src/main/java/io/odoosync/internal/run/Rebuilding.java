package io.odoosync.internal.run;

import io.odoosync.EntityType;
import io.odoosync.internal.change.ChangeMemory;
import io.odoosync.internal.exchange.Identity;
import io.odoosync.internal.exchange.LinkRebuilder;
import io.odoosync.internal.exchange.OdooModel;
import io.odoosync.internal.exchange.Ownership;
import io.odoosync.internal.stage.Kinds;
import io.odoosync.internal.state.CallTally;
import io.odoosync.internal.state.LinkPages;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.state.Memory;
import io.odoosync.internal.state.RunControl;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.OdooClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads back from Odoo which local records it has, under the lock of the run. */
final class Rebuilding {

  private final Settings settings;
  private final Kinds kinds;
  private final RunControl control;
  private final SafeLog out;

  Rebuilding(Settings settings, Kinds kinds, RunControl control) {
    this.settings = settings;
    this.kinds = kinds;
    this.control = control;
    this.out = SafeLog.of(Runs.class, settings.redaction());
  }

  /** Restores the links of some kinds; answers how many of each. */
  Map<EntityType, Long> restore(Set<EntityType> types) {
    try (CallTally calls = new CallTally()) {
      return restore(types, control.watching(calls.counting(settings, control)));
    }
  }

  private Map<EntityType, Long> restore(Set<EntityType> types, OdooClient client) {
    Links links = new Links(settings, client, control::progressed);
    Identity identity = new Identity(client, links, settings.namespace());
    Ownership ownership = new Ownership(client.connection(), links, identity, settings.namespace());
    ownership.requireNamespace();
    LinkRebuilder rebuilder =
        new LinkRebuilder(client, links, identity, settings.namespace(), control);
    for (EntityType type : EntityType.values()) {
      rebuilder.dropStrange(type, ownership.isForeign());
    }
    Map<EntityType, Long> restored = restore(rebuilder, types);
    List.of(EntityType.values()).forEach(type -> reconcile(links, type));
    ownership.claim();
    new ChangeMemory(new Memory(settings), Ownership.odoo(client.connection())).forgetMarks();
    return restored;
  }

  private void reconcile(Links links, EntityType type) {
    new LinkPages(settings)
        .forEach(
            type,
            page -> {
              control.check();
              links
                  .reconcile(page)
                  .forEach((key, why) -> out.warn("rebuilding links: {} {}: {}", type, key, why));
            });
  }

  private Map<EntityType, Long> restore(LinkRebuilder rebuilder, Set<EntityType> types) {
    Map<EntityType, Long> restored = new EnumMap<>(EntityType.class);
    types.forEach(
        type ->
            kinds
                .of(type)
                .map(kind -> OdooModel.withoutFields(type, kind.ours()))
                .ifPresent(model -> restored.put(type, rebuilder.rebuild(model))));
    return restored;
  }
}
