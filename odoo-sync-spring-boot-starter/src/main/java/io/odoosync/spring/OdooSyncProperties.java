package io.odoosync.spring;

import io.odoosync.EntityType;
import io.odoosync.GoneRecordPolicy;
import io.odoosync.MissingRecordPolicy;
import io.odoosync.odoo.OdooConnection;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application says of its Odoo in its configuration. Everything else is a bean: sources,
 * policies, mappings, and customizers of the builders.
 *
 * @param enabled Whether the application is synced. Without it nothing of this is set up.
 * @param url Odoo's address, such as https://erp.example.com. Required.
 * @param database The name of Odoo's database. Required.
 * @param login The login of the integration user. Required up to Odoo 18; from 19 on it makes sure
 *     that the key is this user's.
 * @param apiKey The API key of the integration user. Required.
 * @param namespace This application's name in Odoo, such as __school_travel__, for its records
 *     alone and for ever. Required.
 * @param transport Which of Odoo's APIs to use; by default it is found out.
 * @param allowPlainHttp Whether the API key may cross the network in clear to a host other than
 *     this one.
 * @param systemProxy Whether to go through the proxy of the JVM's settings.
 * @param connectTimeout How long to wait for a connection; 10 seconds by default.
 * @param requestTimeout How long to wait for a complete answer; 150 seconds by default.
 * @param callsAtOnce How many calls are made at once where they do not depend on each other, 1 to
 *     4.
 * @param callsPerMinute The calls that all nodes together may make in a minute; any number by
 *     default.
 * @param callsPerDay The calls that all nodes together may make in a day; any number by default.
 * @param batchSize How many records are sent at a time, by kind; 200 by default, 50 of invoices.
 * @param keepLogsFor How long rows of sync_logs are kept; for ever by default.
 * @param renewApiKey How long before its end the API key is renewed; never by default. Needs a bean
 *     of type ApiKeyStore.
 * @param tracking Whether what is written leaves lines in the records' history in Odoo.
 * @param goneRecords What happens in Odoo to records that this application does not have any more.
 * @param missingRecords What happens to records that were deleted in Odoo; by default invoices are
 *     reported and all others created again.
 * @param notifyUrl Where news for an administrator are posted as JSON; nowhere by default. A bean
 *     of type AdminNotifier takes its place.
 * @param stores Where is kept what the sync remembers.
 * @param schedule When runs begin.
 * @param webhook Where Odoo says what changed there.
 * @param health What health depends on.
 */
@ConfigurationProperties("odoo.sync")
public record OdooSyncProperties(
    @DefaultValue("true") boolean enabled,
    @Nullable String url,
    @Nullable String database,
    @Nullable String login,
    @Nullable String apiKey,
    @Nullable String namespace,
    @DefaultValue("automatic") OdooConnection.Transport transport,
    @DefaultValue("false") boolean allowPlainHttp,
    @DefaultValue("false") boolean systemProxy,
    @Nullable Duration connectTimeout,
    @Nullable Duration requestTimeout,
    @DefaultValue("1") int callsAtOnce,
    @Nullable Integer callsPerMinute,
    @Nullable Integer callsPerDay,
    @DefaultValue Map<EntityType, Integer> batchSize,
    @Nullable Duration keepLogsFor,
    @Nullable Duration renewApiKey,
    @DefaultValue("false") boolean tracking,
    @DefaultValue("keep") GoneRecordPolicy goneRecords,
    @Nullable MissingRecordPolicy missingRecords,
    @Nullable String notifyUrl,
    @DefaultValue Stores stores,
    @DefaultValue Schedule schedule,
    @DefaultValue Webhook webhook,
    @DefaultValue Health health) {

  /** The beginning of the names of all these properties. */
  public static final String PREFIX = "odoo.sync.";

  /** Copies the map. */
  public OdooSyncProperties {
    batchSize = Map.copyOf(batchSize);
  }

  /** Where Odoo is; never the key nor another secret. */
  @Override
  public String toString() {
    return "OdooSyncProperties[url="
        + url
        + ", database="
        + database
        + ", login="
        + login
        + ", apiKey=***, namespace="
        + namespace
        + "]";
  }

  /**
   * The stores on the application's database.
   *
   * @param schema How their tables come about.
   * @param leaseTime How long the lock of a node that died is kept from others; 10 minutes by
   *     default.
   * @param lockTimeout How long a statement on the application's own tables waits for a lock; 5
   *     seconds by default.
   */
  public record Stores(
      @DefaultValue("none") Schema schema,
      @Nullable Duration leaseTime,
      @Nullable Duration lockTimeout) {

    /** How the tables of the stores come about. */
    public enum Schema {
      /**
       * The application creates them, for example by including the changelog for Liquibase that is
       * in the jar of the stores.
       */
      NONE,
      /** They are created and upgraded when the application starts. */
      CREATE,
      /** Flyway creates and upgrades them, with a history of their own. */
      FLYWAY
    }
  }

  /**
   * When runs begin. By default none do: the application calls the engine.
   *
   * @param enabled Whether anything begins by itself, whatever is set below.
   * @param full When everything is compared: a cron expression of six fields, seconds first.
   * @param zone The time zone of that; the JVM's by default.
   * @param changes How long to wait after a run over what changed before the next one; what waits
   *     in the outbox is dealt with in between, within a second.
   * @param fullAfter A run over what changed compares everything if the last run that did so is
   *     this long ago.
   * @param runner Who begins the runs.
   */
  public record Schedule(
      @DefaultValue("true") boolean enabled,
      @Nullable String full,
      @Nullable ZoneId zone,
      @Nullable Duration changes,
      @Nullable Duration fullAfter,
      @DefaultValue("automatic") Runner runner) {

    /** Who begins the runs. */
    public enum Runner {
      /** The db-scheduler if its Boot starter is there, else the process itself. */
      AUTOMATIC,
      /** Threads of this process. Several nodes keep off each other by the lock of the stores. */
      IN_PROCESS,
      /**
       * Recurring tasks of the application's db-scheduler, each on one node at a time: they are
       * beans that its Scheduler takes.
       */
      DB_SCHEDULER
    }
  }

  /**
   * The address that Odoo's automation rules post to.
   *
   * @param secret The last part of the address, 16 characters or more. Without it there is no such
   *     address.
   * @param path What is before the secret.
   */
  public record Webhook(@Nullable String secret, @DefaultValue("/odoo/changed") String path) {

    /** Never the secret. */
    @Override
    public String toString() {
      return "Webhook[secret=***, path=" + path + "]";
    }
  }

  /**
   * What health depends on besides the end of the last run.
   *
   * @param staleAfter It is down if no run of any node has come to its end for so long; by default
   *     time plays no part.
   */
  public record Health(@Nullable Duration staleAfter) {}
}
