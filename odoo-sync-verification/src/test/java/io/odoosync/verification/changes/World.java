package io.odoosync.verification.changes;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.TRAVEL;

import io.odoosync.Brakes;
import io.odoosync.LocalKey;
import io.odoosync.SyncEngine;
import io.odoosync.SyncEngineBuilder;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.RetryPolicy;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.ContactChange;
import io.odoosync.source.ContactSource;
import io.odoosync.source.SourceRecord;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelChange;
import io.odoosync.source.TravelSource;
import io.odoosync.store.IdStore;
import io.odoosync.store.InMemoryIdStore;
import io.odoosync.store.InMemoryStateStore;
import io.odoosync.store.StateStore;
import io.odoosync.testkit.Fault;
import io.odoosync.testkit.InProcessOdoo;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.SteppedClock;
import io.odoosync.testkit.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A host, an Odoo, what the sync remembers, and two clocks that need not agree. */
final class World implements AutoCloseable {

  private static final String NAMESPACE = "__history__";
  private static final List<String> PARTNER = List.of("name", "city", "street", "phone");
  private static final List<String> LEAD =
      List.of("name", "type", "stage_id", "active", "probability", "description");

  private final SteppedClock ours;
  private final SteppedClock theirs;
  private final InProcessOdoo odoo;
  private final Mortality mortality = new Mortality();
  private final IdStore ids = new InMemoryIdStore();
  private final StateStore state = new InMemoryStateStore();
  private final ConflictPolicy policy;
  private final boolean tellsChanges;
  private final Map<LocalKey, Contact> contacts = new TreeMap<>();
  private final Map<LocalKey, Travel> travels = new TreeMap<>();
  private final Map<LocalKey, Instant> changed = new TreeMap<>();
  private final Map<String, Long> listed = new HashMap<>();
  private int pulls;
  private int maxResponseBytes = OdooConnection.DEFAULT_MAX_RESPONSE_BYTES;
  private @Nullable SyncEngine engine;

  /**
   * Makes one without records.
   *
   * @param skew how far Odoo's clock is ahead of ours
   * @param tellsChanges whether the host knows what it changed when
   */
  World(OdooRelease release, Duration skew, ConflictPolicy policy, boolean tellsChanges) {
    Instant start = Instant.parse("2026-11-02T08:00:00.250Z");
    this.ours = new SteppedClock(start);
    this.theirs = new SteppedClock(start.plus(skew));
    this.odoo = InProcessOdoo.builder(release).clock(theirs).start();
    this.policy = policy;
    this.tellsChanges = tellsChanges;
  }

  SyncEngine engine() {
    SyncEngine made = engine == null ? builder().build() : engine;
    engine = made;
    return made;
  }

  private SyncEngineBuilder builder() {
    OdooClient client =
        OdooClient.connect(
                OdooConnection.builder()
                    .url(odoo.url())
                    .database(odoo.database())
                    .login(odoo.login())
                    .apiKey(odoo.apiKey())
                    .retry(new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1)))
                    .httpClient(new DatedHttp(theirs))
                    .maxResponseBytes(maxResponseBytes)
                    .build())
            .observedBy(this::note)
            .guardedBy(call -> mortality.requireAlive());
    return SyncEngine.builder(client)
        .namespace(NAMESPACE)
        .contacts(contactSource())
        .travels(travelSource())
        .idStore(mortality.of(IdStore.class, ids))
        .stateStore(mortality.of(StateStore.class, state))
        .brakes(Brakes.released())
        .conflictPolicy(policy)
        .batchSize(CONTACT, 2)
        .batchSize(TRAVEL, 2)
        .clock(ours);
  }

  /** The process dies in the midst of what it does, and is started again. */
  void dieDuring(int storeCalls, Runnable run) {
    mortality.dieAfter(storeCalls);
    run.run();
    mortality.restart();
    engine = null;
  }

  void pass(Duration time) {
    ours.pass(time);
    theirs.pass(time);
  }

  void put(SourceRecord record) {
    changed.put(record.key(), ours.instant());
    if (record instanceof Contact contact) {
      contacts.put(contact.key(), contact);
    } else if (record instanceof Travel travel) {
      travels.put(travel.key(), travel);
    }
  }

  void remove(LocalKey travel) {
    travels.remove(travel);
  }

  Optional<Contact> contact(LocalKey key) {
    return Optional.ofNullable(contacts.get(key));
  }

  Optional<Travel> travel(LocalKey key) {
    return Optional.ofNullable(travels.get(key));
  }

  /**
   * A person writes to a record of ours in Odoo, if it is there.
   *
   * @param ago how long ago the transaction began that ends now; a record that was written since
   *     would make it begin anew
   */
  void edit(String model, LocalKey key, Map<String, Object> values, Duration ago) {
    record(model, key)
        .ifPresent(
            stored -> {
              Instant began = theirs.instant().minus(ago);
              boolean fails = !began.isAfter(written(stored).plusSeconds(1));
              theirs.at(
                  fails ? theirs.instant() : began,
                  () -> odoo.person().write(model, stored.id(), values));
            });
  }

  private static Instant written(StoredRecord stored) {
    return Instant.parse(stored.text("write_date").replace(' ', 'T') + "Z");
  }

  private Optional<StoredRecord> record(String model, LocalKey key) {
    return odoo.records(model).stream().filter(record -> isOf(record, key)).findFirst();
  }

  private static boolean isOf(StoredRecord record, LocalKey key) {
    String name = "_" + key.toString().replace('/', '_');
    return record.externalId().startsWith(NAMESPACE + ".") && record.externalId().endsWith(name);
  }

  /** The next writes of a model fail. */
  void refuse(String model) {
    for (String method : List.of("write", "web_save_multi", "load")) {
      odoo.faults().on(model, method).always(Fault.status(503));
    }
  }

  void accept() {
    odoo.faults().clear();
  }

  /** Forgets what was written on either side. */
  void forgetWrites() {
    odoo.forgetRequests();
    pulls = 0;
  }

  /** What was written on either side since. */
  List<String> writes() {
    return Stream.concat(
            odoo.writes().stream().map(Object::toString),
            Stream.of("pulled to the host " + pulls + " times").filter(words -> pulls > 0))
        .toList();
  }

  SyncReport runAll() {
    return engine().runAll();
  }

  SyncReport runChanges() {
    return engine().runChanges();
  }

  /** Larger answers are not taken; before the first run. */
  void allowAnswersOf(int bytes) {
    maxResponseBytes = bytes;
  }

  /** How many bytes a run takes to list records of a model. */
  long bytesListed(String model, Runnable run) {
    listed.clear();
    run.run();
    return listed.getOrDefault(model, 0L);
  }

  private void note(CallObserver.Attempt attempt) {
    if (attempt.method().equals("search_read") && attempt.failure() == null) {
      listed.merge(attempt.model(), attempt.bytesReceived(), Long::sum);
    }
  }

  /** What both sides hold, by the key. */
  Map<String, String> picture() {
    Map<String, String> picture = new TreeMap<>();
    contacts.forEach((key, contact) -> picture.put("host " + key, contact.toString()));
    travels.forEach((key, travel) -> picture.put("host " + key, travel.toString()));
    add("res.partner", PARTNER, picture);
    add("crm.lead", LEAD, picture);
    return picture;
  }

  private void add(String model, List<String> fields, Map<String, String> picture) {
    for (StoredRecord record : odoo.records(model)) {
      if (record.externalId().startsWith(NAMESPACE)) {
        Map<String, Object> values = new TreeMap<>();
        fields.forEach(field -> values.put(field, record.get(field)));
        picture.put("Odoo " + record.externalId(), values.toString());
      }
    }
  }

  private <T extends SourceRecord> Optional<Stream<T>> since(Instant since, Map<LocalKey, T> all) {
    return tellsChanges
        ? Optional.of(all.values().stream().filter(one -> !changedAt(one).isBefore(since)))
        : Optional.empty();
  }

  private Instant changedAt(SourceRecord record) {
    return changed.getOrDefault(record.key(), Instant.MAX);
  }

  private ContactSource contactSource() {
    return new ContactSource() {
      @Override
      public Stream<Contact> contacts() {
        return List.copyOf(contacts.values()).stream();
      }

      @Override
      public Optional<Stream<Contact>> changedSince(Instant since) {
        return World.this.since(since, contacts);
      }

      @Override
      public void apply(ContactChange change) {
        pulls++;
        put(change.after());
      }
    };
  }

  private TravelSource travelSource() {
    return new TravelSource() {
      @Override
      public Stream<Travel> travels() {
        return List.copyOf(travels.values()).stream();
      }

      @Override
      public Optional<Stream<Travel>> changedSince(Instant since) {
        return World.this.since(since, travels);
      }

      @Override
      public void apply(TravelChange change) {
        pulls++;
        put(change.after());
      }
    };
  }

  @Override
  public void close() {
    odoo.close();
  }
}
