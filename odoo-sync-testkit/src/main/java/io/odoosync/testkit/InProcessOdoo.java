package io.odoosync.testkit;

import com.sun.net.httpserver.HttpServer;
import io.odoosync.testkit.internal.Wiring;
import io.odoosync.testkit.internal.http.Front;
import io.odoosync.testkit.internal.rpc.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer http;

  private InProcessOdoo(Builder builder) {
    this.wiring = new Wiring(builder.release, builder.clock, builder.database, builder.races);
    this.server = wiring.server();
    this.http = listen(new Front(server, faults::next, this::log));
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

    private final OdooRelease release;
    private Clock clock = Clock.systemUTC();
    private String database = DEFAULT_DATABASE;
    private boolean races;

    private Builder(OdooRelease release) {
      this.release = Objects.requireNonNull(release, "release");
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
     * Lets a request fail that loads an external id which another request has created since this
     * one arrived, with "could not serialize access". Default: it waits, and updates the record.
     * Real servers do one or the other.
     */
    public Builder failLostRaces() {
      this.races = true;
      return this;
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
    server.accounts().expire(apiKey());
  }

  /** What is to go wrong. */
  public Faults faults() {
    return faults;
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
