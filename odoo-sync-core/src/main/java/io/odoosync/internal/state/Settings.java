package io.odoosync.internal.state;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.Environment;
import io.odoosync.GoneRecordPolicy;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.internal.text.Durations;
import io.odoosync.internal.text.Redaction;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.NotifierOptions;
import io.odoosync.report.SyncListener;
import io.odoosync.store.IdStore;
import io.odoosync.store.RunLock;
import io.odoosync.store.StateStore;
import io.odoosync.store.SyncLogStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The engine's configuration but for the kinds of records, checked by its builder.
 *
 * @param client the Odoo
 * @param namespace the name of the host application in Odoo
 * @param storage where is kept what runs remember
 * @param audience who is told what happens
 * @param rules what is decided by the host
 * @param privacy what must not be shown or kept
 * @param batchSizes records in a batch, by kind
 * @param clock the time in links, logs and reports
 * @param flow how many calls Odoo has to bear
 */
public record Settings(
    OdooClient client,
    String namespace,
    Storage storage,
    Audience audience,
    Rules rules,
    Privacy privacy,
    Map<EntityType, Integer> batchSizes,
    Clock clock,
    Flow flow) {

  /** With one call at a time, and any number of them. */
  public Settings(
      OdooClient client,
      String namespace,
      Storage storage,
      Audience audience,
      Rules rules,
      Privacy privacy,
      Map<EntityType, Integer> batchSizes,
      Clock clock) {
    this(client, namespace, storage, audience, rules, privacy, batchSizes, clock, Flow.DEFAULT);
  }

  /**
   * How many calls Odoo has to bear.
   *
   * @param callsAtOnce at most
   * @param allowance how many in a minute and a day; {@code null} for any number
   */
  public record Flow(int callsAtOnce, @Nullable CallAllowance allowance) {

    /** One at a time, any number of them. */
    public static final Flow DEFAULT = new Flow(1, null);

    @Override
    public String toString() {
      return callsAtOnce + " at once" + (allowance == null ? "" : ", " + allowance.budget());
    }
  }

  /**
   * Where is kept what runs remember.
   *
   * @param links which local record is which in Odoo
   * @param state what else is remembered from run to run
   * @param lock keeps the runs of several nodes apart
   * @param log {@code sync_logs}; {@code null} if the host keeps none
   * @param logsKept how long its entries are kept; {@code null} for ever
   * @param temporaryFiles where is put aside what sources give
   */
  public record Storage(
      IdStore links,
      StateStore state,
      RunLock lock,
      @Nullable SyncLogStore log,
      @Nullable Duration logsKept,
      Path temporaryFiles) {

    /** The same for what only plans: what it writes is seen by itself alone, and then forgotten. */
    public Storage uncommitted() {
      return new Storage(
          new UncommittedIdStore(links),
          new UncommittedStateStore(state),
          RunLock.none(),
          null,
          null,
          temporaryFiles);
    }

    @Override
    public String toString() {
      String kept = logsKept == null ? "" : " for " + Durations.words(logsKept);
      return "["
          + name(links)
          + ", "
          + name(state)
          + ", "
          + name(lock)
          + ", "
          + name(log)
          + kept
          + "]";
    }
  }

  /**
   * Who is told what happens.
   *
   * @param notifier hears of failures; {@code null} for nobody
   * @param options when it is called
   * @param listener follows the progress
   */
  public record Audience(
      @Nullable AdminNotifier notifier, NotifierOptions options, SyncListener listener) {}

  /**
   * What is decided by the host.
   *
   * @param conflicts who wins where both sides changed the same field
   * @param missingRecords what happens to records that were deleted in Odoo; {@code null} for what
   *     is right for each kind
   * @param creating whether records are created that Odoo does not have; if not, records are only
   *     linked, and no value is written to either side
   * @param brakes what stops a run before its first write
   * @param goneRecords what happens in Odoo to records that the host does not have any more
   * @param planMaxAge how old a plan may be that is carried out
   * @param renewKey how long before its end the API key is renewed; {@code null} for never
   * @param tracking whether creates and updates leave lines in a record's history in Odoo
   */
  public record Rules(
      ConflictPolicy conflicts,
      @Nullable MissingRecordPolicy missingRecords,
      boolean creating,
      Brakes brakes,
      GoneRecordPolicy goneRecords,
      Duration planMaxAge,
      @Nullable Duration renewKey,
      boolean tracking) {

    /** With a key that is never renewed, and no lines in the histories. */
    public Rules(
        ConflictPolicy conflicts,
        @Nullable MissingRecordPolicy missingRecords,
        boolean creating,
        Brakes brakes,
        GoneRecordPolicy goneRecords,
        Duration planMaxAge) {
      this(conflicts, missingRecords, creating, brakes, goneRecords, planMaxAge, null, false);
    }

    /** Whether records are only linked. */
    public boolean linksOnly() {
      return !creating;
    }
  }

  /**
   * What must not be shown or kept.
   *
   * @param secrets besides the connection's key
   * @param clearingGone whether the values are dropped of records that the host does not have any
   *     more
   */
  public record Privacy(List<String> secrets, boolean clearingGone) {

    /** Copies the list. */
    public Privacy {
      secrets = List.copyOf(secrets);
    }
  }

  /** Copies the batch sizes. */
  public Settings {
    batchSizes = new EnumMap<>(batchSizes);
  }

  /** Where durations, chance, waiting and names of runs come from. */
  public Environment environment() {
    return client.connection().environment();
  }

  /** Knows the secrets of this engine. */
  public Redaction redaction() {
    return Redaction.of(privacy.secrets()).after(client.connection()::redact);
  }

  /** The door through which everything leaves that a run says. */
  public Outgoing outgoing() {
    return new Outgoing(redaction());
  }

  /** How many records of a kind are sent in one call at most. */
  public int batchSize(EntityType type) {
    return Objects.requireNonNull(batchSizes.get(type));
  }

  /** How many records of a kind are dealt with at a time: enough for all calls at once. */
  public int recordsAtOnce(EntityType type) {
    return batchSize(type) * flow.callsAtOnce();
  }

  /** The same for what only plans. */
  public Settings planning() {
    return new Settings(
        client,
        namespace,
        storage.uncommitted(),
        new Audience(null, audience.options(), new SyncListener() {}),
        rules,
        privacy,
        batchSizes,
        clock,
        flow);
  }

  /** The configuration for a log; the client's part redacts its key. */
  @Override
  public String toString() {
    return "connection="
        + client.connection()
        + ", namespace="
        + namespace
        + ", batchSizes="
        + batchSizes
        + ", calls="
        + flow
        + ", conflictPolicy="
        + rules.conflicts().name()
        + ", missingRecords="
        + (rules.missingRecords() == null ? "by kind" : rules.missingRecords())
        + ", creating="
        + rules.creating()
        + ", goneRecords="
        + rules.goneRecords()
        + (privacy.clearingGone() ? ", their values cleared" : "")
        + ", brakes="
        + rules.brakes()
        + (rules.renewKey() == null
            ? ""
            : ", API key renewed " + Durations.words(rules.renewKey()) + " before its end")
        + (rules.tracking() ? ", tracking" : "")
        + ", stores="
        + storage
        + ", notifier="
        + name(audience.notifier());
  }

  /** Parts of the host's may print what must not be in a log. */
  private static String name(@Nullable Object part) {
    return part == null ? "none" : part.getClass().getSimpleName();
  }
}
