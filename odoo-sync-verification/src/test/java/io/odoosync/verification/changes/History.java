package io.odoosync.verification.changes;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What happens on both sides, one after the other: made from a seed, so that it can be repeated.
 */
final class History {

  private static final int RECORDS = 4;
  private static final List<Duration> TIMES =
      List.of(
          Duration.ZERO,
          Duration.ofMillis(300),
          Duration.ofSeconds(1),
          Duration.ofSeconds(7),
          Duration.ofSeconds(100),
          Duration.ofMinutes(10),
          Duration.ofHours(3));

  private final Random random;
  private final List<Event> events = new ArrayList<>();

  /**
   * Something that happens.
   *
   * @param words what, for whoever has to find out why a history goes wrong
   * @param happening does it
   */
  private record Event(String words, Happening happening) {}

  /** Does something in a world. */
  @FunctionalInterface
  private interface Happening {

    /**
     * Does it.
     *
     * @param changesOnly whether its runs only look at what changed; else they look at everything
     */
    void in(World world, boolean changesOnly);
  }

  History(long seed, int length) {
    this.random = new Random(seed);
    add("two teachers", (world, changes) -> List.of(0, 1).forEach(i -> world.put(teacher(i, "A"))));
    add("the first run", (world, changes) -> world.runAll());
    for (int i = 0; i < length; i++) {
      add();
      if (random.nextInt(2) == 0) {
        Duration time = TIMES.get(random.nextInt(TIMES.size()));
        add(time + " pass", (world, changes) -> world.pass(time));
      }
    }
    mend();
  }

  /** All that can't be synced is mended, and Odoo takes what is written. */
  private void mend() {
    add(
        "all is mended",
        (world, changes) -> {
          world.accept();
          for (int i = 0; i < RECORDS; i++) {
            world
                .contact(teacherKey(i))
                .filter(teacher -> teacher.name() == null || teacher.name().isBlank())
                .ifPresent(teacher -> world.put(teacher.toBuilder().name("Mended").build()));
          }
        });
    add("a run", History::run);
    add("5 s pass", (world, changes) -> world.pass(Duration.ofSeconds(5)));
    add("a run", History::run);
  }

  private void add(String words, Happening happening) {
    events.add(new Event(words, happening));
  }

  private static void run(World world, boolean changesOnly) {
    if (changesOnly) {
      world.runChanges();
    } else {
      world.runAll();
    }
  }

  private void add() {
    int record = random.nextInt(RECORDS);
    String value = "V" + random.nextInt(1_000);
    switch (random.nextInt(15)) {
      case 0, 1 ->
          add("host: " + record + " in " + value, (w, c) -> w.put(moved(w, record, value)));
      case 2 ->
          add("host: " + record + " named " + value, (w, c) -> w.put(named(w, record, value)));
      case 3 -> add("host: " + record + " without name", (w, c) -> w.put(named(w, record, " ")));
      case 4 -> addTravel(record, value);
      case 5 -> add("host: travel " + record + " gone", (w, c) -> w.remove(travelKey(record)));
      case 6, 7 -> addEdit("res.partner", teacherKey(record), "city", value);
      case 8 -> addEdit("res.partner", teacherKey(record), "name", value);
      case 9 -> addEdit("crm.lead", travelKey(record), "name", value);
      case 10 -> addFaults();
      case 11 -> addDeath(random.nextInt(60));
      case 12 -> add("sync of " + record, (w, c) -> sync(w, record, c));
      case 13 -> addEditsAroundRun(record, value);
      default -> add("a run", History::run);
    }
  }

  private void addTravel(int record, String value) {
    TravelState state =
        List.of(TravelState.NEW, TravelState.QUOTE_VALIDATED, TravelState.INVOICED)
            .get(random.nextInt(3));
    add(
        "host: travel " + record + " " + state + " " + value,
        (world, changes) -> {
          if (world.contact(teacherKey(record)).isPresent()) {
            world.put(travel(record, furthest(world, record, state), value));
          }
        });
  }

  /** A travel does not go back. */
  private static TravelState furthest(World world, int record, TravelState state) {
    return world
        .travel(travelKey(record))
        .map(Travel::state)
        .filter(before -> before.compareTo(state) > 0)
        .orElse(state);
  }

  private void addEdit(String model, LocalKey key, String field, String value) {
    Duration ago = Duration.ofSeconds(random.nextInt(3) == 0 ? random.nextInt(119) : 0);
    add(
        "Odoo: " + key + " " + field + " " + value + ", begun " + ago + " ago",
        (world, changes) -> world.edit(model, key, Map.of(field, value), ago));
  }

  /** Odoo's times of the two are the same. */
  private void addEditsAroundRun(int record, String value) {
    addEdit("res.partner", teacherKey(record), "city", value);
    add("a run", History::run);
    addEdit("res.partner", teacherKey(record), "street", value);
  }

  private void addFaults() {
    add(
        "a run while Odoo is down for writing",
        (world, changes) -> {
          world.refuse("res.partner");
          if (changes) {
            world.runChanges();
          }
          world.accept();
          run(world, changes);
        });
  }

  private void addDeath(int calls) {
    add(
        "a run that dies at call " + calls + " of a store, and another one",
        (world, changes) -> {
          if (changes) {
            world.dieDuring(calls, world::runChanges);
          }
          run(world, changes);
        });
  }

  private static void sync(World world, int record, boolean changesOnly) {
    if (changesOnly) {
      world.engine().sync(EntityType.CONTACT, teacherKey(record));
      world.runChanges();
    } else {
      world.runAll();
    }
  }

  /** Lets it happen. */
  void in(World world, boolean changesOnly) {
    events.forEach(event -> event.happening().in(world, changesOnly));
  }

  static LocalKey teacherKey(int record) {
    return LocalKey.of("teacher", record);
  }

  private static LocalKey travelKey(int record) {
    return LocalKey.of("travel", record);
  }

  private static Contact teacher(int record, String city) {
    return Contact.builder(teacherKey(record))
        .name("Teacher " + record)
        .phone("+33 1 99 00 00 1" + record)
        .address(PostalAddress.builder().street("1 rue Haute").city(city).build())
        .build();
  }

  /**
   * Within the same street: a host that goes back to what it had before it took Odoo's is taken for
   * one that lost what it took, until a run has seen that it has it; and one kind of run looks once
   * where the other looks twice.
   */
  private static Contact moved(World world, int record, String city) {
    Contact before = world.contact(teacherKey(record)).orElse(teacher(record, city));
    return before.toBuilder().address(before.address().toBuilder().city(city).build()).build();
  }

  private static Contact named(World world, int record, String name) {
    return world.contact(teacherKey(record)).orElse(teacher(record, "B")).toBuilder()
        .name(name)
        .build();
  }

  private static Travel travel(int record, TravelState state, String title) {
    return Travel.builder(travelKey(record))
        .title(title)
        .state(state)
        .customer(teacherKey(record))
        .build();
  }

  /** Its events, one a line. */
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder();
    events.forEach(event -> words.append("\n  ").append(event.words()));
    return words.toString();
  }
}
