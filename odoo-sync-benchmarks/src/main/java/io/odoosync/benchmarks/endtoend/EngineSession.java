package io.odoosync.benchmarks.endtoend;

import io.odoosync.Brakes;
import io.odoosync.EntityType;
import io.odoosync.Following;
import io.odoosync.InvoicingOptions;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.benchmarks.OdooSite;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.jdbc.JdbcStores;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.Page;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.TravelState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.h2.jdbcx.JdbcConnectionPool;

/** This library, with its stores in an H2 database on disk. */
final class EngineSession implements Session {

  private final School school;
  private final CallCount count = new CallCount();
  private final Arrivals arrivals = new Arrivals();
  private final Path directory;
  private final JdbcConnectionPool database;
  private final OdooClient client;
  private final JdbcStores stores;
  private final SyncEngineBuilder builder;
  private final SyncEngine engine;
  private final SyncEngine posting;

  private EngineSession(
      OdooSite site, HandFacts facts, Tracking tracking, int callsAtOnce, School school) {
    this.school = school;
    this.directory = temporaryDirectory();
    this.database = JdbcConnectionPool.create("jdbc:h2:" + directory.resolve("stores"), "sa", "");
    this.stores = JdbcStores.builder(database).createTables().build();
    this.client = site.client().observedBy(count).observedBy(arrivals);
    this.builder = builder(client, facts, tracking).stores(stores).callsAtOnce(callsAtOnce);
    this.posting = builder.invoicing(InvoicingOptions.builder().posting().build()).build();
    this.engine = builder.invoicing(InvoicingOptions.DEFAULT).build();
  }

  /** Begins with one call at a time, for {@link #save}. */
  static EngineSession begin(OdooSite site, String mark, Sizes sizes) {
    HandFacts facts = HandFacts.of(site.client());
    return new EngineSession(site, facts, Tracking.OFF, 1, new School(mark, sizes));
  }

  /** The library with so many calls at once. */
  static Contender contender(OdooSite site, HandFacts facts, Tracking tracking, int callsAtOnce) {
    return new Contender(
        "odoo-sync, " + callsAtOnce + (callsAtOnce == 1 ? " call" : " calls"),
        Contender.Sort.ENGINE,
        (mark, sizes) ->
            new EngineSession(site, facts, tracking, callsAtOnce, new School(mark, sizes)));
  }

  private SyncEngineBuilder builder(OdooClient client, HandFacts facts, Tracking tracking) {
    SchoolSources sources = new SchoolSources(school, arrivals::atHost);
    return SyncEngine.builder(client)
        .namespace("__bench_" + school.mark() + "__")
        .contacts(sources.contacts())
        .travels(sources.travels())
        .invoices(sources.invoices())
        .taxes(facts.taxes())
        .conflictPolicy(ConflictPolicy.odooWins()) // what Odoo alone has changed comes to the host
        .tracking(tracking.isOn())
        .brakes(
            Brakes.DEFAULT
                .withMaxUpdates(100, Brakes.DEFAULT_UPDATES_ALLOWED)
                .withMaxCreates(100, school.sizes().contacts()));
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("odoo-sync-benchmark");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An engine has done one record of a kind before it is timed, so that it knows the server, as
   * those by hand do, and as an engine of a host does for all of its life. What a first look after
   * writing remembers is remembered before idling is timed.
   */
  @Override
  public void prepare(Scenario scenario) {
    switch (scenario) {
      case CONTACTS_UPDATED_ONE_PERCENT, CONTACTS_CHANGED ->
          school.moveHouse(school.sizes().onePercentOfContacts());
      case CONTACTS_UPDATED -> school.moveHouse(school.sizes().contacts());
      case LEADS_QUALIFIED -> school.advance(TravelState.QUOTE_VALIDATED);
      case LEADS_WON -> school.advance(TravelState.INVOICED);
      case CONTACTS_CREATED -> doOne(engine, EntityType.CONTACT, StageReport::created);
      case LEADS_CREATED -> doOne(engine, EntityType.TRAVEL, StageReport::created);
      case INVOICES_CREATED -> doOne(engine, EntityType.INVOICE, StageReport::created);
      case INVOICES_POSTED -> doOne(posting, EntityType.INVOICE, StageReport::updated);
      case IDLE -> checked(posting.runAll(), EntityType.CONTACT, StageReport::updated, 0);
      case IDLE_CHANGES -> school.moveHouse(0);
    }
  }

  private void doOne(SyncEngine with, EntityType type, ToLongFunction<StageReport> counted) {
    school.showAtMost(1);
    checked(with.run(type), type, counted, 1);
    school.showAll();
  }

  @Override
  public int run(Scenario scenario) {
    Sizes sizes = school.sizes();
    return switch (scenario) {
      case CONTACTS_CREATED -> run(EntityType.CONTACT, StageReport::created, sizes.contacts() - 1);
      case CONTACTS_UPDATED_ONE_PERCENT ->
          run(EntityType.CONTACT, StageReport::updated, sizes.onePercentOfContacts());
      case CONTACTS_UPDATED -> run(EntityType.CONTACT, StageReport::updated, sizes.contacts());
      case LEADS_CREATED -> run(EntityType.TRAVEL, StageReport::created, sizes.leads() - 1);
      case LEADS_QUALIFIED, LEADS_WON ->
          run(EntityType.TRAVEL, StageReport::updated, sizes.leads());
      case INVOICES_CREATED -> run(EntityType.INVOICE, StageReport::created, sizes.invoices() - 1);
      case INVOICES_POSTED ->
          checked(
              posting.run(EntityType.INVOICE),
              EntityType.INVOICE,
              StageReport::updated,
              sizes.invoices() - 1);
      case IDLE -> idle(posting.runAll());
      case CONTACTS_CHANGED ->
          checked(
              posting.runChanges(),
              EntityType.CONTACT,
              StageReport::updated,
              sizes.onePercentOfContacts());
      case IDLE_CHANGES -> idleChanges(posting.runChanges());
    };
  }

  /** A user saves a contact; returns when it is in Odoo. */
  void save(int number) {
    school.moveHouseOf(number);
    SyncReport report = engine.sync(EntityType.CONTACT, School.contactKey(number));
    checked(report, EntityType.CONTACT, StageReport::updated, 1);
  }

  /** Keeps both sides in step, for {@link #note} and {@link #changeInOdoo}. */
  Following follow() {
    return engine.follow(Duration.ofMinutes(1));
  }

  /** A user saves a contact, which the outbox is told of; returns when it is in Odoo. */
  void note(int number) {
    school.moveHouseOf(number);
    arrivals.clear();
    stores.outbox().changed(EntityType.CONTACT, List.of(School.contactKey(number)));
    arrivals.await();
  }

  /** The id of a contact in Odoo. */
  long idInOdoo(int number) {
    Domain named = Domain.field("name").isEqualTo(school.name(number));
    return client.search("res.partner", named, Page.first(1)).get(0);
  }

  /**
   * Somebody saves a contact in Odoo, whose webhook calls the host.
   *
   * @return the nanoseconds from when it is in Odoo until the host has it
   */
  long changeInOdoo(long id, String phone) {
    client.write("res.partner", List.of(id), Map.of("phone", phone));
    arrivals.clear();
    long start = System.nanoTime();
    engine.odooChanged("res.partner", List.of(id));
    arrivals.await();
    return System.nanoTime() - start;
  }

  /** Syncs all. */
  SyncReport runAll() {
    return engine.runAll();
  }

  /** Syncs what has changed. */
  SyncReport runChanges() {
    return engine.runChanges();
  }

  /** Another engine on the same stores, as after a restart. */
  SyncEngine restarted() {
    return builder.invoicing(InvoicingOptions.DEFAULT).build();
  }

  /** The first contact gets another street, and nobody else has changed since. */
  void changeOneHere() {
    school.moveHouse(1);
  }

  /** The last contact, who has no lead that would change with it, gets another number in Odoo. */
  void changeOneInOdoo() {
    long last = idInOdoo(school.sizes().contacts());
    client.write("res.partner", List.of(last), Map.of("phone", "+33 1 42 68 53 00"));
  }

  Map<String, Long> callsByMethod() {
    return count.byMethod();
  }

  private int run(EntityType type, ToLongFunction<StageReport> counted, int expected) {
    return checked(engine.run(type), type, counted, expected);
  }

  private static int checked(
      SyncReport report, EntityType type, ToLongFunction<StageReport> counted, int expected) {
    long count = report.stage(type).map(counted::applyAsLong).orElse(-1L);
    if (!report.isSuccessful() || count != expected) {
      throw new IllegalStateException(type + ": expected " + expected + ", but: " + report);
    }
    return expected;
  }

  private static int idle(SyncReport report) {
    long read = report.stages().stream().mapToLong(StageReport::read).sum();
    long unchanged = report.stages().stream().mapToLong(StageReport::unchanged).sum();
    if (!report.isSuccessful() || read != unchanged) {
      throw new IllegalStateException("not idle: " + report);
    }
    return Math.toIntExact(read);
  }

  /** It is about all records, though it reads none of them. */
  private int idleChanges(SyncReport report) {
    if (!report.isSuccessful() || !report.stages().isEmpty()) {
      throw new IllegalStateException("not idle: " + report);
    }
    Sizes sizes = school.sizes();
    return sizes.contacts() + sizes.leads() + sizes.invoices();
  }

  @Override
  public long calls() {
    return count.calls();
  }

  @Override
  public void close() {
    database.dispose();
    Directories.delete(directory);
  }
}
