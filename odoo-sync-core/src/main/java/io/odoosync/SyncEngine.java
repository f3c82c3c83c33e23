package io.odoosync;

import io.odoosync.internal.run.History;
import io.odoosync.internal.run.Runs;
import io.odoosync.internal.stage.Kinds;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooWebhook;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.CheckReport;
import io.odoosync.report.PastRun;
import io.odoosync.report.ReportPage;
import io.odoosync.report.SyncReport;
import io.odoosync.store.IdStore;
import io.odoosync.store.RunLock;
import io.odoosync.store.SyncLogEntry;
import io.odoosync.store.SyncLogQuery;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Keeps a host application in step with Odoo: its contacts become partners, its travels leads and
 * opportunities, its invoices customer invoices and credit notes.
 *
 * <pre>{@code
 * OdooClient odoo = OdooClient.connect(OdooConnection.builder()
 *     .url("https://erp.example.com").database("prod").login("sync@example.com").apiKey(key).build());
 *
 * SyncEngine engine = SyncEngine.builder(odoo)
 *     .namespace("__school_travel__")
 *     .contacts(contactSource).travels(travelSource).invoices(invoiceSource)
 *     .stores(stores)
 *     .build();
 *
 * SyncReport report = engine.runAll();
 * }</pre>
 *
 * <p>The host implements the sources over its own repositories; one that is left out leaves out its
 * stage. Each record is created once, however often a run is repeated: Odoo knows it by an external
 * id that is derived from its {@link LocalKey}. A record that fails never holds up the others.
 *
 * <p>Create one engine for each Odoo database and keep it. One run at a time: a second one does
 * nothing and says so. Several nodes need a {@link RunLock} for that. Safe for use by several
 * threads.
 *
 * <p>Call it outside of transactions. Inside one of the host's ({@link HostTransactions}: Spring's
 * and JTA's are found), what reads the host's records or writes to its tables is refused with
 * words, before anything is read or written. What can't be found, such as a JDBC connection of the
 * host's own without auto-commit, is not refused; then what such a transaction had not committed
 * may be sent to Odoo, and the next run tells of it if it is gone.
 */
public final class SyncEngine {

  /** The longest pause of {@link #follow}: 7 days. */
  public static final Duration MAX_PAUSE = Duration.ofDays(7);

  private final Settings settings;
  private final Kinds kinds;
  private final Runs runs;
  private final History history;

  SyncEngine(Settings settings, Kinds kinds, HostTransactions transactions) {
    this.settings = settings;
    this.kinds = kinds;
    this.runs = new Runs(settings, kinds, transactions);
    this.history = new History(settings);
    SafeLog.of(SyncEngine.class, settings.redaction())
        .info("sync engine: {}, kinds={}", settings, kinds);
  }

  /**
   * Starts an engine's configuration.
   *
   * @param odoo the database to sync with
   * @return a builder; a namespace, stores and at least one source must be set
   */
  public static SyncEngineBuilder builder(OdooClient odoo) {
    return new SyncEngineBuilder(odoo);
  }

  /**
   * Runs all stages for which there is a source: contacts, travels, invoices.
   *
   * <p>It commits by itself, record by record, so it must not be called inside a transaction of the
   * host's, read-only ones and callbacks after commit included: then nothing is read, written or
   * locked, nobody is notified, and the report has the status {@link
   * io.odoosync.report.RunStatus#STOPPED} and says what to do ({@link FailureCause#HOST_FAULT}).
   * Call it outside of {@code @Transactional}, with propagation {@code NOT_SUPPORTED}, or in
   * another thread.
   *
   * @return what was done. Failures are in the report and never thrown, be it one record, a source,
   *     or the connection, whatever the host's own parts throw. Only an error of the virtual
   *     machine, such as {@link OutOfMemoryError}, is thrown, after the lock was given back. If
   *     another run is under way, in this process or on another node, nothing is done, and the
   *     report says so
   */
  public SyncReport runAll() {
    return run(settings.rules().brakes());
  }

  /**
   * Does what {@link #runAll()} does, with other brakes than usual: {@code run(Brakes.released())}
   * is the deliberate go-ahead after a run that was stopped by one.
   *
   * @param brakes what stops this run before its first write
   * @return see {@link #runAll()}
   */
  public SyncReport run(Brakes brakes) {
    return runs.run(kinds.types(), Objects.requireNonNull(brakes, "brakes"));
  }

  /**
   * Runs some stages, in the order of {@link EntityType}. Contacts that their records depend on are
   * synced on demand.
   *
   * @param first a kind of entity
   * @param more further kinds
   * @return see {@link #runAll()}
   * @throws IllegalArgumentException if there is no source for one of them
   */
  public SyncReport run(EntityType first, EntityType... more) {
    return run(EnumSet.of(first, more), settings.rules().brakes());
  }

  /**
   * Does what {@link #run(EntityType, EntityType...)} does, with other brakes than usual.
   *
   * @param types kinds of entities, at least one
   * @param brakes what stops this run before its first write
   * @return see {@link #runAll()}
   * @throws IllegalArgumentException if there is no kind, or no source for one of them
   */
  public SyncReport run(Collection<EntityType> types, Brakes brakes) {
    if (types.isEmpty()) {
      throw new IllegalArgumentException("types must name at least one kind of entity");
    }
    types.forEach(this::requireSource);
    return runs.run(EnumSet.copyOf(types), Objects.requireNonNull(brakes, "brakes"));
  }

  /**
   * Finds out whether {@link #runAll()} could work: server, key and how long it is valid, rights,
   * fields, what the options name, stores; and whether people will see in Odoo what is synced. Only
   * reads, record by record nothing, and takes no lock. May be called while a run is under way.
   *
   * @return what was found; whatever fails is a finding and never thrown
   */
  public CheckReport check() {
    return runs.check();
  }

  /**
   * Finds out what {@link #runAll()} would do, record by record and field by field. Writes nothing:
   * not to Odoo, not to the host, not to a store, not even to {@code sync_logs}. All that is to be
   * done is held in memory. May be called while a run is under way, which it then may overtake.
   *
   * @return the plan; what keeps it from being complete is in {@link SyncPlan#stopped()}, a
   *     transaction of the host's in the calling thread included
   */
  public SyncPlan plan() {
    return runs.plan(kinds.types());
  }

  /**
   * Carries out a plan: each record about which still exactly the same is to be done. The others,
   * which have moved on either side since, are left out and named in the report. A plan is its own
   * go-ahead: there are no brakes. To apply it again does nothing that is done already.
   *
   * <p>Nothing is read or written, and the report says why, if the plan is not whole ({@link
   * SyncPlan#stopped()}), is older than {@link SyncEngineBuilder#planMaxAge}, or says that it was
   * made more than five minutes from now.
   *
   * @param plan what {@link #plan()} gave, possibly saved in between
   * @return see {@link #runAll()}
   * @throws IllegalArgumentException if the plan is another namespace's or for another Odoo, or if
   *     there is no source for one of its stages
   */
  public SyncReport apply(SyncPlan plan) {
    if (!plan.namespace().equals(settings.namespace())) {
      throw new IllegalArgumentException(
          "plan is of namespace " + plan.namespace() + ", not of " + settings.namespace());
    }
    String odoo = plan.odoo();
    if (odoo != null && !odoo.equals(runs.odoo())) {
      throw new IllegalArgumentException("plan is for " + odoo + ", not for " + runs.odoo());
    }
    plan.types().forEach(this::requireSource);
    return runs.apply(plan);
  }

  /**
   * Syncs what has changed on either side since the last run, so its cost grows with the changes:
   * what the host changed, by the sources' {@code changedSince} and by the {@link
   * io.odoosync.store.Outbox}; what Odoo wrote; and records that failed, waited or were not
   * reached. Same comparison, policies, brakes, quarantine and report as {@link #runAll()}. For a
   * call each minute.
   *
   * <p>In Odoo it asks, once for each kind, which records were written since a little before the
   * last look ({@link ChangeOptions#overlap()}), by Odoo's own clock; what the sync wrote itself is
   * recognised. If nothing changed, that is all that is asked, and no value is read.
   *
   * <p>It does not see what only a full run can: records that were deleted on either side, what was
   * changed in Odoo's database behind Odoo's back, and a change that somebody made in Odoo as the
   * sync's own user within the second in which the sync wrote the record. So call {@link #runAll()}
   * now and then, or set {@link SyncEngineBuilder#changes(ChangeOptions)}. A kind that was never
   * run in full, whose full run died, or of which more than 10,000 records changed, is run in full
   * by itself.
   *
   * @return see {@link #runAll()}; a kind of which nothing changed has no stage in it
   */
  public SyncReport runChanges() {
    return runs.runChanges();
  }

  /**
   * Syncs some records with those that they depend on, now: what a host calls after a user pressed
   * save. Same comparison, policies, brakes, quarantine and report as {@link #runAll()}, but only
   * these records are read, by their source's {@code find}.
   *
   * <p>While a run is under way the records are queued in the {@link io.odoosync.store.Outbox}
   * instead, and the call returns at once with the status {@link
   * io.odoosync.report.RunStatus#ALREADY_RUNNING} and words that say so: the run that is under way
   * reads them anew and deals with them between two of its batches, or before it is over. A run on
   * another node does so if the two share a durable outbox; else the next run of this node does.
   *
   * @param type the kind of entity
   * @param keys the records, at least one; repeated keys count once
   * @return see {@link #runAll()}. Keys that the host does not have are named in {@link
   *     io.odoosync.report.StageReport#notFound()}; what Odoo has of them is left to a full run
   * @throws IllegalArgumentException if there is no key, or no source for the kind
   */
  public SyncReport sync(EntityType type, Collection<LocalKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("keys must name at least one record");
    }
    requireSource(type);
    return runs.sync(type, List.copyOf(keys));
  }

  /**
   * Does what {@link #sync(EntityType, Collection)} does.
   *
   * @param type the kind of entity
   * @param keys the records, at least one
   * @return see there
   * @throws IllegalArgumentException if there is no key, or no source for the kind
   */
  public SyncReport sync(EntityType type, LocalKey... keys) {
    return sync(type, List.of(keys));
  }

  /**
   * Syncs what waits in the {@link io.odoosync.store.Outbox} and nothing else, a few hundred
   * records at most: what a scheduler calls every second or so. If nothing waits, neither Odoo nor
   * the lock is asked.
   *
   * @return see {@link #runAll()}; empty if nothing could be taken, or if a run is under way, which
   *     sees to it itself
   */
  public Optional<SyncReport> runOutbox() {
    return runs.runWaiting();
  }

  /**
   * Hears from a webhook that records were changed in Odoo. Those that belong to local records are
   * noted in the {@link io.odoosync.store.Outbox}, and {@link #runChanges()} or a loop ({@link
   * #follow}) deals with them; it never runs anything itself, and asks the stores alone. Our own
   * writes, which Odoo tells of as well, are recognised if they are heard by the process whose run
   * wrote. Whatever else comes from outside is passed over: other models, ids that are nobody's,
   * not positive or repeated.
   *
   * <p>A webhook that is lost costs time only: the next {@link #runChanges()} sees the change.
   *
   * @param model the technical name of a model, such as {@code res.partner}
   * @param ids database ids in Odoo
   * @return how many local records that is about
   * @throws IllegalArgumentException if one of these is {@code null}
   * @throws IllegalStateException if a store fails
   */
  public int odooChanged(String model, Collection<Long> ids) {
    if (model == null || ids == null || ids.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("model, ids and each of these must not be null");
    }
    return runs.heard(model, ids, null);
  }

  /**
   * Does what {@link #odooChanged(String, Collection)} does.
   *
   * @param webhook what Odoo posted
   * @return see there
   * @throws IllegalArgumentException if it is {@code null}
   * @throws IllegalStateException if a store fails
   */
  public int odooChanged(OdooWebhook webhook) {
    if (webhook == null) {
      throw new IllegalArgumentException("webhook must not be null");
    }
    return runs.heard(webhook.model(), webhook.ids(), webhook.writeDate().orElse(null));
  }

  /**
   * Keeps both sides in step until the loop is closed, in a daemon thread of its own: what changed
   * each pause, and what is noted in the outbox within a second.
   *
   * @param pause how long to wait after a run over what changed, more than zero and at most {@link
   *     #MAX_PAUSE}; a minute is usual
   * @return the loop, which the host closes when it ends
   * @throws IllegalArgumentException if the pause is out of bounds
   */
  public Following follow(Duration pause) {
    return follow(pause, this::daemon);
  }

  /**
   * Does what {@link #follow(Duration)} does, in a thread of the host's making.
   *
   * @param pause see there
   * @param threads makes the one thread, which is then started
   * @return see there
   * @throws IllegalArgumentException if the pause is out of bounds, or if no thread is made
   */
  public Following follow(Duration pause, ThreadFactory threads) {
    Objects.requireNonNull(threads, "threads");
    if (pause.isNegative() || pause.isZero() || pause.compareTo(MAX_PAUSE) > 0) {
      throw new IllegalArgumentException(
          "pause must be more than zero and at most 7 days, but is " + pause);
    }
    return runs.follow(pause, threads);
  }

  private Thread daemon(Runnable loop) {
    Thread thread = new Thread(loop, "odoo-sync " + settings.namespace());
    thread.setDaemon(true);
    return thread;
  }

  private void requireSource(EntityType type) {
    if (kinds.of(type).isEmpty()) {
      throw new IllegalArgumentException("there is no source for " + type);
    }
  }

  /**
   * Asks the run that is under way in this engine to end. The batch in flight ends, what was done
   * is remembered, and the report says that the run was cancelled. Rebuilding of links ends after
   * the page in flight. Without a run nothing happens. May be called from any thread; does not
   * wait. Interrupting the thread of the run does the same, but does not wait for the answer to the
   * call in flight: the next run asks what became of it.
   */
  public void cancel() {
    runs.cancel();
  }

  /**
   * Reads back from Odoo which local records it has, after the {@link IdStore} was lost or restored
   * from an old backup, or after the Odoo behind it was restored or replaced by another one. Links
   * that lead to the records that they were made for are left as they are, those that lead to other
   * records are dropped; for another Odoo than the store's, also those that lead nowhere. What both
   * sides hold at the next run counts as agreed. A run over an empty store restores its links by
   * itself. Partners that were adopted by {@link Matching} can't be found like this. Repeating it
   * goes on where it ended before.
   *
   * @return how many links were restored, by kind of entity
   * @throws io.odoosync.odoo.OdooException if Odoo can't be asked
   * @throws IllegalStateException if a run is under way, if the store fails, if it holds another
   *     namespace's links, if it was cancelled or interrupted or lost its lock meanwhile, if Odoo
   *     answers with the same records again and again, or inside a transaction of the host's
   */
  public Map<EntityType, Long> rebuildLinks() {
    return runs.rebuildLinks(kinds.types());
  }

  /**
   * Lists the records that are not tried in every run, because they keep failing without changing.
   *
   * @return the records in the order of kind and key; empty if there are none
   * @throws IllegalStateException if the state store fails
   */
  public List<QuarantinedRecord> quarantined() {
    return runs.quarantined();
  }

  /**
   * Releases records from quarantine: the next run tries them. Others are passed over.
   *
   * @param type the kind of entity
   * @param keys the records
   * @throws IllegalStateException if the state store fails
   */
  public void release(EntityType type, LocalKey... keys) {
    runs.release(type, List.of(keys));
  }

  /**
   * Tells what happened to one record: created, changed on either side and in which fields, every
   * conflict with all its values, steps, failures. A run that found nothing to do for it left
   * nothing.
   *
   * @param type the kind of entity
   * @param key the record
   * @return its entries in {@code sync_logs}, newest first, {@link SyncLogQuery#DEFAULT_LIMIT} at
   *     most; empty if there are none
   * @throws IllegalStateException if there is no sync log, or if its store fails
   */
  public List<SyncLogEntry> history(EntityType type, LocalKey key) {
    return history.of(type, key);
  }

  /**
   * Lists the runs that ended, in whatever way, with their reports. One that did not start because
   * another was under way is not among them, nor is one that died; both left entries in {@code
   * sync_logs}. One that was refused inside a transaction of the host's left none.
   *
   * @param limit how many runs at most, 1 or more
   * @return the newest runs, newest first; empty if there were none
   * @throws IllegalArgumentException if {@code limit} is less than 1
   * @throws IllegalStateException if there is no sync log, or if its store fails
   */
  public List<PastRun> runs(int limit) {
    return history.runs(limit);
  }

  /**
   * A page for a browser about a run of this engine: its report, its conflicts with both values,
   * and the last runs. Where there is no sync log it has the report alone.
   *
   * @param report what a run gave
   * @return the page
   * @throws IllegalStateException if the store of the sync log fails; {@link SyncReport#toHtml()}
   *     does not need it
   */
  public ReportPage page(SyncReport report) {
    return history.page(report);
  }

  /**
   * Erases what the stores have of a person or another record: its entries in {@code sync_logs}
   * with all values in them, its link with what was agreed on, mirrored ids, a quarantine. Entries
   * about other records may still name its key, and what the application's own log has of it is the
   * host's to erase. Nothing is deleted in Odoo, and Odoo is not asked; what is left there is in
   * the result. A record that stays in its source is synced again by the next run, which finds it
   * in Odoo by its external id and brings the link back: take it out of the source first.
   *
   * @param type the kind of entity
   * @param key the record
   * @return what was erased and what is left; a second call erases nothing and does not know the
   *     Odoo record any more
   * @throws IllegalStateException if a run is under way, or if a store fails; then repeat it. Also
   *     inside a transaction of the host's; then nothing was erased
   * @throws UnsupportedOperationException if the host's own log store can't drop the entries about
   *     one record; then nothing was erased
   */
  public Forgotten forget(EntityType type, LocalKey key) {
    return runs.forget(type, key);
  }
}
