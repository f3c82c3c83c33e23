package io.odoosync.tool;

import io.odoosync.plan.SyncPlan;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a saved plan. */
@Command(
    name = "plan",
    description = {
      "Shows a saved plan (what SyncPlan.toJson() gave), as a diff or as a page.",
      "Exit code 0 if it is whole, 1 if it ends early and so can't be carried out."
    },
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final OutputOptions output;

  @Parameters(paramLabel = "FILE", description = "The plan; - for the standard input.")
  private Path file = Path.of("-");

  PlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.output = new OutputOptions(surroundings);
  }

  @Override
  public Integer call() {
    boolean isInput = file.toString().equals("-");
    SyncPlan plan = parsed(isInput ? surroundings.input() : Surroundings.read(file));
    output.write(output.isHtml() ? plan.toHtml() : plan.toString());
    return plan.stopped() == null ? Main.WELL : Main.NOT_WELL;
  }

  private static SyncPlan parsed(String json) {
    try {
      return SyncPlan.parse(json);
    } catch (IllegalArgumentException e) {
      throw ToolException.notFoundOut(String.valueOf(e.getMessage()), e);
    }
  }
}
