package io.odoosync.internal.compare;

import static io.odoosync.testing.Property.forAll;
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
import io.odoosync.testing.Gen;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What must hold of every record on both sides, whatever was agreed on before, and of every policy.
 * Odoo writes all texts in capitals here, as it rewrites some on real servers.
 */
class PlannerPropertiesTest {

  private static final LocalKey KEY = LocalKey.of("teacher", 1);
  private static final List<String> FIELDS = List.of("f1", "f2", "f3", "f4");

  /** All fields but this can be brought back to the host. */
  private static final String SENT_ONLY = "f4";

  private static final Instant ODOO_EDITED = Instant.EPOCH;

  /** In place of what was sent: the two never agreed. */
  private static final String UNKNOWN = "unknown";

  /**
   * One record.
   *
   * @param host what the host has, by field
   * @param odoo what Odoo has, by field
   * @param base what was agreed on
   * @param edited when the host changed its record, if it says so
   */
  record World(
      Map<String, String> host, Map<String, String> odoo, Base base, @Nullable Instant edited) {

    Decision decide(ConflictPolicy policy) {
      return decide(policy, FIELDS);
    }

    Decision decide(ConflictPolicy policy, List<String> fields) {
      Link link = new Link(EntityType.CONTACT, KEY, 7L, base.text(), Instant.EPOCH);
      Set<String> pullable =
          FIELDS.stream().filter(f -> !f.equals(SENT_ONLY)).collect(Collectors.toSet());
      return new Planner(EntityType.CONTACT, new ModelFields(Map.of()), pullable, policy)
          .decide(
              Contact.builder(KEY).updatedAt(edited).build(),
              link,
              new Mapping.Mapped(values(host, fields), FieldValues.builder().build()),
              new OdooValues(values(odoo, fields), ODOO_EDITED));
    }

    /** Does what was decided on both sides. */
    World apply(Decision decision) {
      if (decision instanceof Decision.Keep keep) {
        return new World(host, odoo, keep.base() == null ? base : keep.base(), edited);
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
              .pushed(new OdooValues(values(odooAfter, FIELDS), ODOO_EDITED))
              .pulled(values(hostAfter, FIELDS))
              .base(),
          edited);
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

    @Override
    public String toString() {
      return "host " + host + ", odoo " + odoo + ", base " + base.text() + ", edited " + edited;
    }

    boolean agreedAtHost(String field) {
      return base.field(field).filter(agreed -> agreed.sent().equals(host(field))).isPresent();
    }

    boolean agreedInOdoo(String field) {
      return base.field(field).filter(agreed -> agreed.read().equals(odoo(field))).isPresent();
    }
  }

  private static final Gen<String> LOCAL = Gen.of("", "a", "b", "c", "A");
  private static final Gen<String> STORED = Gen.of("", "A", "B", "C");
  private static final Gen<String> SENT = Gen.of(UNKNOWN, "", "a", "b", "c");

  private static final Gen<Optional<Instant>> EDITED =
      Gen.of(
          Optional.empty(),
          Optional.of(ODOO_EDITED.minusSeconds(1)),
          Optional.of(ODOO_EDITED),
          Optional.of(ODOO_EDITED.plusSeconds(1)));

  private static final Gen<World> WORLDS =
      any -> {
        Map<String, String> host = new LinkedHashMap<>();
        Map<String, String> odoo = new LinkedHashMap<>();
        Base base = Base.nothing();
        for (String field : FIELDS) {
          host.put(field, LOCAL.from(any));
          odoo.put(field, STORED.from(any));
          String sent = SENT.from(any);
          if (!sent.equals(UNKNOWN)) {
            base = base.with(field, text(sent), text(STORED.from(any)));
          }
        }
        return new World(host, odoo, base, EDITED.from(any).orElse(null));
      };

  private static final Gen<Policy> POLICIES =
      Gen.of(
              ConflictPolicy.localWins(),
              ConflictPolicy.odooWins(),
              ConflictPolicy.newestWins(),
              ConflictPolicy.manual(),
              ConflictPolicy.merge(ConflictPolicy.manual()),
              ConflictPolicy.merge(ConflictPolicy.odooWins()),
              ConflictPolicy.ownedByOdoo("f1").ownedByHost("f2"),
              PlannerPropertiesTest::third)
          .map(Policy::new);

  /** A policy that a failure names. */
  private record Policy(ConflictPolicy policy) {

    @Override
    public String toString() {
      return policy.name();
    }
  }

  private static Resolution third(Conflict conflict) {
    return Resolution.take("third of " + conflict.field());
  }

  @Test
  void decide_again_movesNothing() {
    forAll(
        WORLDS,
        POLICIES,
        (world, policy) -> {
          Decision again = world.apply(world.decide(policy.policy())).decide(policy.policy());
          if (again instanceof Decision.Update update) {
            assertThat(update.push().byField()).isEmpty();
            assertThat(update.pull().byField()).isEmpty();
            assertThat(update.resolutions()).allMatch(one -> one.winner() == Winner.MANUAL);
          } else {
            assertThat(again).isInstanceOf(Decision.Keep.class);
          }
        });
  }

  /** The second time it was seen that the host stored what it took. */
  @Test
  void decide_aThirdTime_hasNothingToRemember() {
    forAll(
        WORLDS,
        POLICIES,
        (world, policy) -> {
          World once = world.apply(world.decide(policy.policy()));
          World twice = once.apply(once.decide(policy.policy()));
          if (twice.decide(policy.policy()) instanceof Decision.Keep third) {
            assertThat(third.base()).isNull();
          }
        });
  }

  @Test
  void decide_hostLostWhatItTook_isNeverPushed() {
    forAll(
        WORLDS,
        POLICIES,
        (world, policy) -> {
          if (world.decide(policy.policy()) instanceof Decision.Update update) {
            World after = world.apply(update);
            World undone = new World(world.host(), after.odoo(), after.base(), world.edited());
            World again = undone.apply(undone.decide(policy.policy()));
            FIELDS.stream()
                .filter(field -> !after.host(field).equals(world.host(field)))
                .forEach(f -> assertThat(again.odoo(f)).isEqualTo(after.odoo(f)));
          }
        });
  }

  @Test
  void decide_fieldThatNeitherChanged_doesNotMove() {
    forAll(
        WORLDS,
        POLICIES,
        (world, policy) -> {
          World after = world.apply(world.decide(policy.policy()));
          for (String field : FIELDS) {
            if (world.agreedAtHost(field) && world.agreedInOdoo(field)) {
              assertThat(after.host(field)).isEqualTo(world.host(field));
              assertThat(after.odoo(field)).isEqualTo(world.odoo(field));
              assertThat(after.base().field(field)).isEqualTo(world.base().field(field));
            }
          }
        });
  }

  @Test
  void decide_fieldsInAnotherOrder_isTheSame() {
    forAll(
        WORLDS,
        POLICIES,
        Gen.shuffled(FIELDS),
        (world, policy, order) ->
            assertThat(summary(world.decide(policy.policy(), order)))
                .isEqualTo(summary(world.decide(policy.policy()))));
  }

  @Test
  void decide_fieldsOneByOne_isTheSame() {
    forAll(
        WORLDS,
        POLICIES,
        (world, policy) -> {
          Map<String, Object> alone = new LinkedHashMap<>();
          for (String field : FIELDS) {
            alone.putAll(summary(world.decide(policy.policy(), List.of(field))));
          }
          assertThat(summary(world.decide(policy.policy()))).isEqualTo(alone);
        });
  }

  /** What is overwritten was agreed on, blank, or is in a resolution. */
  @Test
  void decide_overwritten_isNeverGone() {
    forAll(
        WORLDS,
        POLICIES,
        (world, policy) -> {
          Decision decision = world.decide(policy.policy());
          World after = world.apply(decision);
          for (String field : FIELDS) {
            if (!after.odoo(field).equals(world.odoo(field)) && !world.agreedInOdoo(field)) {
              assertThat(kept(decision, field, world.odoo(field)))
                  .as("kept %s of Odoo", field)
                  .isTrue();
            }
            if (!after.host(field).equals(world.host(field)) && !world.agreedAtHost(field)) {
              assertThat(kept(decision, field, world.host(field)))
                  .as("kept %s of the host", field)
                  .isTrue();
            }
          }
        });
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

  @Test
  void decide_localWins_neverTouchesTheHost() {
    forAll(
        WORLDS,
        world -> {
          World after = world.apply(world.decide(ConflictPolicy.localWins()));
          assertThat(after.host()).isEqualTo(world.host());
        });
  }

  @Test
  void decide_manual_neverTouchesTheHost() {
    forAll(
        WORLDS,
        world -> {
          World after = world.apply(world.decide(ConflictPolicy.manual()));
          assertThat(after.host()).isEqualTo(world.host());
        });
  }

  @Test
  void decide_odooWins_leavesNothingDifferentThatTheHostCanHold() {
    forAll(
        WORLDS,
        world -> {
          World after = world.apply(world.decide(ConflictPolicy.odooWins()));
          for (String field : FIELDS) {
            boolean agreed = world.agreedAtHost(field) && world.agreedInOdoo(field);
            if (!field.equals(SENT_ONLY) && !agreed) {
              assertThat(World.stored(after.host(field)))
                  .isEqualTo(World.stored(after.odoo(field)));
            }
          }
        });
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

  private static FieldValue text(String cell) {
    return FieldKind.TEXT.parse(cell);
  }
}
