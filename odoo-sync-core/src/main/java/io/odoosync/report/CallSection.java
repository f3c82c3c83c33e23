package io.odoosync.report;

import io.odoosync.internal.html.Html;
import io.odoosync.internal.html.Numbers;
import io.odoosync.internal.html.Table;
import io.odoosync.internal.html.Tag;
import io.odoosync.internal.text.Durations;
import java.util.ArrayList;
import java.util.List;

/** What was exchanged with Odoo, and what took long. */
final class CallSection {

  private CallSection() {}

  static List<Html> of(Traffic traffic) {
    List<Html> section = new ArrayList<>();
    section.add(Tag.of("h2").text("Calls of Odoo"));
    section.add(Tag.of("p").text(told(traffic)));
    if (!traffic.methods().isEmpty()) {
      section.add(table(traffic.methods()));
    }
    return section;
  }

  private static String told(Traffic traffic) {
    BudgetUse budget = traffic.budget();
    return Numbers.of(traffic.calls(), "call, ", "calls, ")
        + Numbers.of(traffic.retries(), "retry, ", "retries, ")
        + Numbers.bytes(traffic.bytesSent())
        + " sent, "
        + Numbers.bytes(traffic.bytesReceived())
        + " received"
        + (budget == null ? "." : "; " + budget + ".");
  }

  private static Html table(List<MethodCalls> methods) {
    Table table =
        new Table("The slowest: what took most time in all")
            .texts("Model and method")
            .numbers("In all", "The longest", "Calls", "Retries");
    methods.forEach(
        method ->
            table.row(
                Words.code(method.model() + "." + method.method()),
                Table.number(Durations.words(method.total())),
                Table.number(Durations.words(method.longest())),
                Table.number(method.calls()),
                Table.number(method.retries())));
    return table.html();
  }
}
