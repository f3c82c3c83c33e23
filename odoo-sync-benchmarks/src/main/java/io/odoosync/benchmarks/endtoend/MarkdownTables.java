package io.odoosync.benchmarks.endtoend;

import io.odoosync.benchmarks.endtoend.Contender.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Results as tables for a README. */
final class MarkdownTables {

  private static final String NOTHING = "–";

  private final Results results;

  MarkdownTables(Results results) {
    this.results = results;
  }

  /** Ratios, then records a second, then calls. */
  String all() {
    return ratios() + "\n" + rates() + "\n" + calls();
  }

  /** The library beside the best that is written by hand, and beside itself with one call. */
  String ratios() {
    List<Contender> engines = results.of(Sort.ENGINE);
    List<String> head = new ArrayList<>(List.of(""));
    engines.forEach(engine -> head.add(engine.name() + " ÷ best by hand"));
    engines.stream().skip(1).forEach(engine -> head.add(engine.name() + " ÷ 1 call"));
    head.add("best by hand");
    StringBuilder table = head(head);
    for (Scenario scenario : Scenario.values()) {
      table.append(row(scenario, ratios(engines, scenario)));
    }
    return table.toString();
  }

  private List<String> ratios(List<Contender> engines, Scenario scenario) {
    List<String> cells = new ArrayList<>();
    for (Contender engine : engines) {
      cells.add(
          results
              .bestByHand(scenario)
              .map(best -> ratio(results.ratio(engine, best, scenario)))
              .orElse(NOTHING));
    }
    engines.stream()
        .skip(1)
        .map(engine -> ratio(results.ratio(engine, engines.get(0), scenario)))
        .forEach(cells::add);
    cells.add(results.bestByHand(scenario).map(Contender::name).orElse(NOTHING));
    return cells;
  }

  /** Records a second of everybody. */
  String rates() {
    return table("records a second", results::rate, MarkdownTables::rate);
  }

  /** Calls of everybody who counts them. */
  String calls() {
    return table("calls", results::calls, count -> String.format(Locale.ROOT, "%.0f", count));
  }

  private String table(
      String title,
      BiFunction<Contender, Scenario, OptionalDouble> figure,
      DoubleFunction<String> words) {
    List<String> head = new ArrayList<>(List.of(title));
    results.contenders().forEach(contender -> head.add(contender.name()));
    StringBuilder table = head(head);
    for (Scenario scenario : Scenario.values()) {
      List<String> cells = new ArrayList<>();
      for (Contender contender : results.contenders()) {
        OptionalDouble value = figure.apply(contender, scenario);
        cells.add(value.isPresent() ? words.apply(value.getAsDouble()) : NOTHING);
      }
      table.append(row(scenario, cells));
    }
    return table.toString();
  }

  private static StringBuilder head(List<String> names) {
    String right = names.stream().skip(1).map(name -> "---:|").collect(Collectors.joining());
    return new StringBuilder("| " + String.join(" | ", names) + " |\n|---|" + right + "\n");
  }

  private static String row(Scenario scenario, List<String> cells) {
    return "| " + scenario.words() + " | " + String.join(" | ", cells) + " |\n";
  }

  private static String ratio(OptionalDouble ratio) {
    return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()) : NOTHING;
  }

  private static String rate(double rate) {
    return rate < 10
        ? String.format(Locale.ROOT, "%.1f", rate)
        : String.format(Locale.ROOT, "%.0f", rate);
  }
}
