package io.odoosync.examples.schooltravel;

import io.odoosync.EntityType;
import io.odoosync.report.StageProgress;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncListener;
import java.io.Console;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Draws a progress bar for each stage, or prints one line a stage where there is no terminal. */
final class ProgressBars implements SyncListener {

  private static final int WIDTH = 90;

  private final PrintStream out;
  private final boolean terminal;
  private final Map<EntityType, ProgressBar> bars = new EnumMap<>(EntityType.class);

  /** Makes a listener for one or more runs. */
  ProgressBars(PrintStream out) {
    this.out = out;
    this.terminal = isTerminal(System.console());
  }

  @Override
  public void onProgress(StageProgress progress) {
    bars.computeIfAbsent(progress.type(), type -> bar(type, progress.total()))
        .stepTo(progress.done());
  }

  private ProgressBar bar(EntityType type, long total) {
    return new ProgressBarBuilder()
        .setTaskName(String.format(Locale.ROOT, "  %-8s", type))
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setMaxRenderedLength(WIDTH)
        .setConsumer(terminal ? new ConsoleProgressBarConsumer(out, WIDTH) : new LastLine(out))
        .build();
  }

  @Override
  public void onStageFinished(StageReport report) {
    ProgressBar bar = bars.remove(report.type());
    if (bar != null) {
      bar.close();
    }
  }

  /** From Java 22 on there is a console also when there is no terminal, and a method to ask. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }

  /** Prints the bar as it is in the end. */
  private static final class LastLine implements ProgressBarConsumer {

    private final PrintStream out;
    private String line = "";

    LastLine(PrintStream out) {
      this.out = out;
    }

    @Override
    public int getMaxRenderedLength() {
      return WIDTH;
    }

    @Override
    public synchronized void accept(String rendered) {
      line = rendered;
    }

    @Override
    public synchronized void close() {
      out.println(line);
    }
  }
}
