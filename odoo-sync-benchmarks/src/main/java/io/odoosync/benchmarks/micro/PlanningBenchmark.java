package io.odoosync.benchmarks.micro;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.internal.compare.Base;
import io.odoosync.internal.compare.Planner;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.source.Contact;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The comparison of one contact on both sides with what both agreed on last. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlanningBenchmark {

  private static final Instant WRITTEN = Instant.parse("2026-11-25T10:00:00Z");

  private final Guests guests = new Guests();
  private final Contact contact = Guests.contact(1);
  private final Contact moved = contact.toBuilder().phone("+33 1 99 00 20 20").build();
  private final Mapping.Mapped mapped = guests.mapped(contact);
  private final Mapping.Mapped movedMapped = guests.mapped(moved);
  private final OdooValues odoo = new OdooValues(mapped.fields(), WRITTEN);
  private final OdooValues edited = new OdooValues(edited(mapped.fields()), WRITTEN);
  private final Link link =
      new Link(
          EntityType.CONTACT, contact.key(), 7L, Base.of(mapped).readBack(odoo).text(), WRITTEN);
  private final Planner planner =
      new Planner(EntityType.CONTACT, guests.fields(), Set.of("city"), ConflictPolicy.localWins());

  private static FieldValues edited(FieldValues values) {
    return values.plus(FieldValues.builder().set("city", new FieldValue.Text("Lyon")).build());
  }

  /** Nothing has changed: what an idle run does for each record. */
  @Benchmark
  public Object unchanged() {
    return planner.decide(contact, link, mapped, odoo);
  }

  /** The host has another phone, Odoo another city. */
  @Benchmark
  public Object changedOnBothSides() {
    return planner.decide(moved, link, movedMapped, edited);
  }

  /** What both agreed on, from the text that the id store keeps. */
  @Benchmark
  public Object base() {
    return Base.parse(link.base());
  }
}
