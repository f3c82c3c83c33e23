package io.odoosync.internal.run;

import io.odoosync.EntityType;
import io.odoosync.Forgotten;
import io.odoosync.LocalKey;
import io.odoosync.internal.change.ChangeMemory;
import io.odoosync.internal.field.ExternalId;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.log.TroubleMemory;
import io.odoosync.internal.stage.Kinds;
import io.odoosync.internal.state.Interruptions;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.state.Memory;
import io.odoosync.internal.state.Quarantine;
import io.odoosync.internal.state.Settings;
import io.odoosync.store.Link;
import io.odoosync.store.SyncLogStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Erases what the stores have of one record. The link goes last: as long as something else is left,
 * whoever repeats it is still told where the record is in Odoo.
 */
final class Forgetting {

  private final Settings settings;
  private final Kinds kinds;
  private final EntityType type;
  private final LocalKey key;

  Forgetting(Settings settings, Kinds kinds, EntityType type, LocalKey key) {
    this.settings = settings;
    this.kinds = kinds;
    this.type = type;
    this.key = key;
  }

  Forgotten erase() {
    Links links = new Links(settings, settings.client());
    Link link = links.stored(type, List.of(key)).get(key);
    long logEntries = eraseLog();
    long memories = eraseMemories();
    links.forget(type, List.of(key));
    return new Forgotten(
        type,
        key,
        type.model(),
        odooId(link),
        ExternalId.of(settings.namespace(), type.model(), key).toString(),
        logEntries,
        link == null ? 0 : 1,
        memories);
  }

  private static @Nullable Long odooId(@Nullable Link link) {
    return link == null ? null : link.odooId();
  }

  private long eraseLog() {
    SyncLogStore log = settings.storage().log();
    if (log == null) {
      return 0;
    }
    try {
      return Interruptions.get(() -> log.delete(type, key));
    } catch (UnsupportedOperationException e) {
      throw e;
    } catch (Throwable e) {
      throw settings
          .outgoing()
          .exception("the store of the sync log failed: " + HostFault.words(e), e);
    }
  }

  private long eraseMemories() {
    List<String> names =
        new ArrayList<>(List.of(Quarantine.name(type, key), ChangeMemory.name(type, key)));
    kinds.of(type).ifPresent(kind -> names.addAll(kind.rememberedAs(key)));
    Memory memory = new Memory(settings);
    long known = memory.find(names).size();
    memory.remove(names);
    TroubleMemory.forget(memory, type, key);
    return known;
  }
}
