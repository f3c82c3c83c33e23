package io.odoosync;

import io.odoosync.internal.Settings;
import io.odoosync.internal.SyncRun;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.SyncReport;
import io.odoosync.source.ContactSource;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.TravelSource;
import io.odoosync.store.IdStore;
import io.odoosync.store.SyncLogStore;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a host application in step with Odoo: its contacts become partners, its travels leads and
 * opportunities, its invoices draft customer invoices.
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
 * <p>Create one engine for each Odoo database and keep it. One run at a time: runs of the same
 * engine wait for each other.
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
  public static final OdooReference DEFAULT_QUALIFIED_STAGE =
      OdooReference.externalId("crm.stage_lead2");

  private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);

  private final Settings settings;

  private SyncEngine(Settings settings) {
    this.settings = settings;
    LOG.info("sync engine: {}", settings);
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
   *     or the connection
   */
  public SyncReport runAll() {
    Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    Arrays.stream(EntityType.values()).filter(settings::hasSource).forEach(types::add);
    return execute(types);
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
    for (EntityType type : types) {
      if (!settings.hasSource(type)) {
        throw new IllegalArgumentException("there is no source for " + type);
      }
    }
    return execute(types);
  }

  private synchronized SyncReport execute(Set<EntityType> types) {
    return new SyncRun(settings, Collections.unmodifiableSet(types)).execute();
  }

  /** Collects the parts of a {@link SyncEngine}. Not safe for use by several threads. */
  public static final class Builder {

    private static final Pattern NAMESPACE = Pattern.compile("__[a-z0-9]+(_[a-z0-9]+)*__");

    private final OdooClient client;
    private @Nullable ContactSource contacts;
    private @Nullable TravelSource travels;
    private @Nullable InvoiceSource invoices;
    private @Nullable IdStore idStore;
    private @Nullable SyncLogStore syncLog;
    private @Nullable AdminNotifier notifier;
    private SyncListener listener = new SyncListener() {};
    private String namespace = DEFAULT_NAMESPACE;
    private final Map<EntityType, Integer> batchSizes = new EnumMap<>(EntityType.class);
    private TaxMapping taxes = TaxMapping.byRate();
    private InvoicingOptions invoicing = InvoicingOptions.DEFAULT;
    private OdooReference qualifiedStage = DEFAULT_QUALIFIED_STAGE;
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
     *     then two underscores: a form that no Odoo module's name has, because Odoo deletes records
     *     under a module's name when it upgrades the module
     * @return this builder
     * @throws IllegalArgumentException if it has another form
     */
    public Builder namespace(String namespace) {
      if (!NAMESPACE.matcher(namespace).matches()) {
        throw new IllegalArgumentException(
            "namespace must look like " + DEFAULT_NAMESPACE + ", but is '" + namespace + "'");
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
      this.qualifiedStage = Objects.requireNonNull(stage, "stage");
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
      return new SyncEngine(
          new Settings(
              client,
              contacts,
              travels,
              invoices,
              idStore,
              syncLog,
              notifier,
              listener,
              namespace,
              batchSizes,
              taxes,
              invoicing,
              qualifiedStage,
              clock));
    }
  }
}
