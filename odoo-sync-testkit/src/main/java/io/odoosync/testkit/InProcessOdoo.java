package io.odoosync.testkit;

import com.sun.net.httpserver.HttpServer;
import io.odoosync.testkit.internal.Setup;
import io.odoosync.testkit.internal.Wiring;
import io.odoosync.testkit.internal.http.Front;
import io.odoosync.testkit.internal.http.Way;
import io.odoosync.testkit.internal.model.ApiKeys.Programmatic;
import io.odoosync.testkit.internal.orm.Traits;
import io.odoosync.testkit.internal.rpc.Server;
import io.odoosync.testkit.internal.rpc.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * An Odoo in the test's own process, on loopback.
 *
 * <pre>{@code
 * try (InProcessOdoo odoo = InProcessOdoo.start(OdooRelease.V19)) {
 *   odoo.faults().on("res.partner", "load").once(Fault.closeAfterCommit());
 *   ... // talk to odoo.url() as odoo.integrationUser()
 *   assertThat(odoo.records("res.partner")).hasSize(5);
 * }
 * }</pre>
 *
 * <p>It answers as the measured servers do for contacts, leads and invoices. It keeps everything in
 * memory, and any number of clients can use it at once; their transactions run one after the other.
 */
public final class InProcessOdoo implements AutoCloseable {
  private final Server server;
  private final Wiring wiring;
  private final Faults faults = new Faults();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Way way = new Way();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer http;

  private InProcessOdoo(Builder builder) {
    this.wiring = new Wiring(builder.setup());
    this.server = wiring.server();
    this.http = listen(new Front(server, faults::next, this::log, way));
  }

  /** Starts an Odoo with all defaults. */
  public static InProcessOdoo start(OdooRelease release) {
    return builder(release).start();
  }

  /** Settings for an Odoo of this release. */
  public static Builder builder(OdooRelease release) {
    return new Builder(release);
  }

  /** Settings of an in-process Odoo. */
  public static final class Builder {
    /** The name of the database unless another one is set: "test". */
    public static final String DEFAULT_DATABASE = "test";

    private static final long LARGEST_BODY_20 = 128L * 1024 * 1024;
    private static final Pattern VERSION = Pattern.compile("(saas~)?\\d+\\.\\d+([-+].*)?");

    private final OdooRelease release;
    private Clock clock = Clock.systemUTC();
    private String database = DEFAULT_DATABASE;
    private boolean races;
    private boolean checksVats;
    private double leadChance;
    private String serverVersion;
    private long largestBody;
    private Optional<Instant> apiKeyEnd = Optional.empty();
    private Programmatic programmaticKeys;

    private Builder(OdooRelease release) {
      this.release = Objects.requireNonNull(release, "release");
      this.serverVersion = release.serverVersion();
      this.largestBody = release.has(Fact.LARGE_BODIES_REFUSED) ? LARGEST_BODY_20 : Long.MAX_VALUE;
      this.programmaticKeys =
          release.has(Fact.PROGRAMMATIC_KEYS) ? Programmatic.OFF : Programmatic.MISSING;
    }

    /** The clock that dates what is written. Default: the system's. */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * The name of the only database. Default: {@value #DEFAULT_DATABASE}.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public Builder database(String database) {
      if (database.isBlank()) {
        throw new IllegalArgumentException("database: must not be blank");
      }
      this.database = database;
      return this;
    }

    /**
     * Installs the module {@code base_vat}: the VAT numbers of partners with a country are refused
     * if their check digits are wrong, and kept in one spelling. It knows the numbers of France and
     * Belgium. Default: not installed, except on 20, where it comes with what a French company has.
     */
    public Builder checkVats() {
      this.checksVats = true;
      return this;
    }

    /**
     * The probability, in per cent, that the server gives to open leads, as if it had learnt it
     * from earlier ones. Default: 0, as on a server that has never won or lost a lead.
     *
     * @throws IllegalArgumentException if it is negative, or 100 or more
     */
    public Builder leadChance(double percent) {
      if (!(percent >= 0 && percent < 100)) {
        throw new IllegalArgumentException("percent: must be from 0 to below 100");
      }
      this.leadChance = percent;
      return this;
    }

    /**
     * Lets a request fail that loads an external id which another request has created since this
     * one arrived, with "could not serialize access". Default: it waits, and updates the record.
     * Real servers do one or the other.
     */
    public Builder failLostRaces() {
      this.races = true;
      return this;
    }

    /**
     * What the server says that it is: {@code 20.0}, {@code 18.0-20250506}, or as an intermediate
     * release of Odoo Online says it, {@code saas~19.4}, whose {@code version_info} begins with the
     * text {@code saas~19}. It behaves as the {@link OdooRelease} all the same. Default: {@link
     * OdooRelease#serverVersion()}.
     *
     * @throws IllegalArgumentException if it is nothing that a server says
     */
    public Builder serverVersion(String version) {
      if (!VERSION.matcher(version).matches()) {
        throw new IllegalArgumentException(
            "serverVersion: must be like 20.0, 18.0-20250506 or saas~19.4");
      }
      this.serverVersion = version;
      return this;
    }

    /**
     * The largest body of a request that is taken, by its {@code Content-Length}; a larger one is
     * answered 413 and the connection closed, unread. Default: 128 MiB on 20; any size before.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder largestBody(long bytes) {
      if (bytes <= 0) {
        throw new IllegalArgumentException("largestBody: must be positive");
      }
      this.largestBody = bytes;
      return this;
    }

    /**
     * When the API key of the {@link InProcessOdoo#integrationUser()} ends, by the server's clock:
     * later it is refused like a wrong one. Default: never. Users see the end of their own keys in
     * {@code res.users.apikeys}, field {@code expiration_date}.
     */
    public Builder apiKeyEnd(Instant end) {
      this.apiKeyEnd = Optional.of(end);
      return this;
    }

    /**
     * Whether users make and revoke their own API keys over RPC: Odoo's setting {@code
     * base.enable_programmatic_api_keys}. With it {@code res.users.apikeys} has two methods:
     *
     * <ul>
     *   <li>{@code generate(key, scope, name, expiration_date)} answers a new key of 40 hexadecimal
     *       digits. {@code key} is a valid key of the caller; {@code scope} is {@code false} or
     *       {@code "rpc"} for a key that opens the RPC; {@code expiration_date} is a date or {@code
     *       "2026-12-31 23:59:59"}, in UTC, at most 90 days ahead.
     *   <li>{@code revoke(key)} deletes one of the caller's keys and answers {@code true}.
     * </ul>
     *
     * <p>Errors: {@code UserError} "Programmatic API keys are not enabled" while it is off (not for
     * administrators) and "Limit of 10 API keys is reached for programmatic creation"; {@code
     * AccessDenied} for a key that is wrong, has ended or is not the caller's; {@code
     * ValidationError} "The API key must have an expiration date" and "You cannot exceed 90.0
     * days."; {@code AccessError} for revoking the key of somebody else. A repeated call of {@code
     * generate} makes another key, a repeated {@code revoke} is denied.
     *
     * <p>Default on 20: off. On 19 the methods came within 19.0, in 2026: by default they are
     * missing, and with either value of this setting they are there. As in the source of that 19.0;
     * it was not measured.
     *
     * @throws IllegalStateException on releases that never had them
     */
    public Builder programmaticApiKeys(boolean enabled) {
      if (!release.hasJson2()) {
        throw new IllegalStateException("programmaticApiKeys: needs Odoo 19 or newer");
      }
      this.programmaticKeys = enabled ? Programmatic.ON : Programmatic.OFF;
      return this;
    }

    private Setup setup() {
      ServerSettings server =
          new ServerSettings(clock, database, races, serverVersion, largestBody);
      Traits traits = new Traits(checksVats, leadChance);
      return new Setup(release, server, traits, apiKeyEnd, programmaticKeys);
    }

    /** Starts the server on a free port. */
    public InProcessOdoo start() {
      return new InProcessOdoo(this);
    }
  }

  private HttpServer listen(Front front) {
    try {
      InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer listening = HttpServer.create(free, 0);
      listening.createContext("/", front);
      listening.setExecutor(threads);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException("the in-process Odoo could not listen", e);
    }
  }

  /** The release that this server behaves as. */
  public OdooRelease release() {
    return server.release();
  }

  /** The base URL, such as {@code http://127.0.0.1:34567}, without a slash at the end. */
  public String url() {
    return uri().toString();
  }

  /** The base URL. */
  public URI uri() {
    InetSocketAddress address = http.getAddress();
    return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  /** The name of the only database. */
  public String database() {
    return server.database();
  }

  /**
   * The user that a synchronisation runs as: all documents of Sales, Invoicing, contact creation.
   * Not an administrator.
   */
  public Account integrationUser() {
    return wiring.account("sync");
  }

  /** The login of the {@link #integrationUser()}. */
  public String login() {
    return integrationUser().login();
  }

  /** The API key of the {@link #integrationUser()}. */
  public String apiKey() {
    return integrationUser().apiKey();
  }

  /** The administrator. */
  public Account administrator() {
    return wiring.account("admin");
  }

  /** A salesperson with the rights of the integration user. */
  public Account personUser() {
    return wiring.account("person");
  }

  /** An employee who may see contacts and nothing else of what a synchronisation needs. */
  public Account plainUser() {
    return wiring.account("plain");
  }

  /** A key of the integration user that is no longer accepted. */
  public String expiredApiKey() {
    return wiring.expiredKey();
  }

  /** From now on the key of the integration user is refused, as when it expires. */
  public void expireApiKey() {
    wiring.expireApiKey();
  }

  /** What is to go wrong. */
  public Faults faults() {
    return faults;
  }

  /**
   * How far away it is to seem from now on: requests that are under way arrive as they set out. At
   * first {@link Distance#NONE}.
   */
  public void distance(Distance distance) {
    way.set(distance);
  }

  /**
   * The most requests that were on their way or worked on at once, since {@link #forgetRequests}.
   */
  public int mostAtOnce() {
    return way.most();
  }

  /** All requests so far, in the order in which they were answered. A copy. */
  public List<Exchange> requests() {
    synchronized (exchanges) {
      return List.copyOf(exchanges);
    }
  }

  /** The requests so far that committed a write. */
  public List<Exchange> writes() {
    return requests().stream().filter(Exchange::wrote).toList();
  }

  /** Forgets the requests so far. */
  public void forgetRequests() {
    synchronized (exchanges) {
      exchanges.clear();
    }
    way.forget();
  }

  /** What this server has of models, fields and methods, to be changed. */
  public OdooSchema schema() {
    return new OdooSchema(server.registry());
  }

  /**
   * The same database under another release, as after an upgrade: ids, external ids, users, keys,
   * values, and the times at which records were created and last written stay; fields that the
   * release does not have are gone, new ones have their defaults, and text that has become HTML is
   * marked up. The URL stays too. What was done to the {@link #schema()} is undone.
   *
   * @throws IllegalArgumentException if the release is not a later one
   */
  public void upgrade(OdooRelease release) {
    wiring.upgrade(release);
  }

  /** A person who uses this Odoo while the synchronisation runs. */
  public Person person() {
    return new Person(server, wiring.user("person"));
  }

  /** The records of a model, archived ones included, ascending by id. */
  public List<StoredRecord> records(String model) {
    return person().records(model);
  }

  private void log(Exchange exchange) {
    synchronized (exchanges) {
      exchanges.add(exchange);
    }
  }

  /** Stops the server. What it held is gone. */
  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
