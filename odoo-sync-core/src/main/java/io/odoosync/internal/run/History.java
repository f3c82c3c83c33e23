package io.odoosync.internal.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.HostFault;
import io.odoosync.internal.state.Interruptions;
import io.odoosync.internal.state.Outgoing;
import io.odoosync.internal.state.Settings;
import io.odoosync.report.PastRun;
import io.odoosync.report.RunStatus;
import io.odoosync.store.SyncEvent;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import io.odoosync.store.SyncLogStore;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code sync_logs} tells of what is past. */
public final class History {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable SyncLogStore log;
  private final Outgoing outgoing;

  /** Reads the log of an engine. */
  public History(Settings settings) {
    this.log = settings.storage().log();
    this.outgoing = settings.outgoing();
  }

  /** The entries about a record, newest first. */
  public List<SyncLogEntry> of(EntityType type, LocalKey key) {
    return read(store -> store.find(SyncLogQuery.all().withType(type).withKey(key)));
  }

  /** The runs that ended, newest first. */
  public List<PastRun> runs(int limit) {
    SyncLogQuery ended = SyncLogQuery.all().withEvent(SyncEvent.RUN_FINISHED).withLimit(limit);
    return read(store -> store.find(ended)).stream().map(History::run).toList();
  }

  private static PastRun run(SyncLogEntry entry) {
    JsonNode report = report(entry);
    String startedAt = report.path("startedAt").textValue();
    String status = report.path("status").textValue();
    return new PastRun(
        entry.runId(),
        startedAt == null ? null : Instant.parse(startedAt),
        entry.at(),
        status == null ? null : RunStatus.valueOf(status),
        report.path("successful").asBoolean(),
        entry.message(),
        entry.report());
  }

  private static JsonNode report(SyncLogEntry entry) {
    try {
      return JSON.readTree(entry.report() == null ? "{}" : entry.report());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report of run " + entry.runId() + " is broken", e);
    }
  }

  private <R> R read(Function<SyncLogStore, R> query) {
    SyncLogStore store = log;
    if (store == null) {
      throw new IllegalStateException("there is no sync log: set stores(…) or syncLog(…)");
    }
    try {
      return Interruptions.get(() -> query.apply(store));
    } catch (Throwable e) {
      throw outgoing.exception("the store of the sync log failed: " + HostFault.words(e), e);
    }
  }
}
