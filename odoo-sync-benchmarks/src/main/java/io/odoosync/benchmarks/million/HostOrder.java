package io.odoosync.benchmarks.million;

import io.odoosync.benchmarks.OdooSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a {@link HostProcess} is told.
 *
 * @param odoo as whom the host works
 * @param person as whom a person works in the same Odoo
 */
record HostOrder(
    OdooSite odoo,
    OdooSite person,
    String jdbcUrl,
    int contacts,
    int callsAtOnce,
    List<Step> steps) {

  private static final int BEFORE_STEPS = 9;

  /** What {@link #parse} takes. */
  List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                odoo.url(),
                odoo.database(),
                odoo.login(),
                odoo.apiKey(),
                person.login(),
                person.apiKey(),
                jdbcUrl,
                String.valueOf(contacts),
                String.valueOf(callsAtOnce)));
    steps.forEach(step -> arguments.add(step.name()));
    return arguments;
  }

  /** Reads what {@link #arguments} wrote. */
  static HostOrder parse(String[] arguments) {
    return new HostOrder(
        new OdooSite(arguments[0], arguments[1], arguments[2], arguments[3]),
        new OdooSite(arguments[0], arguments[1], arguments[4], arguments[5]),
        arguments[6],
        Integer.parseInt(arguments[7]),
        Integer.parseInt(arguments[8]),
        Arrays.stream(arguments).skip(BEFORE_STEPS).map(Step::valueOf).toList());
  }
}
