package io.odoosync.jdbc;

import io.odoosync.internal.text.SafeLog;
import io.odoosync.store.IdStore;
import io.odoosync.store.RunLock;
import io.odoosync.store.StateStore;
import io.odoosync.store.Stores;
import io.odoosync.store.SyncLogStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The storage ports on tables of the host's own database:
 *
 * <pre>{@code
 * JdbcStores stores =
 *     JdbcStores.builder(dataSource)
 *         .createTables()
 *         .mirror(
 *             Mirror.of(EntityType.CONTACT, "teacher")
 *                 .table("teacher").key("id").odooId("odoo_partner_id"))
 *         .build();
 * }</pre>
 *
 * <p>Every call of a store takes one connection, does its work in one transaction of its own and
 * gives the connection back as it came; none is held between calls, so a pool of one will do. It
 * therefore wants the plain {@link DataSource}, not one that joins the host's running transaction:
 * a connection that has changes or locks of somebody else's is refused, neither committed nor
 * rolled back; on SQLite one that does not commit by itself, because there nobody can tell. Only
 * what the host notes in the {@link #outbox()} is part of its own transaction. A transaction that
 * loses a race or ends in a deadlock is tried again, 20 times in all. No statement waits for a lock
 * without a limit: 30 seconds on the tables of the stores, {@link Builder#lockTimeout} on the
 * host's.
 *
 * <p>Text is stored as it is, but a database refuses what its encoding lacks, for example NUL in
 * PostgreSQL; ids of runs have 100 characters at most. Times are kept to the millisecond and no
 * time zone plays a part. All failures of the database are {@link JdbcStoreException}s. Instances
 * are safe for use by several threads.
 */
public final class JdbcStores implements Stores {

  /** The table of the links unless told otherwise: {@value}. */
  public static final String DEFAULT_LINKS_TABLE = "odoo_sync_links";

  /** The table of what the sync remembers besides the links, unless told otherwise: {@value}. */
  public static final String DEFAULT_STATE_TABLE = "odoo_sync_state";

  /** The table of the lock unless told otherwise: {@value}, which is ShedLock's own. */
  public static final String DEFAULT_LOCK_TABLE = "shedlock";

  /** The shortest time that a lease may last: 1 second. */
  public static final Duration MIN_LEASE_TIME = Duration.ofSeconds(1);

  /** The longest time that a lease may last: 24 hours. */
  public static final Duration MAX_LEASE_TIME = Duration.ofHours(24);

  /** How long a statement on the host's own tables waits for a lock unless told otherwise: 5 s. */
  public static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(5);

  /** The shortest lock time-out: 1 millisecond. */
  public static final Duration MIN_LOCK_TIMEOUT = Duration.ofMillis(1);

  /** The longest lock time-out: 5 minutes. */
  public static final Duration MAX_LOCK_TIMEOUT = Duration.ofMinutes(5);

  /** The table of the sync log unless told otherwise: {@value}. */
  public static final String DEFAULT_LOG_TABLE = "sync_logs";

  /** The table of the outbox unless told otherwise: {@value}. */
  public static final String DEFAULT_OUTBOX_TABLE = "odoo_sync_outbox";

  private static final SafeLog LOG = SafeLog.of(JdbcStores.class);

  private final Supplier<Ddl> ddl;
  private final IdStore idStore;
  private final StateStore stateStore;
  private final SyncLogStore syncLogStore;
  private final RunLock runLock;
  private final JdbcOutbox outbox;

  private JdbcStores(
      Supplier<Ddl> ddl,
      IdStore idStore,
      StateStore stateStore,
      SyncLogStore syncLogStore,
      RunLock runLock,
      JdbcOutbox outbox) {
    this.ddl = ddl;
    this.idStore = idStore;
    this.stateStore = stateStore;
    this.syncLogStore = syncLogStore;
    this.runLock = runLock;
    this.outbox = outbox;
  }

  /**
   * Begins with the database that holds the tables.
   *
   * @param dataSource gives a connection per call, best from a pool
   * @return a builder
   */
  public static Builder builder(DataSource dataSource) {
    return new Builder(Objects.requireNonNull(dataSource, "dataSource"));
  }

  @Override
  public IdStore idStore() {
    return idStore;
  }

  @Override
  public StateStore stateStore() {
    return stateStore;
  }

  /**
   * The lock among all that use the same table: ShedLock's, on the clock of the database, so that
   * the clocks and time zones of the nodes play no part. Each lease is a holder of its own, also
   * within one process. A lease left behind by a process that died comes free when its time is up.
   *
   * @return the same lock every time
   */
  @Override
  public RunLock runLock() {
    return runLock;
  }

  @Override
  public SyncLogStore syncLogStore() {
    return syncLogStore;
  }

  /**
   * Where the host notes what it changes, in the transaction in which it does so: in Spring's
   * current one, on a connection that it hands over, else in one of its own.
   *
   * @return the same outbox every time
   */
  @Override
  public JdbcOutbox outbox() {
    return outbox;
  }

  /**
   * The statements that create the tables with their configured names, for a host whose own
   * migration tool runs them. They pass over what exists, and add what tables of an earlier version
   * lack. Connects to find out the product, unless that was named or is known already; needs no
   * tables.
   *
   * @return SQL text; each statement ends with a semicolon at the end of a line
   * @throws JdbcStoreException if the database cannot be asked, or is not supported
   */
  public String ddl() {
    return ddl.get().text();
  }

  /**
   * The statements that create the tables with their default names, without a database to ask;
   * {@link Builder#ddl} gives them with other names. The same text is in the jar in versions, as
   * resources for Flyway ({@code io/odoosync/jdbc/db-migration/postgresql}, {@code …/mysql}, {@code
   * …/mariadb}, {@code …/h2} or {@code …/sqlite}, as a location of a Flyway of its own with its own
   * history table) and for Liquibase ({@code io/odoosync/jdbc/db-migration/changelog.xml}, to be
   * included in the host's).
   *
   * @param database the product
   * @return SQL text as {@link #ddl()} gives it
   */
  public static String ddl(Database database) {
    return Ddl.of(database.dialect(), Tables.DEFAULT).text();
  }

  /** Collects what the stores need to know; see {@link JdbcStores#builder}. */
  public static final class Builder {

    private final DataSource dataSource;
    private final List<Mirror> mirrors = new ArrayList<>();
    private @Nullable Database database;
    private Tables tables = Tables.DEFAULT;
    private Duration leaseTime = RunLock.DEFAULT_LEASE_TIME;
    private Duration lockTimeout = DEFAULT_LOCK_TIMEOUT;
    private boolean createTables;

    private Builder(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    /**
     * Names the database product, for one that is compatible but calls itself differently. Default:
     * what the connection says.
     *
     * @param database the product
     * @return this builder
     */
    public Builder database(Database database) {
      this.database = Objects.requireNonNull(database, "database");
      return this;
    }

    /**
     * Names the table of the links. Default: {@value JdbcStores#DEFAULT_LINKS_TABLE}. Beside it is
     * one of the same name with {@code _about} behind, which has the version of all tables and
     * whose links these are.
     *
     * @param name letters, digits and underscores, not a digit first, 48 characters at most; a
     *     schema may precede it with a dot, under the same rule
     * @return this builder
     * @throws IllegalArgumentException if the name breaks the rule
     */
    public Builder linksTable(String name) {
      this.tables = tables.withLinks(name);
      return this;
    }

    /**
     * Names the table of what the sync remembers besides the links. Default: {@value
     * JdbcStores#DEFAULT_STATE_TABLE}.
     *
     * @param name a name under the rule of {@link #linksTable}
     * @return this builder
     * @throws IllegalArgumentException if the name breaks the rule
     */
    public Builder stateTable(String name) {
      this.tables = tables.withState(name);
      return this;
    }

    /**
     * Names the table of the lock. A host that uses ShedLock has it already; the names of locks are
     * the engine's own, so both can share it. Default: {@value JdbcStores#DEFAULT_LOCK_TABLE}.
     *
     * @param name a name under the rule of {@link #linksTable}
     * @return this builder
     * @throws IllegalArgumentException if the name breaks the rule
     */
    public Builder lockTable(String name) {
      this.tables = tables.withLock(name);
      return this;
    }

    /**
     * Sets how long a lease of the lock lasts unless it is extended: longer than the longest call
     * to Odoo and than a source takes for one record, since a run extends it after each of them,
     * and as short as others may have to wait for a node that died. Default: {@link
     * RunLock#DEFAULT_LEASE_TIME}, 10 minutes.
     *
     * @param leaseTime from {@link JdbcStores#MIN_LEASE_TIME} to {@link JdbcStores#MAX_LEASE_TIME}
     * @return this builder
     * @throws IllegalArgumentException if the time is out of bounds
     */
    public Builder leaseTime(Duration leaseTime) {
      this.leaseTime = Bounds.require("leaseTime", leaseTime, MIN_LEASE_TIME, MAX_LEASE_TIME);
      return this;
    }

    /**
     * Sets how long a statement on the host's own tables, those of mirrors, may wait for what
     * another transaction has locked. A row that can't be had by then is put off, see {@link
     * Mirror}. On the tables of the stores it is 30 seconds. What else may wait is for the data
     * source to limit: for a connection, and for a server that does not answer (PostgreSQL's {@code
     * socketTimeout}). MySQL and MariaDB wait for whole seconds, MySQL for one at least; on SQLite
     * it is the whole transaction that waits for its turn, 30 seconds. Default: {@link
     * JdbcStores#DEFAULT_LOCK_TIMEOUT}, 5 seconds.
     *
     * @param lockTimeout from {@link JdbcStores#MIN_LOCK_TIMEOUT} to {@link
     *     JdbcStores#MAX_LOCK_TIMEOUT}
     * @return this builder
     * @throws IllegalArgumentException if the time is out of bounds
     */
    public Builder lockTimeout(Duration lockTimeout) {
      this.lockTimeout =
          Bounds.require("lockTimeout", lockTimeout, MIN_LOCK_TIMEOUT, MAX_LOCK_TIMEOUT);
      return this;
    }

    /**
     * Names the table of the sync log. Default: {@value JdbcStores#DEFAULT_LOG_TABLE}.
     *
     * @param name a name under the rule of {@link #linksTable}
     * @return this builder
     * @throws IllegalArgumentException if the name breaks the rule
     */
    public Builder logTable(String name) {
      this.tables = tables.withLog(name);
      return this;
    }

    /**
     * Names the table of the outbox. Default: {@value JdbcStores#DEFAULT_OUTBOX_TABLE}.
     *
     * @param name a name under the rule of {@link #linksTable}
     * @return this builder
     * @throws IllegalArgumentException if the name breaks the rule
     */
    public Builder outboxTable(String name) {
      this.tables = tables.withOutbox(name);
      return this;
    }

    /**
     * Repeats Odoo's ids in a column of the host's own table. Default: no mirror.
     *
     * @param mirror which records, and which table and columns
     * @return this builder
     * @throws IllegalArgumentException if the mirror lacks its table or a column, or if these
     *     records have a mirror already
     */
    public Builder mirror(Mirror mirror) {
      if (mirrors.stream().anyMatch(mirror.complete()::sameRecords)) {
        throw new IllegalArgumentException("two mirrors of the same records: " + mirror);
      }
      mirrors.add(mirror);
      return this;
    }

    /**
     * The statements that create the tables with the names set so far. Asks the database nothing.
     *
     * @param product the product
     * @return SQL text as {@link JdbcStores#ddl()} gives it
     */
    public String ddl(Database product) {
      return Ddl.of(product.dialect(), tables).text();
    }

    /**
     * Creates tables, columns and indexes that do not exist, when the stores are built, and so
     * upgrades those of earlier versions with what is in them; several nodes may do so at once. On
     * H2, which copies a table to add a column, processes that share a database must do so one
     * after another. A schema must exist already. Default: the host creates them, see {@link
     * JdbcStores#ddl()}; tables of another version than this library's are refused at the first
     * use, with words.
     *
     * @return this builder
     */
    public Builder createTables() {
      this.createTables = true;
      return this;
    }

    /**
     * Makes the stores. Connects only if tables are to be created: then it creates them, and checks
     * those mirrors whose tables are there already. Everything else is found out at the first use,
     * once, and again if that failed: the product, the version of the tables, the mirrors. So the
     * host may create its tables later, and a database that is down, or a mirror that does not fit,
     * stops the first run before it does anything.
     *
     * @return the stores
     * @throws JdbcStoreException if tables are to be created and the database cannot be reached, is
     *     not supported or refuses, or a mirror does not fit
     */
    public JdbcStores build() {
      Tables names = tables;
      String settings = settings();
      Product dialect =
          new Product(dataSource, database, found -> LOG.info("Stores on {}: {}", found, settings));
      Transactions transactions = new Transactions(dataSource, dialect);
      Mirrors found = new Mirrors(transactions, dialect, mirrors, lockTimeout);
      Once<Ddl> ddl = new Once<>(() -> Ddl.of(dialect.get(), names));
      if (createTables) {
        ddl.get().run(transactions, dialect.get());
        found.checkThoseThere();
      }
      Schema schema = new Schema(names, dialect);
      Transactions checked = transactions.on(schema);
      return new JdbcStores(
          ddl,
          new JdbcIdStore(checked, dialect, names, found),
          new JdbcStateStore(checked, dialect, names.state()),
          new JdbcSyncLogStore(checked, dialect, names.log()),
          new ShedLockRunLock(
              owner -> new LockTable(checked, dialect.get(), names.lock(), owner), leaseTime),
          new JdbcOutbox(
              new OutboxTable(names.outbox(), dialect),
              new HostWork(dataSource, dialect, schema, checked),
              checked.readingCommitted(),
              schema));
    }

    private String settings() {
      return tables
          + ", mirrors "
          + mirrors
          + ", lease time "
          + leaseTime
          + ", lock time-out "
          + lockTimeout;
    }
  }
}
