package io.odoosync.benchmarks.micro;

import io.odoosync.internal.field.Html;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Notes as Odoo's HTML, and what a person's editor made of them as text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HtmlBenchmark {

  private static final String TEXT =
      "Two classes of 28, three teachers.\nNo nuts & no \"surprises\".\n\nCall <Anna> first.\n"
          .repeat(5);

  private final String paragraphs = Html.paragraphs(TEXT);
  private final String edited =
      paragraphs
          .replace("<p>", "<p style=\"margin:0\" data-oe-version=\"2.0\"><span>")
          .replace("</p>", "</span></p>\n");

  /** Text as paragraphs. */
  @Benchmark
  public String paragraphs() {
    return Html.paragraphs(TEXT);
  }

  /** Paragraphs as text. */
  @Benchmark
  public String text() {
    return Html.text(edited);
  }

  /** Whether markup is nothing but paragraphs. */
  @Benchmark
  public boolean isParagraphs() {
    return Html.isParagraphs(paragraphs);
  }
}
