package io.odoosync;

import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.internal.contact.ContactKind;
import io.odoosync.internal.invoice.InvoiceKind;
import io.odoosync.internal.lead.LeadKind;
import io.odoosync.internal.run.KnownTransactions;
import io.odoosync.internal.stage.Kinds;
import io.odoosync.internal.stage.RecordKind;
import io.odoosync.internal.state.CallAllowance;
import io.odoosync.internal.state.Settings;
import io.odoosync.internal.text.Redaction;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.AdminNotifier;
import io.odoosync.report.NotifierOptions;
import io.odoosync.report.SyncListener;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactSource;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelSource;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.InMemorySyncLogStore;
import io.odoosync.store.RunLock;
import io.odoosync.store.StateStore;
import io.odoosync.store.Stores;
import io.odoosync.store.SyncLogStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a {@link SyncEngine}; {@link SyncEngine#builder} begins one. The {@link
 * #namespace}, the {@link #stores} (or an {@link #idStore} at least) and one source are required,
 * everything else has a default. Where two setters set the same, the later one counts. Not safe for
 * use by several threads.
 */
public final class SyncEngineBuilder {

  /** Contacts and travels sent in one call unless told otherwise: {@value}. */
  public static final int DEFAULT_BATCH_SIZE = 200;

  /**
   * Invoices sent in one call unless told otherwise: {@value}. Each takes Odoo about 50
   * milliseconds.
   */
  public static final int DEFAULT_INVOICE_BATCH_SIZE = 50;

  /** The largest batch: {@value} records. */
  public static final int MAX_BATCH_SIZE = 1_000;

  /** Calls that are made at once unless {@link #callsAtOnce} says otherwise: {@value}. */
  public static final int DEFAULT_CALLS_AT_ONCE = 1;

  /** The most calls that can be made at once: {@value}. */
  public static final int MAX_CALLS_AT_ONCE = 4;

  /** The longest namespace: {@value} characters. */
  public static final int MAX_NAMESPACE_LENGTH = 60;

  /** How old a plan may be that is carried out: 7 days. */
  public static final Duration DEFAULT_PLAN_MAX_AGE = Duration.ofDays(7);

  /** The earliest that an API key is renewed: 60 days before its end. */
  public static final Duration MAX_RENEW_API_KEY = Duration.ofDays(60);

  private static final SafeLog LOG = SafeLog.of(SyncEngineBuilder.class);

  private static final Pattern NAMESPACE = Pattern.compile("__[a-z0-9]+(_[a-z0-9]+)*__");
  private static final Pattern FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final String SUCH_AS = "such as __school_travel__";

  private final OdooClient client;
  private @Nullable ContactSource contacts;
  private @Nullable TravelSource travels;
  private @Nullable InvoiceSource invoices;
  private @Nullable IdStore idStore;
  private StateStore state = new InMemoryStateStore();
  private RunLock lock = RunLock.none();
  private @Nullable SyncLogStore syncLog;
  private @Nullable Duration logsKept;
  private @Nullable AdminNotifier notifier;
  private NotifierOptions notifierOptions = NotifierOptions.DEFAULT;
  private SyncListener listener = new SyncListener() {};
  private @Nullable String namespace;
  private final Map<EntityType, Integer> batchSizes = new EnumMap<>(EntityType.class);
  private int callsAtOnce = DEFAULT_CALLS_AT_ONCE;
  private CallBudget callBudget = CallBudget.NONE;
  private TaxMapping taxes = TaxMapping.byRate();
  private InvoicingOptions invoicing = InvoicingOptions.DEFAULT;
  private FieldMapping<Contact> contactMapping = FieldMapping.unchanged();
  private FieldMapping<Travel> travelMapping = FieldMapping.unchanged();
  private FieldMapping<Invoice> invoiceMapping = FieldMapping.unchanged();
  private ConflictPolicy conflictPolicy = ConflictPolicy.localWins();
  private @Nullable MissingRecordPolicy missingRecords;
  private Matching matching = Matching.off();
  private Brakes brakes = Brakes.DEFAULT;
  private GoneRecordPolicy goneRecords = GoneRecordPolicy.KEEP;
  private CrmOptions crm = CrmOptions.DEFAULT;
  private final List<String> secrets = new ArrayList<>();
  private boolean clearingGone;
  private Duration planMaxAge = DEFAULT_PLAN_MAX_AGE;
  private @Nullable Duration renewKey;
  private boolean tracking;
  private ContactOptions contactOptions = ContactOptions.DEFAULT;
  private Path temporaryDirectory = Path.of(System.getProperty("java.io.tmpdir"));
  private HostTransactions transactions = new KnownTransactions();
  private Clock clock;

  SyncEngineBuilder(OdooClient client) {
    this.client = Objects.requireNonNull(client, "odoo").confirmingLogin();
    this.clock = client.connection().environment().clock();
    for (EntityType type : EntityType.values()) {
      batchSizes.put(type, DEFAULT_BATCH_SIZE);
    }
    batchSizes.put(EntityType.INVOICE, DEFAULT_INVOICE_BATCH_SIZE);
  }

  /**
   * Sets the namespace of the external ids: this application's name in Odoo, under which it finds
   * its records again. Required. One a host application: two that share a namespace would take each
   * other's records for their own. It must not change once records were synced.
   *
   * @param namespace two underscores, then lower-case letters, digits and single underscores, then
   *     two underscores, {@value #MAX_NAMESPACE_LENGTH} characters at most, such as {@code
   *     __school_travel__}: a form that no Odoo module's name has, because Odoo deletes records
   *     under a module's name when it upgrades the module
   * @return this builder
   * @throws IllegalArgumentException if it has another form
   */
  public SyncEngineBuilder namespace(String namespace) {
    if (!NAMESPACE.matcher(namespace).matches() || namespace.length() > MAX_NAMESPACE_LENGTH) {
      throw new IllegalArgumentException(
          "namespace must be lower-case words between double underscores, "
              + SUCH_AS
              + ", and have at most "
              + MAX_NAMESPACE_LENGTH
              + " characters, but is '"
              + namespace
              + "'");
    }
    this.namespace = namespace;
    return this;
  }

  /**
   * Sets where contacts come from. Without it there is no contact stage, and travels and invoices
   * whose customers are not in Odoo yet are blocked.
   *
   * @param contacts the host's source
   * @return this builder
   */
  public SyncEngineBuilder contacts(ContactSource contacts) {
    this.contacts = Objects.requireNonNull(contacts, "contacts");
    return this;
  }

  /**
   * Sets where travels come from. Without it there is no CRM stage.
   *
   * @param travels the host's source
   * @return this builder
   */
  public SyncEngineBuilder travels(TravelSource travels) {
    this.travels = Objects.requireNonNull(travels, "travels");
    return this;
  }

  /**
   * Sets where invoices come from. Without it there is no invoice stage.
   *
   * @param invoices the host's source
   * @return this builder
   */
  public SyncEngineBuilder invoices(InvoiceSource invoices) {
    this.invoices = Objects.requireNonNull(invoices, "invoices");
    return this;
  }

  /**
   * Sets where is kept all that must outlive a run: the links, the state, the sync log and the
   * lock. Each may be set by itself as well: before or after, the later setter counts.
   *
   * @param stores durable stores, for example {@code JdbcStores} of the JDBC module; {@link
   *     io.odoosync.store.InMemoryStores} for trials and tests
   * @return this builder
   */
  public SyncEngineBuilder stores(Stores stores) {
    return idStore(stores.idStore())
        .stateStore(stores.stateStore())
        .syncLog(stores.syncLogStore())
        .lock(stores.runLock());
  }

  /**
   * Sets where links are kept. Required, unless there are {@link #stores}.
   *
   * @param idStore a durable store
   * @return this builder
   */
  public SyncEngineBuilder idStore(IdStore idStore) {
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
  public SyncEngineBuilder stateStore(StateStore state) {
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
  public SyncEngineBuilder lock(RunLock lock) {
    this.lock = Objects.requireNonNull(lock, "lock");
    return this;
  }

  /**
   * Changes how contacts become Odoo's fields. Default: the mapping as it is.
   *
   * @param mapping adds, changes or takes away fields
   * @return this builder
   */
  public SyncEngineBuilder contactMapping(FieldMapping<Contact> mapping) {
    this.contactMapping = Objects.requireNonNull(mapping, "mapping");
    return this;
  }

  /**
   * Changes how travels become Odoo's fields. Default: the mapping as it is.
   *
   * @param mapping adds, changes or takes away fields
   * @return this builder
   */
  public SyncEngineBuilder travelMapping(FieldMapping<Travel> mapping) {
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
  public SyncEngineBuilder invoiceMapping(FieldMapping<Invoice> mapping) {
    this.invoiceMapping = Objects.requireNonNull(mapping, "mapping");
    return this;
  }

  /**
   * Sets who wins where both sides changed the same field. Default: {@link
   * ConflictPolicy#localWins()}.
   *
   * <p>A conflict is carried out only once {@code sync_logs} has all its values, so the one that
   * loses can be put back. Without a durable {@link #syncLog} it is carried out as well, and {@link
   * #build()} warns of that if the policy can overwrite anything.
   *
   * @param conflictPolicy the policy
   * @return this builder
   */
  public SyncEngineBuilder conflictPolicy(ConflictPolicy conflictPolicy) {
    this.conflictPolicy = Objects.requireNonNull(conflictPolicy, "conflictPolicy");
    return this;
  }

  /**
   * Sets what happens to records that were deleted in Odoo, of all kinds. Default: {@link
   * MissingRecordPolicy#RECREATE} for contacts and travels, {@link MissingRecordPolicy#REPORT} for
   * invoices. Partners that were merged are no such records: their links follow to the partner that
   * is left.
   *
   * @param missingRecords what to do
   * @return this builder
   */
  public SyncEngineBuilder missingRecords(MissingRecordPolicy missingRecords) {
    this.missingRecords = Objects.requireNonNull(missingRecords, "missingRecords");
    return this;
  }

  /**
   * Sets what happens in Odoo to records that the host does not have any more: deleted, archived or
   * filtered out of their source. Default: {@link GoneRecordPolicy#KEEP}.
   *
   * @param goneRecords what to do
   * @return this builder
   */
  public SyncEngineBuilder goneRecords(GoneRecordPolicy goneRecords) {
    this.goneRecords = Objects.requireNonNull(goneRecords, "goneRecords");
    return this;
  }

  /**
   * Sets how contacts are looked for in Odoo before they are created. Default: not at all.
   *
   * @param matching by what
   * @return this builder
   */
  public SyncEngineBuilder matching(Matching matching) {
    this.matching = Objects.requireNonNull(matching, "matching");
    return this;
  }

  /**
   * Sets what stops a run before its first write. Default: {@link Brakes#DEFAULT}.
   *
   * @param brakes the brakes
   * @return this builder
   */
  public SyncEngineBuilder brakes(Brakes brakes) {
    this.brakes = Objects.requireNonNull(brakes, "brakes");
    return this;
  }

  /**
   * Sets where {@code sync_logs} are kept. Without it, events go to SLF4J only, and so do the
   * values that lose a conflict: {@link #build()} warns of that, as of a store in memory. Where the
   * store fails, no conflict is carried out that would overwrite a value; everything else goes on,
   * and {@link io.odoosync.report.SyncReport#logFailure()} says what is missing.
   *
   * @param syncLog the store
   * @return this builder
   */
  public SyncEngineBuilder syncLog(SyncLogStore syncLog) {
    this.syncLog = Objects.requireNonNull(syncLog, "syncLog");
    return this;
  }

  /**
   * Sets how long entries of {@code sync_logs} are kept: after each run, older ones are dropped.
   * Default: for ever, since nobody but the host knows what it must keep and what it must not.
   *
   * @param time longer than zero
   * @return this builder
   * @throws IllegalArgumentException if the time is zero or negative
   */
  public SyncEngineBuilder keepLogsFor(Duration time) {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("time to keep logs must be positive, but is " + time);
    }
    this.logsKept = time;
    return this;
  }

  /**
   * Names secrets that must show in no text that leaves the engine, whoever says them: the password
   * of the source's database, a token of a web service behind it. They are hidden in logs, reports,
   * plans' reasons, {@code sync_logs} and exceptions, in whatever form they are written. Default:
   * none; the connection's key and a webhook's address are hidden in any case, and so are log-ins
   * and parameters of addresses and values of {@code password=} and the like. May be called several
   * times.
   *
   * @param secrets each of four characters or more
   * @return this builder
   * @throws IllegalArgumentException if one of them is shorter; it is not part of the message
   */
  public SyncEngineBuilder secrets(String... secrets) {
    for (String secret : secrets) {
      if (secret.length() < Redaction.SHORTEST_SECRET) {
        throw new IllegalArgumentException(
            "a secret must have at least "
                + Redaction.SHORTEST_SECRET
                + " characters, else it would be hidden in half of all words");
      }
    }
    this.secrets.addAll(List.of(secrets));
    return this;
  }

  /**
   * Sets how old a plan may be when {@link SyncEngine#apply} carries it out; an older one is
   * refused. Default: 7 days.
   *
   * @param age longer than zero
   * @return this builder
   * @throws IllegalArgumentException if it is zero or negative
   */
  public SyncEngineBuilder planMaxAge(Duration age) {
    if (age.isZero() || age.isNegative()) {
      throw new IllegalArgumentException("planMaxAge must be positive, but is " + age);
    }
    this.planMaxAge = age;
    return this;
  }

  /**
   * Renews the API key before it ends: a run that begins when less time than this is left generates
   * a new key (for 90 days, or less if Odoo does not allow that), puts it into the connection's
   * {@link io.odoosync.odoo.ApiKeyStore}, and revokes the old one. If that fails, the run goes on
   * with the old key, and its report and the notifier say what to do ({@link
   * io.odoosync.report.SyncReport#apiKeyWarning()}); it is tried again an hour later at the
   * earliest. Default: never.
   *
   * <p>Odoo 20 offers it, and 19 since 2026, once an administrator has set the system parameter
   * {@code base.enable_programmatic_api_keys}. Give the integration user one key only: of several,
   * Odoo does not tell which one is in use, so the first to end counts, and the one in use is
   * replaced, even if it never ends.
   *
   * @param before positive, {@link #MAX_RENEW_API_KEY} at most; 14 days are usual
   * @return this builder
   * @throws IllegalArgumentException if it is out of range; {@link #build()} throws it if the
   *     connection has no store for keys
   */
  public SyncEngineBuilder renewApiKey(Duration before) {
    if (before.isZero() || before.isNegative() || before.compareTo(MAX_RENEW_API_KEY) > 0) {
      throw new IllegalArgumentException(
          "renewApiKey must be positive and at most "
              + MAX_RENEW_API_KEY.toDays()
              + " days, but is "
              + before);
    }
    this.renewKey = before;
    return this;
  }

  /**
   * Sets whether what is created and updated leaves lines in the record's history in Odoo:
   * "created", and which field was changed from what to what. Default: {@code false}; what a run
   * wrote is in the sync log. With {@code true} a run of many updates takes about 2.6 times as
   * long, one of many creates about 1.5 times for contacts and 3 times for leads (measured on Odoo
   * 19).
   *
   * <p>Steps (a lead that moves on, is won or lost, a document that is posted or archived) leave
   * their lines either way. Without, Odoo's rules for following a record are not applied to what is
   * written either: the new salesperson of a lead, for example, does not become its follower.
   *
   * @param tracking {@code true} to keep the lines
   * @return this builder
   */
  public SyncEngineBuilder tracking(boolean tracking) {
    this.tracking = tracking;
    return this;
  }

  /**
   * Drops what the links remember of the values of records that the host does not have any more:
   * deleted, archived or filtered out of their source. The link itself stays, with Odoo's id, so
   * that nothing is created twice if such a record comes back; then what both sides hold is
   * compared as after the id store was lost. Default: what was agreed on last is kept, until {@link
   * SyncEngine#forget}. A pass over a source in which more are gone than {@link Brakes#gone()}
   * allows clears nothing.
   *
   * @return this builder
   */
  public SyncEngineBuilder clearGoneRecords() {
    this.clearingGone = true;
    return this;
  }

  /**
   * Sets who is told of failures. Default: nobody.
   *
   * @param notifier is called after a run with news, as {@link NotifierOptions#DEFAULT} says
   * @return this builder
   */
  public SyncEngineBuilder notifier(AdminNotifier notifier) {
    return notifier(notifier, NotifierOptions.DEFAULT);
  }

  /**
   * Sets who is told of failures, and when. Default: nobody.
   *
   * @param notifier is called after a run with news
   * @param options when it is reminded of failures that last, and how long a run waits for it
   * @return this builder
   */
  public SyncEngineBuilder notifier(AdminNotifier notifier, NotifierOptions options) {
    this.notifier = Objects.requireNonNull(notifier, "notifier");
    this.notifierOptions = Objects.requireNonNull(options, "options");
    return this;
  }

  /**
   * Sets who follows the progress. Default: nobody.
   *
   * @param listener is told of each record
   * @return this builder
   */
  public SyncEngineBuilder listener(SyncListener listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Sets how many records are read from a source, and sent to Odoo, at a time; so many for each of
   * the {@link #callsAtOnce}. Default: {@value #DEFAULT_BATCH_SIZE}, invoices {@value
   * #DEFAULT_INVOICE_BATCH_SIZE}.
   *
   * @param type the kind of entity
   * @param size 1 to {@value #MAX_BATCH_SIZE}
   * @return this builder
   * @throws IllegalArgumentException if the size is out of range
   */
  public SyncEngineBuilder batchSize(EntityType type, int size) {
    if (size < 1 || size > MAX_BATCH_SIZE) {
      throw new IllegalArgumentException(
          "size of a batch must be 1 to " + MAX_BATCH_SIZE + ", but is " + size);
    }
    batchSizes.put(Objects.requireNonNull(type, "type"), size);
    return this;
  }

  /**
   * Sets how many calls are made at once where they don't depend on each other: reading, creating,
   * updating and reading back many records. Documents are posted one call after the other, in
   * order. Default: {@value #DEFAULT_CALLS_AT_ONCE}.
   *
   * <p>Worth it with an Odoo that has several workers or is far away. The engine makes fewer at
   * once by itself while the server is busy: answers 429 or 5xx, has conflicts between
   * transactions, or gets slow; and more again later. A wait that the server asks for is kept by
   * all of them.
   *
   * <p>The calls are made in daemon threads that end with them. Sources, stores, listeners,
   * observers of the client and all else of the host's are called in the thread of the run alone.
   *
   * @param calls 1 to {@value #MAX_CALLS_AT_ONCE}
   * @return this builder
   * @throws IllegalArgumentException if it is out of range
   */
  public SyncEngineBuilder callsAtOnce(int calls) {
    if (calls < 1 || calls > MAX_CALLS_AT_ONCE) {
      throw new IllegalArgumentException(
          "callsAtOnce must be 1 to " + MAX_CALLS_AT_ONCE + ", but is " + calls);
    }
    this.callsAtOnce = calls;
    return this;
  }

  /**
   * Limits the calls to Odoo, for all nodes of the namespace together, which share what was used
   * through the {@link #stateStore}. Checks, plans and {@link SyncEngine#rebuildLinks()} count too.
   * Default: {@link CallBudget#NONE}.
   *
   * <p>A run that meets the limit of the minute waits for the next one; it can be cancelled
   * meanwhile, and keeps its lock. One that meets the limit of the day stops, with the cause {@link
   * FailureCause#HELD_BACK}: what is done is remembered, and the next day's run does the rest.
   * {@link io.odoosync.report.Traffic#budget()} says what was used.
   *
   * <p>A node reserves some calls at a time, so that the store is not written with each call, and
   * gives back at the end of a run what it has not used. What a node that died had reserved is lost
   * until the minute, or the day, is over. The nodes' clocks have to agree.
   *
   * @param budget the limits
   * @return this builder
   */
  public SyncEngineBuilder callBudget(CallBudget budget) {
    this.callBudget = Objects.requireNonNull(budget, "budget");
    return this;
  }

  /**
   * Sets which Odoo taxes the host's tax codes stand for. Default: {@link TaxMapping#byRate()}.
   *
   * @param taxes the mapping
   * @return this builder
   */
  public SyncEngineBuilder taxes(TaxMapping taxes) {
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
  public SyncEngineBuilder invoicing(InvoicingOptions invoicing) {
    this.invoicing = Objects.requireNonNull(invoicing, "invoicing");
    return this;
  }

  /**
   * Sets how travels appear in the sales pipeline, the stage of validated quotes included. Default:
   * {@link CrmOptions#DEFAULT}.
   *
   * @param crm the options
   * @return this builder
   */
  public SyncEngineBuilder crm(CrmOptions crm) {
    this.crm = Objects.requireNonNull(crm, "crm");
    return this;
  }

  /**
   * Sets what new partners are given besides their contact's own values: a language, a salesperson.
   * Default: {@link ContactOptions#DEFAULT}.
   *
   * @param options the options
   * @return this builder
   */
  public SyncEngineBuilder contactOptions(ContactOptions options) {
    this.contactOptions = Objects.requireNonNull(options, "options");
    return this;
  }

  /**
   * Sets where the records of large sources are put aside while a run deals with them: a source is
   * read once, to its end, before Odoo or a store is asked. What takes more than a few megabytes
   * goes into a file that only this process's user can read; it is gone when the run ends, whatever
   * happens. Default: the directory that the system property {@code java.io.tmpdir} names.
   *
   * @param directory a directory of the default file system
   * @return this builder
   * @throws IllegalArgumentException if there is no such directory
   */
  public SyncEngineBuilder temporaryDirectory(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(
          "directory must be a directory that exists, but is " + directory);
    }
    this.temporaryDirectory = directory;
    return this;
  }

  /**
   * Sets the clock for times in links, logs and reports. Default: that of the connection's {@link
   * Environment}.
   *
   * @param clock the clock
   * @return this builder
   */
  public SyncEngineBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets what tells whether the calling thread is inside a transaction of the host's, where runs
   * are refused: see {@link SyncEngine#runAll()}. Default: Spring's transactions are found wherever
   * Spring's classes are, and JTA's where an application server has its {@code
   * TransactionSynchronizationRegistry} under the name that the specification gives.
   *
   * @param transactions finds them; {@link HostTransactions#none()} to refuse nothing
   * @return this builder
   */
  public SyncEngineBuilder hostTransactions(HostTransactions transactions) {
    this.transactions = Objects.requireNonNull(transactions, "transactions");
    return this;
  }

  /**
   * Makes the engine; nothing is sent yet.
   *
   * @return the engine, which logs its configuration
   * @throws IllegalArgumentException if there is no namespace, no source or no id store, or if the
   *     conflict policy names what can't be a field's name, such as {@code e-mail}
   */
  public SyncEngine build() {
    if (contacts == null && travels == null && invoices == null) {
      throw new IllegalArgumentException("contacts, travels or invoices must be set");
    }
    if (renewKey != null && client.connection().apiKeys().isEmpty()) {
      throw new IllegalArgumentException(
          "renewApiKey needs a connection with apiKeys, where the new key is stored");
    }
    requireFieldNames(conflictPolicy.namedFields());
    SyncEngine engine = new SyncEngine(settings(), new Kinds(kinds()), transactions);
    warnOfUnrecordedConflicts();
    return engine;
  }

  /** Whether there are such fields is known when a run has asked Odoo. */
  private static void requireFieldNames(Set<String> names) {
    List<String> others =
        names.stream().filter(FIELD.asMatchPredicate().negate()).sorted().toList();
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          "fields of conflictPolicy must be technical names of Odoo, letters, digits and '_', but"
              + " are "
              + others);
    }
  }

  private void warnOfUnrecordedConflicts() {
    boolean isDurable = syncLog != null && !(syncLog instanceof InMemorySyncLogStore);
    if (!isDurable && conflictPolicy.overwrites()) {
      LOG.warn(
          "conflicts are settled by '{}', but the values that lose are on record nowhere once this"
              + " process ends: set durable stores(…) or a durable syncLog(…)",
          conflictPolicy.name());
    }
  }

  private Settings settings() {
    String name =
        required(
            namespace,
            "namespace must be set: this application's name in Odoo, "
                + SUCH_AS
                + ", for its records alone and for ever");
    IdStore links =
        required(idStore, "stores must be set, or idStore at least: where the links are kept");
    return new Settings(
        client,
        name,
        new Settings.Storage(links, state, lock, syncLog, logsKept, temporaryDirectory),
        new Settings.Audience(notifier, notifierOptions, listener),
        new Settings.Rules(
            conflictPolicy,
            missingRecords,
            matching.createsUnmatched(),
            brakes,
            goneRecords,
            planMaxAge,
            renewKey,
            tracking),
        privacy(),
        batchSizes,
        clock,
        new Settings.Flow(callsAtOnce, allowance(name)));
  }

  private @Nullable CallAllowance allowance(String name) {
    return callBudget.isLimited()
        ? new CallAllowance(
            callBudget, state, name, client.connection().environment().newId(), clock)
        : null;
  }

  private Settings.Privacy privacy() {
    List<String> all = new ArrayList<>(secrets);
    if (notifier != null) {
      all.addAll(notifier.secrets());
    }
    return new Settings.Privacy(all, clearingGone);
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

  /** The one place that names each kind; {@code null} if the host has no source for it. */
  private @Nullable RecordKind<?> kind(EntityType type) {
    return switch (type) {
      case CONTACT ->
          contacts == null
              ? null
              : new ContactKind(contacts, contactMapping, matching, contactOptions);
      case TRAVEL -> travels == null ? null : new LeadKind(travels, travelMapping, crm);
      case INVOICE ->
          invoices == null ? null : new InvoiceKind(invoices, invoiceMapping, invoicing, taxes);
    };
  }

  private static <T> T required(@Nullable T part, String message) {
    if (part == null) {
      throw new IllegalArgumentException(message);
    }
    return part;
  }
}
