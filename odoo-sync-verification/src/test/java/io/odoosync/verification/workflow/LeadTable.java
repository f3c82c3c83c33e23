package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.Outcome;
import io.odoosync.report.SyncListener;
import io.odoosync.source.Travel;
import io.odoosync.source.TravelState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/** Every state of a travel against every state in which a person may have left its lead. */
final class LeadTable {

  private static final List<TravelState> STATES = List.of(TravelState.values());
  private static final String LOST = "reported | reported | nothing";
  private static final String LEFT = "nothing | nothing | nothing";

  /**
   * A row.
   *
   * @param words what a person has done with the lead
   * @param edit how
   * @param expected what the engine then does for a travel whose quote is validated, which is
   *     invoiced, which is cancelled; a new travel's lead is always left as it is
   */
  private record Row(String words, ObjLongConsumer<Salesperson> edit, String expected) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("lead, New", (p, lead) -> {}, "qualified | converted, won | lost"),
          new Row(
              "lead, Qualified",
              (p, lead) -> p.moveTo(lead, "stage_lead2"),
              "nothing | converted, won | lost"),
          new Row(
              "lead, Proposition",
              (p, lead) -> p.moveTo(lead, "stage_lead3"),
              "nothing | converted, won | lost"),
          new Row("lead, won", (p, lead) -> p.win(lead), "nothing | converted | reported"),
          new Row("lead, lost", (p, lead) -> p.lose(lead), LOST),
          new Row("lead, archived", (p, lead) -> p.archive(lead), LEFT),
          new Row(
              "lead, lost and reopened",
              (p, lead) -> {
                p.lose(lead);
                p.reopen(lead);
              },
              "qualified | converted, won | lost"),
          new Row("opportunity, New", (p, lead) -> p.convert(lead), "qualified | won | lost"),
          new Row(
              "opportunity, Proposition",
              (p, lead) -> {
                p.convert(lead);
                p.moveTo(lead, "stage_lead3");
              },
              "nothing | won | lost"),
          new Row(
              "opportunity, won",
              (p, lead) -> {
                p.convert(lead);
                p.win(lead);
              },
              "nothing | nothing | reported"),
          new Row(
              "opportunity, won and archived",
              (p, lead) -> {
                p.convert(lead);
                p.win(lead);
                p.archive(lead);
              },
              LEFT),
          new Row(
              "opportunity, lost",
              (p, lead) -> {
                p.convert(lead);
                p.lose(lead);
              },
              LOST),
          new Row(
              "opportunity, archived",
              (p, lead) -> {
                p.convert(lead);
                p.archive(lead);
              },
              LEFT));

  private final CrmSuite suite;
  private final SchoolTravel host;
  private final Map<String, String> expected = new LinkedHashMap<>();
  private final Map<String, String> actual = new LinkedHashMap<>();

  LeadTable(CrmSuite suite, SchoolTravel host) {
    this.suite = suite;
    this.host = host;
  }

  private static int number(int row, TravelState state) {
    return row * STATES.size() + STATES.indexOf(state) + 1;
  }

  private static Travel travel(int row, TravelState column, TravelState state) {
    int number = number(row, column);
    return SchoolTravel.travel(number, state).customer(SchoolTravel.teacherKey(1)).build();
  }

  private long lead(int row, TravelState state) {
    return suite.id(TRAVEL, SchoolTravel.travelKey(number(row, state)));
  }

  void run() {
    forEachCell((row, state) -> host.put(travel(row, state, TravelState.NEW)));
    suite.engine(host).build().runAll();
    Salesperson person = suite.salesperson();
    forEachCell((row, state) -> ROWS.get(row).edit().accept(person, lead(row, state)));
    forEachCell((row, state) -> host.put(travel(row, state, state)));
    Map<Long, Position> before = positions();
    Map<LocalKey, Outcome> outcomes = new HashMap<>();
    suite.engine(host).listener(noting(outcomes)).build().runAll();
    Map<Long, Position> after = positions();
    for (int row = 0; row < ROWS.size(); row++) {
      List<String> cells = new ArrayList<>();
      Position left = at(before, lead(row, TravelState.NEW));
      for (TravelState state : STATES) {
        long lead = lead(row, state);
        Outcome outcome = at(outcomes, SchoolTravel.travelKey(number(row, state)));
        cells.add(done(at(before, lead), at(after, lead), outcome));
      }
      actual.put(ROWS.get(row).words(), String.join(" | ", cells));
      expected.put(ROWS.get(row).words(), "nothing | " + expected(ROWS.get(row), left));
    }
  }

  private static <K, V> V at(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key), () -> "nothing about " + key);
  }

  /** Up to Odoo 18 there is no difference between an archived lead and a lost one. */
  private static String expected(Row row, Position left) {
    return left.isLost() ? LOST : row.expected();
  }

  private interface Cell {
    void visit(int row, TravelState state);
  }

  private static void forEachCell(Cell cell) {
    for (int row = 0; row < ROWS.size(); row++) {
      for (TravelState state : STATES) {
        cell.visit(row, state);
      }
    }
  }

  private static SyncListener noting(Map<LocalKey, Outcome> outcomes) {
    return new SyncListener() {
      @Override
      public void onRecord(EntityType type, LocalKey key, Outcome outcome) {
        outcomes.put(key, outcome);
      }
    };
  }

  /** Where a lead is. */
  private record Position(
      String type, long stage, boolean active, boolean impossible, boolean won) {
    private boolean isLost() {
      return !active && impossible && !won;
    }
  }

  private Map<Long, Position> positions() {
    List<Long> ids = new ArrayList<>();
    forEachCell((row, state) -> ids.add(lead(row, state)));
    long won = suite.client().resolveExternalId("crm", "stage_lead4").orElseThrow().id();
    Map<Long, Position> positions = new HashMap<>();
    for (OdooRecord lead :
        suite
            .client()
            .read("crm.lead", ids, List.of("type", "stage_id", "active", "probability"))) {
      long stage = lead.reference("stage_id").orElseThrow();
      positions.put(
          lead.id(),
          new Position(
              lead.text("type").orElseThrow(),
              stage,
              lead.flag("active"),
              lead.number("probability").orElseThrow().signum() == 0,
              stage == won));
    }
    return positions;
  }

  private static String done(Position before, Position after, Outcome outcome) {
    List<String> done = new ArrayList<>();
    if (!after.type().equals(before.type())) {
      done.add("converted");
    }
    if (after.stage() != before.stage()) {
      done.add(after.won() ? "won" : "qualified");
    }
    if (after.active() != before.active()) {
      done.add(after.isLost() ? "lost" : "restored");
    }
    return Optional.of(String.join(", ", done))
        .filter(words -> !words.isEmpty())
        .orElse(outcome instanceof Outcome.Failed ? "reported" : "nothing");
  }

  /** In the form that documents take. */
  void print() {
    StringBuilder table = new StringBuilder("| what a person did with the lead |");
    STATES.forEach(state -> table.append(' ').append(state).append(" |"));
    table.append("\n| --- | --- | --- | --- | --- |");
    actual.forEach((row, cells) -> table.append("\n| " + row + " | " + cells + " |"));
    System.out.println(table);
  }

  void verify() {
    assertThat(actual).isEqualTo(expected);
  }
}
