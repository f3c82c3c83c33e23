package io.odoosync.benchmarks.micro;

import io.odoosync.LocalKey;
import io.odoosync.internal.field.LoadTable;
import io.odoosync.internal.field.Mapping;
import io.odoosync.source.Contact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the host's record to Odoo's fields, and to the table that {@code load} takes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MappingBenchmark {

  private static final int BATCH = 200;

  private final Guests guests = new Guests();
  private final Contact contact = Guests.contact(1);
  private final Map<LocalKey, Mapping.Mapped> batch = batch();

  private Map<LocalKey, Mapping.Mapped> batch() {
    Map<LocalKey, Mapping.Mapped> mapped = new LinkedHashMap<>();
    for (int number = 1; number <= BATCH; number++) {
      Contact one = Guests.contact(number);
      mapped.put(one.key(), guests.mapped(one));
    }
    return mapped;
  }

  /** A contact with a name, numbers, an address and notes. */
  @Benchmark
  public Object contact() {
    return guests.mapped(contact);
  }

  /** 200 of them as a table. */
  @Benchmark
  public Object tableOf200() {
    return LoadTable.of("__school_travel__", "res.partner", batch);
  }
}
