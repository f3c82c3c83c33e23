package io.odoosync.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Conflict;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.conflict.Resolution;
import io.odoosync.conflict.Winner;
import io.odoosync.internal.field.Encoding;
import io.odoosync.internal.field.FieldKind;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.source.Contact;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What must hold of every record on both sides, whatever was agreed on before, and of every policy.
 * Odoo writes all texts in capitals here, as it rewrites some on real servers.
 */
class PlannerPropertiesTest {

  private static final LocalKey KEY = LocalKey.of("teacher", 1);
  private static final List<String> FIELDS = List.of("f1", "f2", "f3", "f4");

  /** All fields but this can be brought back to the host. */
  private static final String SENT_ONLY = "f4";

  /**
   * One record.
   *
   * @param host what the host has, by field
   * @param odoo what Odoo has, by field
   * @param base what was agreed on
   */
  record World(Map<String, String> host, Map<String, String> odoo, Base base) {

    Decision decide(ConflictPolicy policy) {
      return decide(policy, FIELDS);
    }

    Decision decide(ConflictPolicy policy, List<String> fields) {
      Link link = new Link(EntityType.CONTACT, KEY, 7L, base.text(), Instant.EPOCH);
      Set<String> pullable =
          FIELDS.stream().filter(f -> !f.equals(SENT_ONLY)).collect(Collectors.toSet());
      return new Planner(EntityType.CONTACT, new ModelFields(Map.of()), pullable, policy)
          .decide(
              Contact.builder(KEY).build(),
              link,
              new Mapping.Mapped(values(host, fields), FieldValues.builder().build()),
              new OdooValues(values(odoo, fields), Instant.EPOCH));
    }

    /** Does what was decided on both sides. */
    World apply(Decision decision) {
      if (decision instanceof Decision.Keep keep) {
        return new World(host, odoo, keep.base() == null ? base : keep.base());
      }
      Decision.Update update = (Decision.Update) decision;
      Map<String, String> hostAfter = new LinkedHashMap<>(host);
      update.pull().byField().forEach((field, value) -> hostAfter.put(field, Encoding.cell(value)));
      Map<String, String> odooAfter = new LinkedHashMap<>(odoo);
      update
          .push()
          .byField()
          .forEach((field, value) -> odooAfter.put(field, stored(Encoding.cell(value))));
      return new World(
          hostAfter,
          odooAfter,
          update
              .agreement()
              .pushed(new OdooValues(values(odooAfter, FIELDS), Instant.EPOCH))
              .pulled(values(hostAfter, FIELDS))
              .base());
    }

    private static String stored(String text) {
      return text.toUpperCase(Locale.ROOT);
    }

    private static FieldValues values(Map<String, String> cells, List<String> fields) {
      FieldValues.Builder values = FieldValues.builder();
      fields.forEach(field -> values.set(field, text(cells.getOrDefault(field, ""))));
      return values.build();
    }

    String host(String field) {
      return host.getOrDefault(field, "");
    }

    String odoo(String field) {
      return odoo.getOrDefault(field, "");
    }

    boolean agreedAtHost(String field) {
      return base.field(field).filter(agreed -> agreed.sent().equals(host(field))).isPresent();
    }

    boolean agreedInOdoo(String field) {
      return base.field(field).filter(agreed -> agreed.read().equals(odoo(field))).isPresent();
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void decide_again_movesNothing(
      @ForAll("worlds") World world, @ForAll("policies") ConflictPolicy policy) {
    Decision again = world.apply(world.decide(policy)).decide(policy);
    if (again instanceof Decision.Update update) {
      assertThat(update.push().byField()).isEmpty();
      assertThat(update.pull().byField()).isEmpty();
      assertThat(update.resolutions()).allMatch(one -> one.winner() == Winner.MANUAL);
    } else {
      assertThat(again).isInstanceOf(Decision.Keep.class);
      assertThat(((Decision.Keep) again).base()).isNull();
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void decide_fieldThatNeitherChanged_doesNotMove(
      @ForAll("worlds") World world, @ForAll("policies") ConflictPolicy policy) {
    World after = world.apply(world.decide(policy));
    for (String field : FIELDS) {
      if (world.agreedAtHost(field) && world.agreedInOdoo(field)) {
        assertThat(after.host(field)).isEqualTo(world.host(field));
        assertThat(after.odoo(field)).isEqualTo(world.odoo(field));
        assertThat(after.base().field(field)).isEqualTo(world.base().field(field));
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void decide_fieldsInAnotherOrder_isTheSame(
      @ForAll("worlds") World world,
      @ForAll("policies") ConflictPolicy policy,
      @ForAll("orders") List<String> order) {
    assertThat(summary(world.decide(policy, order))).isEqualTo(summary(world.decide(policy)));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void decide_fieldsOneByOne_isTheSame(
      @ForAll("worlds") World world, @ForAll("policies") ConflictPolicy policy) {
    Map<String, Object> alone = new LinkedHashMap<>();
    for (String field : FIELDS) {
      alone.putAll(summary(world.decide(policy, List.of(field))));
    }
    assertThat(summary(world.decide(policy))).isEqualTo(alone);
  }

  /** What is overwritten was agreed on, blank, or is in a resolution. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void decide_overwritten_isNeverGone(
      @ForAll("worlds") World world, @ForAll("policies") ConflictPolicy policy) {
    Decision decision = world.decide(policy);
    World after = world.apply(decision);
    for (String field : FIELDS) {
      if (!after.odoo(field).equals(world.odoo(field)) && !world.agreedInOdoo(field)) {
        assertThat(kept(decision, field, world.odoo(field))).isTrue();
      }
      if (!after.host(field).equals(world.host(field)) && !world.agreedAtHost(field)) {
        assertThat(kept(decision, field, world.host(field))).isTrue();
      }
    }
  }

  private static boolean kept(Decision decision, String field, String value) {
    return value.isEmpty()
        || ((Decision.Update) decision)
            .resolutions().stream()
                .map(one -> one.conflict())
                .filter(conflict -> conflict.field().equals(field))
                .anyMatch(
                    conflict ->
                        List.of(conflict.local(), conflict.odoo()).contains(FieldValue.of(value)));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void decide_localWins_neverTouchesTheHost(@ForAll("worlds") World world) {
    World after = world.apply(world.decide(ConflictPolicy.localWins()));
    assertThat(after.host()).isEqualTo(world.host());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void decide_manual_neverTouchesTheHost(@ForAll("worlds") World world) {
    World after = world.apply(world.decide(ConflictPolicy.manual()));
    assertThat(after.host()).isEqualTo(world.host());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void decide_odooWins_leavesNothingDifferentThatTheHostCanHold(@ForAll("worlds") World world) {
    World after = world.apply(world.decide(ConflictPolicy.odooWins()));
    for (String field : FIELDS) {
      if (!field.equals(SENT_ONLY) && !(world.agreedAtHost(field) && world.agreedInOdoo(field))) {
        assertThat(World.stored(after.host(field))).isEqualTo(World.stored(after.odoo(field)));
      }
    }
  }

  /** By field: what is done about it. */
  private static Map<String, Object> summary(Decision decision) {
    Map<String, Object> summary = new LinkedHashMap<>();
    if (decision instanceof Decision.Update update) {
      update.push().byField().forEach((field, value) -> summary.put("push " + field, value));
      update.pull().byField().forEach((field, value) -> summary.put("pull " + field, value));
      update.left().forEach(field -> summary.put("left " + field, true));
      update.resolutions().forEach(one -> summary.put("conflict " + one.conflict().field(), one));
    } else if (decision instanceof Decision.Keep keep) {
      keep.left().forEach(field -> summary.put("left " + field, true));
    }
    return summary;
  }

  @Provide
  Arbitrary<World> worlds() {
    return fields()
        .list()
        .ofSize(FIELDS.size())
        .map(
            fields -> {
              Map<String, String> host = new LinkedHashMap<>();
              Map<String, String> odoo = new LinkedHashMap<>();
              Base base = Base.nothing();
              for (int i = 0; i < FIELDS.size(); i++) {
                List<String> field = fields.get(i);
                host.put(FIELDS.get(i), field.get(0));
                odoo.put(FIELDS.get(i), field.get(1));
                if (!field.get(2).equals("unknown")) {
                  base = base.with(FIELDS.get(i), text(field.get(2)), text(field.get(3)));
                }
              }
              return new World(host, odoo, base);
            });
  }

  private static FieldValue text(String cell) {
    return FieldKind.TEXT.parse(cell);
  }

  /** The host's value, Odoo's, and what each had when they agreed. */
  private static Arbitrary<List<String>> fields() {
    Arbitrary<String> local = Arbitraries.of("", "a", "b", "c", "A");
    Arbitrary<String> stored = Arbitraries.of("", "A", "B", "C");
    Arbitrary<String> sent = Arbitraries.of("unknown", "", "a", "b", "c");
    return Combinators.combine(local, stored, sent, stored).as(List::of);
  }

  @Provide
  Arbitrary<ConflictPolicy> policies() {
    return Arbitraries.of(
        ConflictPolicy.localWins(),
        ConflictPolicy.odooWins(),
        ConflictPolicy.newestWins(),
        ConflictPolicy.manual(),
        ConflictPolicy.merge(ConflictPolicy.manual()),
        ConflictPolicy.merge(ConflictPolicy.odooWins()),
        ConflictPolicy.ownedByOdoo("f1").ownedByHost("f2"),
        PlannerPropertiesTest::third);
  }

  private static Resolution third(Conflict conflict) {
    return Resolution.take("third of " + conflict.field());
  }

  @Provide
  Arbitrary<List<String>> orders() {
    return Arbitraries.randomValue(
        random -> {
          List<String> order = new ArrayList<>(FIELDS);
          Collections.shuffle(order, random);
          return order;
        });
  }
}
