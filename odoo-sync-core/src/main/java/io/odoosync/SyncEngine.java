package io.odoosync;

import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.internal.contact.ContactKind;
import io.odoosync.internal.invoice.InvoiceKind;
import io.odoosync.internal.lead.LeadKind;
import io.odoosync.internal.run.Runs;
import io.odoosync.internal.stage.Kinds;
import io.odoosync.internal.stage.RecordKind;
import io.odoosync.internal.state.Settings;
import io.odoosync.odoo.OdooClient;
import io.odoosync.plan.SyncPlan;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.SyncListener;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.RunLock;
import io.odoosync.store.StateStore;
import io.odoosync.store.SyncLogStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a host application in step with Odoo: its contacts become partners, its travels leads and
 * opportunities, its invoices customer invoices and credit notes.
 *
 * <pre>{@code
 * OdooClient odoo = OdooClient.connect(OdooConnection.builder()
 *     .url("https://erp.example.com").database("prod").login("sync@example.com").apiKey(key).build());
 *
 * SyncEngine engine = SyncEngine.builder(odoo)
 *     .contacts(contactSource).travels(travelSource).invoices(invoiceSource)
 *     .idStore(idStore).syncLog(syncLogStore)
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
 */
public final class SyncEngine {

  /** The namespace of the external ids unless told otherwise: {@value}. */
  public static final String DEFAULT_NAMESPACE = "__odoo_sync__";

  /** Contacts and travels sent in one call: {@value}. */
  public static final int DEFAULT_BATCH_SIZE = 200;

  /** Invoices sent in one call: {@value}. Each takes Odoo about 50 milliseconds. */
  public static final int DEFAULT_INVOICE_BATCH_SIZE = 50;

  /** The largest batch: {@value} records. */
  public static final int MAX_BATCH_SIZE = 1_000;

  /** The stage that Odoo's CRM brings as Qualified: {@code crm.stage_lead2}. */
  public static final OdooReference DEFAULT_QUALIFIED_STAGE = CrmOptions.DEFAULT_QUALIFIED_STAGE;

  private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);

  private final Settings settings;
  private final Kinds kinds;
  private final Runs runs;

  private SyncEngine(Settings settings, Kinds kinds) {
    this.settings = settings;
    this.kinds = kinds;
    this.runs = new Runs(settings, kinds);
    LOG.info("sync engine: {}, kinds={}", settings, kinds);
  }

  /**
   * Starts an engine's configuration.
   *
   * @param odoo the database to sync with
   * @return a builder; at least one source and an id store must be set
   */
  public static Builder builder(OdooClient odoo) {
    return new Builder(odoo);
  }

  /**
   * Runs all stages for which there is a source: contacts, travels, invoices.
   *
   * @return what was done. Failures are in the report and never thrown, be it one record, a source,
   *     or the connection. If another run is under way, in this process or on another node, nothing
   *     is done, and the report says so
   */
  public SyncReport runAll() {
    return runAll(settings.rules().brakes());
  }

  /**
   * Runs all stages with other brakes than usual: {@code runAll(Brakes.released())} is the
   * deliberate go-ahead after a run that was stopped by one.
   *
   * @param brakes what stops this run before its first write
   * @return see {@link #runAll()}
   */
  public SyncReport runAll(Brakes brakes) {
    return runs.run(kinds.types(), brakes);
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
    Set<EntityType> types = EnumSet.of(first, more);
    types.forEach(this::requireSource);
    return runs.run(types, settings.rules().brakes());
  }

  /**
   * Finds out what {@link #runAll()} would do, record by record and field by field. Writes nothing:
   * not to Odoo, not to the host, not to a store, not even to {@code sync_logs}. All that is to be
   * done is held in memory. May be called while a run is under way, which it then may overtake.
   *
   * @return the plan; what keeps it from being complete is in {@link SyncPlan#stopped()}
   */
  public SyncPlan plan() {
    return runs.plan(kinds.types());
  }

  /**
   * Carries out a plan: each record about which still exactly the same is to be done. The others,
   * which have moved on either side since, are left out and named in the report. A plan is its own
   * go-ahead: there are no brakes. To apply it again does nothing that is done already.
   *
   * @param plan what {@link #plan()} gave, possibly saved in between
   * @return see {@link #runAll()}
   * @throws IllegalArgumentException if the plan is another namespace's, or if there is no source
   *     for one of its stages
   */
  public SyncReport apply(SyncPlan plan) {
    if (!plan.namespace().equals(settings.namespace())) {
      throw new IllegalArgumentException(
          "plan is of namespace " + plan.namespace() + ", not of " + settings.namespace());
    }
    plan.types().forEach(this::requireSource);
    return runs.apply(plan);
  }

  private void requireSource(EntityType type) {
    if (kinds.of(type).isEmpty()) {
      throw new IllegalArgumentException("there is no source for " + type);
    }
  }

  /**
   * Asks the run that is under way in this engine to end. The batch in flight ends, what was done
   * is remembered, and the report says that the run was cancelled. Without a run nothing happens.
   * May be called from any thread; does not wait. Interrupting the thread of the run does the same,
   * but does not wait for the answer to the call in flight: the next run asks what became of it.
   */
  public void cancel() {
    runs.cancel();
  }

  /**
   * Reads back from Odoo which local records it has, after the {@link IdStore} was lost or restored
   * from an old backup. Links that the store has are left as they are. What both sides hold at the
   * next run counts as agreed. A run over an empty store does this by itself. Partners that were
   * adopted by {@link Matching} can't be found like this.
   *
   * @return how many links were restored, by kind of entity
   * @throws io.odoosync.odoo.OdooException if Odoo can't be asked
   * @throws IllegalStateException if a run is under way, or if the store fails
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

  /** Collects the parts of a {@link SyncEngine}. Not safe for use by several threads. */
  public static final class Builder {

    private static final Pattern NAMESPACE = Pattern.compile("__[a-z0-9]+(_[a-z0-9]+)*__");
    private static final int MAX_NAMESPACE_LENGTH = 60;

    private final OdooClient client;
    private @Nullable ContactSource contacts;
    private @Nullable TravelSource travels;
    private @Nullable InvoiceSource invoices;
    private @Nullable IdStore idStore;
    private StateStore state = new InMemoryStateStore();
    private RunLock lock = RunLock.none();
    private @Nullable SyncLogStore syncLog;
    private @Nullable AdminNotifier notifier;
    private SyncListener listener = new SyncListener() {};
    private String namespace = DEFAULT_NAMESPACE;
    private final Map<EntityType, Integer> batchSizes = new EnumMap<>(EntityType.class);
    private TaxMapping taxes = TaxMapping.byRate();
    private InvoicingOptions invoicing = InvoicingOptions.DEFAULT;
    private FieldMapping<Contact> contactMapping = FieldMapping.unchanged();
    private FieldMapping<Travel> travelMapping = FieldMapping.unchanged();
    private FieldMapping<Invoice> invoiceMapping = FieldMapping.unchanged();
    private ConflictPolicy conflictPolicy = ConflictPolicy.localWins();
    private MissingRecordPolicy missingRecords = MissingRecordPolicy.RECREATE;
    private Matching matching = Matching.off();
    private Brakes brakes = Brakes.DEFAULT;
    private CrmOptions crm = CrmOptions.DEFAULT;
    private Clock clock = Clock.systemUTC();

    private Builder(OdooClient client) {
      this.client = Objects.requireNonNull(client, "odoo");
      batchSizes.put(EntityType.CONTACT, DEFAULT_BATCH_SIZE);
      batchSizes.put(EntityType.TRAVEL, DEFAULT_BATCH_SIZE);
      batchSizes.put(EntityType.INVOICE, DEFAULT_INVOICE_BATCH_SIZE);
    }

    /**
     * Sets where contacts come from. Without it there is no contact stage, and travels and invoices
     * whose customers are not in Odoo yet are blocked.
     *
     * @param contacts the host's source
     * @return this builder
     */
    public Builder contacts(ContactSource contacts) {
      this.contacts = Objects.requireNonNull(contacts, "contacts");
      return this;
    }

    /**
     * Sets where travels come from. Without it there is no CRM stage.
     *
     * @param travels the host's source
     * @return this builder
     */
    public Builder travels(TravelSource travels) {
      this.travels = Objects.requireNonNull(travels, "travels");
      return this;
    }

    /**
     * Sets where invoices come from. Without it there is no invoice stage.
     *
     * @param invoices the host's source
     * @return this builder
     */
    public Builder invoices(InvoiceSource invoices) {
      this.invoices = Objects.requireNonNull(invoices, "invoices");
      return this;
    }

    /**
     * Sets where links are kept. Required.
     *
     * @param idStore a durable store
     * @return this builder
     */
    public Builder idStore(IdStore idStore) {
      this.idStore = Objects.requireNonNull(idStore, "idStore");
      return this;
    }

    /**
     * Sets where is kept what the sync remembers besides links: quarantined records, the mapping of
     * the last run. Default: in memory, so it is forgotten with the process.
     *
     * @param state a durable store
     * @return this builder
     */
    public Builder stateStore(StateStore state) {
      this.state = Objects.requireNonNull(state, "state");
      return this;
    }

    /**
     * Sets what keeps the runs of several nodes apart. Its name is derived from the namespace.
     * Default: {@link RunLock#none()}, for hosts with one node.
     *
     * @param lock the lock
     * @return this builder
     */
    public Builder lock(RunLock lock) {
      this.lock = Objects.requireNonNull(lock, "lock");
      return this;
    }

    /**
     * Changes how contacts become Odoo's fields. Default: the mapping as it is.
     *
     * @param mapping adds, changes or takes away fields
     * @return this builder
     */
    public Builder contactMapping(FieldMapping<Contact> mapping) {
      this.contactMapping = Objects.requireNonNull(mapping, "mapping");
      return this;
    }

    /**
     * Changes how travels become Odoo's fields. Default: the mapping as it is.
     *
     * @param mapping adds, changes or takes away fields
     * @return this builder
     */
    public Builder travelMapping(FieldMapping<Travel> mapping) {
      this.travelMapping = Objects.requireNonNull(mapping, "mapping");
      return this;
    }

    /**
     * Changes how invoices become Odoo's fields, those of the document itself, not of its lines.
     * Default: the mapping as it is.
     *
     * @param mapping adds, changes or takes away fields
     * @return this builder
     */
    public Builder invoiceMapping(FieldMapping<Invoice> mapping) {
      this.invoiceMapping = Objects.requireNonNull(mapping, "mapping");
      return this;
    }

    /**
     * Sets who wins where both sides changed the same field. Default: {@link
     * ConflictPolicy#localWins()}.
     *
     * @param conflictPolicy the policy
     * @return this builder
     */
    public Builder conflictPolicy(ConflictPolicy conflictPolicy) {
      this.conflictPolicy = Objects.requireNonNull(conflictPolicy, "conflictPolicy");
      return this;
    }

    /**
     * Sets what happens to records that were deleted in Odoo. Default: {@link
     * MissingRecordPolicy#RECREATE}. Partners that were merged are no such records: their links
     * follow to the partner that is left.
     *
     * @param missingRecords what to do
     * @return this builder
     */
    public Builder missingRecords(MissingRecordPolicy missingRecords) {
      this.missingRecords = Objects.requireNonNull(missingRecords, "missingRecords");
      return this;
    }

    /**
     * Sets how contacts are looked for in Odoo before they are created. Default: not at all.
     *
     * @param matching by what
     * @return this builder
     */
    public Builder matching(Matching matching) {
      this.matching = Objects.requireNonNull(matching, "matching");
      return this;
    }

    /**
     * Sets what stops a run before its first write. Default: {@link Brakes#DEFAULT}.
     *
     * @param brakes the brakes
     * @return this builder
     */
    public Builder brakes(Brakes brakes) {
      this.brakes = Objects.requireNonNull(brakes, "brakes");
      return this;
    }

    /**
     * Sets where {@code sync_logs} are kept. Without it, events go to SLF4J only.
     *
     * @param syncLog the store
     * @return this builder
     */
    public Builder syncLog(SyncLogStore syncLog) {
      this.syncLog = Objects.requireNonNull(syncLog, "syncLog");
      return this;
    }

    /**
     * Sets who is told of failures. Default: nobody.
     *
     * @param notifier is called after a run that had failures
     * @return this builder
     */
    public Builder notifier(AdminNotifier notifier) {
      this.notifier = Objects.requireNonNull(notifier, "notifier");
      return this;
    }

    /**
     * Sets who follows the progress. Default: nobody.
     *
     * @param listener is told of each record
     * @return this builder
     */
    public Builder listener(SyncListener listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /**
     * Sets the namespace of the external ids. One a host application: two that share a namespace
     * would take each other's records for their own. It must not change once records were synced.
     * Default: {@value SyncEngine#DEFAULT_NAMESPACE}.
     *
     * @param namespace two underscores, then lower-case letters, digits and single underscores,
     *     then two underscores, 60 characters at most: a form that no Odoo module's name has,
     *     because Odoo deletes records under a module's name when it upgrades the module
     * @return this builder
     * @throws IllegalArgumentException if it has another form
     */
    public Builder namespace(String namespace) {
      if (!NAMESPACE.matcher(namespace).matches() || namespace.length() > MAX_NAMESPACE_LENGTH) {
        throw new IllegalArgumentException(
            "namespace must look like "
                + DEFAULT_NAMESPACE
                + " and have at most "
                + MAX_NAMESPACE_LENGTH
                + " characters, but is '"
                + namespace
                + "'");
      }
      this.namespace = namespace;
      return this;
    }

    /**
     * Sets how many records are read from a source, and sent to Odoo, at a time. Default: {@value
     * SyncEngine#DEFAULT_BATCH_SIZE}, invoices {@value SyncEngine#DEFAULT_INVOICE_BATCH_SIZE}.
     *
     * @param type the kind of entity
     * @param size 1 to {@value SyncEngine#MAX_BATCH_SIZE}
     * @return this builder
     * @throws IllegalArgumentException if the size is out of range
     */
    public Builder batchSize(EntityType type, int size) {
      if (size < 1 || size > MAX_BATCH_SIZE) {
        throw new IllegalArgumentException(
            "size of a batch must be 1 to " + MAX_BATCH_SIZE + ", but is " + size);
      }
      batchSizes.put(Objects.requireNonNull(type, "type"), size);
      return this;
    }

    /**
     * Sets which Odoo taxes the host's tax codes stand for. Default: {@link TaxMapping#byRate()}.
     *
     * @param taxes the mapping
     * @return this builder
     */
    public Builder taxes(TaxMapping taxes) {
      this.taxes = Objects.requireNonNull(taxes, "taxes");
      return this;
    }

    /**
     * Sets how invoices are brought to Odoo: posted or left as drafts, which journal, payment term
     * and company they have unless they name their own. Default: {@link InvoicingOptions#DEFAULT}.
     *
     * @param invoicing the options; if they name a journal, a payment term or a company that Odoo
     *     does not have, runs with invoices stop before the first write
     * @return this builder
     */
    public Builder invoicing(InvoicingOptions invoicing) {
      this.invoicing = Objects.requireNonNull(invoicing, "invoicing");
      return this;
    }

    /**
     * Sets the stage of a travel whose quote is validated. Default: {@code crm.stage_lead2}.
     *
     * @param stage a stage of the sales pipeline; if Odoo has none like it, runs with travels stop
     *     before the first write
     * @return this builder
     */
    public Builder qualifiedStage(OdooReference stage) {
      this.crm = crm.withQualifiedStage(stage);
      return this;
    }

    /**
     * Sets how travels appear in the sales pipeline, the stage of validated quotes included.
     * Default: {@link CrmOptions#DEFAULT}.
     *
     * @param crm the options
     * @return this builder
     */
    public Builder crm(CrmOptions crm) {
      this.crm = Objects.requireNonNull(crm, "crm");
      return this;
    }

    /**
     * Sets the clock for times in links, logs and reports. Default: the system's.
     *
     * @param clock the clock
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Makes the engine; nothing is sent yet.
     *
     * @return the engine
     * @throws IllegalArgumentException if there is no source or no id store
     */
    public SyncEngine build() {
      if (contacts == null && travels == null && invoices == null) {
        throw new IllegalArgumentException("contacts, travels or invoices must be set");
      }
      if (idStore == null) {
        throw new IllegalArgumentException("idStore must be set");
      }
      Settings settings =
          new Settings(
              client,
              namespace,
              new Settings.Storage(idStore, state, lock, syncLog),
              new Settings.Audience(notifier, listener),
              new Settings.Rules(
                  conflictPolicy, missingRecords, matching.createsUnmatched(), brakes),
              batchSizes,
              clock);
      return new SyncEngine(settings, new Kinds(kinds()));
    }

    private List<RecordKind<?>> kinds() {
      List<RecordKind<?>> kinds = new ArrayList<>();
      for (EntityType type : EntityType.values()) {
        RecordKind<?> kind = kind(type);
        if (kind != null) {
          kinds.add(kind);
        }
      }
      return kinds;
    }

    private @Nullable RecordKind<?> kind(EntityType type) {
      return switch (type) {
        case CONTACT ->
            contacts == null ? null : new ContactKind(contacts, contactMapping, matching);
        case TRAVEL -> travels == null ? null : new LeadKind(travels, travelMapping, crm);
        case INVOICE ->
            invoices == null ? null : new InvoiceKind(invoices, invoiceMapping, invoicing, taxes);
      };
    }
  }
}
