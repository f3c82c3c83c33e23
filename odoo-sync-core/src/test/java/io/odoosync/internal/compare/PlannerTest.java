package io.odoosync.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.EntityType;
import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.conflict.Conflict;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.conflict.Resolution;
import io.odoosync.conflict.ResolvedConflict;
import io.odoosync.conflict.Winner;
import io.odoosync.internal.field.FieldKind;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.internal.field.Lines;
import io.odoosync.internal.field.Mapping;
import io.odoosync.internal.field.ModelFields;
import io.odoosync.internal.field.NamedFields;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.source.Contact;
import io.odoosync.store.Link;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One test for each cell of the tables in the planner's Javadoc. */
class PlannerTest {

  private static final LocalKey KEY = LocalKey.of("teacher", 1);
  private static final Instant WRITTEN = Instant.parse("2026-11-25T10:00:00Z");
  private static final Instant WRITTEN_LATER = Instant.parse("2026-11-25T10:00:05Z");
  private static final Contact CONTACT = Contact.builder(KEY).name("Anne").build();
  private static final Contact KNOWN_TO_HOST = CONTACT.toBuilder().odooId(9L).build();

  private static final ModelFields FIELDS =
      new ModelFields(
          Stream.of(
                  definition("city", "char"),
                  definition("email", "char"),
                  definition("x_level", "char"),
                  definition("comment", "html"),
                  definition("amount", "float"),
                  definition("flag", "boolean"),
                  definition("partner_id", "many2one"),
                  definition("tags", "many2many"))
              .collect(Collectors.toMap(FieldDefinition::name, Function.identity())));

  private static final Failure WHY = Failure.of(FailureCause.INVALID_RECORD, "why");

  private ConflictPolicy policy = ConflictPolicy.localWins();

  private static Decision rejected(String reason) {
    return new Decision.Reject(
        Failure.of(
            FailureCause.HOST_FAULT,
            reason,
            "Mend the conflict policy. Both sides keep what they have until then."));
  }

  /** The table of records. */
  @Nested
  class Records {

    @Test
    void decide_rejected_rejects() {
      assertThat(planner().decide(CONTACT, null, new Mapping.Rejected(WHY), null))
          .isEqualTo(new Decision.Reject(WHY));
    }

    @Test
    void decide_blocked_blocks() {
      assertThat(planner().decide(CONTACT, null, new Mapping.Blocked("why"), null))
          .isEqualTo(new Decision.Block("why"));
    }

    @Test
    void decide_misfit_isMisfit() {
      assertThat(planner().decide(CONTACT, null, new Mapping.Misfit(WHY), null))
          .isEqualTo(new Decision.Misfit(WHY));
    }

    @Test
    void decide_noLink_createsAndIntendsWhatIsSent() {
      Mapping.Mapped mapped = mapped(text("Lyon"));
      assertThat(planner().decide(CONTACT, null, mapped, null))
          .isEqualTo(new Decision.Create(mapped, Base.of(mapped.fields())));
    }

    @Test
    void decide_guestAsSent_isKept() {
      Mapping.Mapped mapped = mapped(text("Lyon"));
      Base guest = Base.of(mapped).asGuest();
      assertThat(planner().decide(CONTACT, link(guest), mapped, odoo(text("Nice"))))
          .isEqualTo(new Decision.Keep(7, Set.of(), null));
    }

    @Test
    void decide_guestOfWhichNothingIsKnown_isKeptAndRemembersWhatTheHostHas() {
      Mapping.Mapped mapped = mapped(text("Lyon"));
      Base guest = Base.nothing().asGuest();
      assertThat(planner().decide(CONTACT, link(guest), mapped, odoo(text("Nice"))))
          .isEqualTo(new Decision.Keep(7, Set.of(), Base.of(mapped).asGuest()));
    }

    @Test
    void decide_guestChanged_isNotSent() {
      Base guest = Base.of(mapped(text("Lyon"))).asGuest();
      assertThat(planner().decide(CONTACT, link(guest), mapped(text("Lille")), odoo(text("Nice"))))
          .isEqualTo(new Decision.NotSent(7));
    }

    @Test
    void decide_nameIsGoneFromOdooAndAsAgreed_isKept() {
      Base agreed = Base.of(mapped(text("Lyon")).naming(named("the capital", false)));
      assertThat(
              planner().decide(CONTACT, link(agreed), nameless("the capital"), odoo(text("Nice"))))
          .isEqualTo(new Decision.Keep(7, Set.of(), null));
    }

    @Test
    void decide_nameIsGoneFromOdooAndAnother_rejects() {
      Base agreed = Base.of(mapped(text("Lyon")).naming(named("the capital", false)));
      assertThat(planner().decide(CONTACT, link(agreed), nameless("the port"), odoo(text("Nice"))))
          .isEqualTo(new Decision.Reject(WHY));
    }

    @Test
    void decide_nameIsNotInOdooAndRecordIsNew_rejects() {
      assertThat(planner().decide(CONTACT, null, nameless("the port"), null))
          .isEqualTo(new Decision.Reject(WHY));
    }

    private NamedFields named(String words, boolean gone) {
      return new NamedFields(Map.of("city", words), gone ? Map.of("city", WHY) : Map.of());
    }

    private Mapping.Mapped nameless(String words) {
      FieldValues none = FieldValues.builder().build();
      return new Mapping.Mapped(none, none).naming(named(words, true));
    }

    @Test
    void decide_linkedButNotInOdoo_isGone() {
      Mapping.Mapped mapped = mapped(text("Lyon"));
      assertThat(planner().decide(CONTACT, link(Base.nothing()), mapped, null))
          .isEqualTo(new Decision.Gone(7, mapped));
    }

    @Test
    void decide_idFromHostButNotInOdoo_isGone() {
      Mapping.Mapped mapped = mapped(text("Lyon"));
      assertThat(planner().decide(KNOWN_TO_HOST, null, mapped, null))
          .isEqualTo(new Decision.Gone(9, mapped));
    }

    @Test
    void decide_idFromHostAndInOdoo_isComparedAsNeverAgreed() {
      Decision decision =
          planner().decide(KNOWN_TO_HOST, null, mapped(text("Lyon")), odoo(text(null)));
      assertThat(((Decision.Update) decision).odooId()).isEqualTo(9);
      assertThat(((Decision.Update) decision).push()).isEqualTo(city("Lyon"));
    }

    @Test
    void decide_linkAndHostDisagree_linkCounts() {
      Decision decision =
          planner()
              .decide(
                  KNOWN_TO_HOST,
                  link(agreed("Lyon", "Lyon")),
                  mapped(text("Lyon")),
                  odoo(text("Lyon")));
      assertThat(decision).isEqualTo(new Decision.Keep(7, Set.of(), null));
    }
  }

  /** The table of fields, for one that was agreed on before. */
  @Nested
  class AgreedField {

    @Test
    void decide_bothAsAgreed_keepsWithoutRememberingAnew() {
      assertThat(decide(agreed("Lyon", "LYON"), text("Lyon"), text("LYON")))
          .isEqualTo(new Decision.Keep(7, Set.of(), null));
    }

    @Test
    void decide_onlyLocalChanged_pushes() {
      Decision.Update update = update(agreed("Lyon", "LYON"), text("Paris"), text("LYON"));
      assertThat(update.push()).isEqualTo(city("Paris"));
      assertThat(update.pull().isEmpty()).isTrue();
      assertThat(update.resolutions()).isEmpty();
    }

    @Test
    void decide_onlyLocalCleared_pushesNothingIntoTheField() {
      assertThat(update(agreed("Lyon", "Lyon"), text(null), text("Lyon")).push())
          .isEqualTo(city(null));
    }

    @Test
    void agreement_pushed_remembersWhatOdooMadeOfIt() {
      Decision.Update update = update(agreed("Lyon", "LYON"), text("Paris"), text("LYON"));
      Base base = update.agreement().pushed(odooLater(text("PARIS"))).base();
      assertThat(base).isEqualTo(agreed("Paris", "PARIS").writtenAt(WRITTEN_LATER));
    }

    @Test
    void agreement_pushFailed_remembersTheOldOnes() {
      Decision.Update update = update(agreed("Lyon", "LYON"), text("Paris"), text("LYON"));
      assertThat(update.agreement().base()).isEqualTo(agreed("Lyon", "LYON"));
    }

    @Test
    void decide_onlyOdooChangedAndPolicyPulls_pulls() {
      policy = ConflictPolicy.odooWins();
      Decision.Update update = update(agreed("Lyon", "Lyon"), text("Lyon"), text("Nice"));
      assertThat(update.pull()).isEqualTo(city("Nice"));
      assertThat(update.push().isEmpty()).isTrue();
      assertThat(update.resolutions()).isEmpty();
    }

    @Test
    void agreement_pulled_remembersWhatTheHostMadeOfIt() {
      policy = ConflictPolicy.odooWins();
      Decision.Update update = update(agreed("Lyon", "Lyon"), text("Lyon"), text("Nice "));
      assertThat(update.agreement().pulled(city("nice")).base())
          .isEqualTo(
              agreed("Lyon", "Lyon").pulling("city", text("Lyon"), text("nice"), text("Nice")));
    }

    @Test
    void agreement_pullFailed_remembersTheOldOnes() {
      policy = ConflictPolicy.odooWins();
      Decision.Update update = update(agreed("Lyon", "Lyon"), text("Lyon"), text("Nice"));
      assertThat(update.agreement().base()).isEqualTo(agreed("Lyon", "Lyon"));
    }

    @Test
    void decide_onlyOdooChangedAndPolicyDoesNotPull_leavesItAndRemembersTheOldOnes() {
      assertThat(decide(agreed("Lyon", "Lyon"), text("Lyon"), text("Nice")))
          .isEqualTo(new Decision.Keep(7, Set.of("city"), null));
    }

    @Test
    void decide_localChangesWhatWasLeftInOdoo_isAConflict() {
      assertThat(update(agreed("Lyon", "Lyon"), text("Paris"), text("Nice")).resolutions())
          .hasSize(1);
    }

    @Test
    void decide_onlyOdooChangedButHostCantHoldIt_leavesIt() {
      policy = ConflictPolicy.odooWins();
      Base base = Base.of(partner(3).fields());
      assertThat(decide(base, partner(3), new OdooValues(partner(4).fields(), WRITTEN)))
          .isEqualTo(new Decision.Keep(7, Set.of("partner_id"), null));
    }

    @Test
    void decide_severalLeft_haveTheOrderOfTheMapping() {
      FieldValues local = city("Lyon").plus(values("email", text("a"))).plus(partner(3).fields());
      FieldValues there = partner(4).fields().plus(values("email", text("b"))).plus(city("Nice"));
      Decision decision = decide(Base.of(local), mapped(local), new OdooValues(there, WRITTEN));
      assertThat(((Decision.Keep) decision).left()).containsExactly("city", "email", "partner_id");
    }

    @Test
    void decide_onlyOdooChangedAFieldOfTheHostsOwnMapping_leavesIt() {
      policy = ConflictPolicy.odooWins();
      FieldValues local = city("Lyon");
      Mapping.Mapped mapped =
          new Mapping.Mapped(local, FieldValues.builder().build(), Lines.NONE, Set.of("city"));
      assertThat(decide(agreed("Lyon", "Lyon"), mapped, odoo(text("Nice"))))
          .isEqualTo(new Decision.Keep(7, Set.of("city"), null));
    }

    @Test
    void decide_onlyOdooChangedAnExtraValue_pullsIt() {
      policy = ConflictPolicy.odooWins();
      Contact contact = CONTACT.toBuilder().extra("x_level", "B1").build();
      FieldValues local = values("x_level", text("B1"));
      FieldValues there = values("x_level", text("B2"));
      Decision decision =
          planner()
              .decide(contact, link(Base.of(local)), mapped(local), new OdooValues(there, WRITTEN));
      assertThat(((Decision.Update) decision).pull()).isEqualTo(there);
    }

    @Test
    void decide_bothChangedToTheSame_keepsAndRemembers() {
      assertThat(decide(agreed("Lyon", "Lyon"), text("Nice"), text("Nice")))
          .isEqualTo(new Decision.Keep(7, Set.of(), agreed("Nice", "Nice").writtenAt(WRITTEN)));
    }

    @Test
    void decide_bothChangedOtherwise_asksThePolicy() {
      Decision.Update update = update(agreed("Lyon", "Lyon"), text("Paris"), text("Nice"));
      assertThat(conflict(update))
          .isEqualTo(
              Conflict.builder(EntityType.CONTACT, KEY, 7, "city")
                  .local(FieldValue.of("Paris"))
                  .odoo(FieldValue.of("Nice"))
                  .base(FieldValue.of("Lyon"))
                  .odooChangedAt(WRITTEN)
                  .build());
    }

    @Test
    void decide_conflictAfterDifferentValuesWereAgreed_hasNoBase() {
      Decision.Update update = update(agreed("Lyon", "LYON"), text("Paris"), text("Nice"));
      assertThat(conflict(update).base()).isNull();
    }

    @Test
    void decide_differentFieldsChanged_mergesWithoutConflict() {
      policy = ConflictPolicy.odooWins();
      FieldValues before = city("Lyon").plus(values("email", text("a@example.com")));
      FieldValues local = city("Paris").plus(values("email", text("a@example.com")));
      FieldValues there = city("Lyon").plus(values("email", text("b@example.com")));
      Decision.Update update =
          (Decision.Update) decide(Base.of(before), mapped(local), new OdooValues(there, WRITTEN));
      assertThat(update.push()).isEqualTo(city("Paris"));
      assertThat(update.pull()).isEqualTo(values("email", text("b@example.com")));
      assertThat(update.resolutions()).isEmpty();
    }
  }

  /** The table of fields, for one that was never agreed on. */
  @Nested
  class NewField {

    @Test
    void decide_same_keepsAndRemembers() {
      assertThat(decide(Base.nothing(), text("Lyon"), text("Lyon")))
          .isEqualTo(new Decision.Keep(7, Set.of(), agreed("Lyon", "Lyon").writtenAt(WRITTEN)));
    }

    @Test
    void decide_odooBlank_pushes() {
      assertThat(update(Base.nothing(), text("Lyon"), text(null)).push()).isEqualTo(city("Lyon"));
    }

    @Test
    void decide_localBlankAndPolicyPulls_pulls() {
      policy = ConflictPolicy.odooWins();
      assertThat(update(Base.nothing(), text(null), text("Nice")).pull()).isEqualTo(city("Nice"));
    }

    @Test
    void decide_localBlankAndPolicyDoesNotPull_leavesItUnremembered() {
      assertThat(decide(Base.nothing(), text(null), text("Nice")))
          .isEqualTo(new Decision.Keep(7, Set.of("city"), null));
    }

    @Test
    void decide_bothFilledOtherwise_isAConflictWithoutBase() {
      Decision.Update update = update(Base.nothing(), text("Lyon"), text("Nice"));
      assertThat(conflict(update).base()).isNull();
    }

    @Test
    void decide_falseAgainstTrue_isAConflict() {
      FieldValues local = values("flag", new FieldValue.Flag(false));
      OdooValues there = new OdooValues(values("flag", new FieldValue.Flag(true)), WRITTEN);
      Decision decision = decide(Base.nothing(), mapped(local), there);
      assertThat(((Decision.Update) decision).resolutions()).hasSize(1);
    }

    @Test
    void decide_odooZero_isBlank() {
      FieldValues local = values("amount", FieldKind.DECIMAL.parse("12.5"));
      OdooValues there = new OdooValues(values("amount", FieldKind.DECIMAL.parse("0")), WRITTEN);
      Decision decision = decide(Base.nothing(), mapped(local), there);
      assertThat(((Decision.Update) decision).push()).isEqualTo(local);
    }

    @Test
    void decide_asIs_keepsAndRemembersBoth() {
      assertThat(decide(Base.asIs(), text("Lyon"), text("Nice")))
          .isEqualTo(new Decision.Keep(7, Set.of(), agreed("Lyon", "Nice").writtenAt(WRITTEN)));
    }

    @Test
    void decide_mappedSinceOthersWereAgreed_isAgreedByItself() {
      FieldValues local = city("Lyon").plus(values("email", text("a@example.com")));
      FieldValues there = city("Lyon").plus(values("email", text(null)));
      Decision decision =
          decide(agreed("Lyon", "Lyon"), mapped(local), new OdooValues(there, WRITTEN));
      assertThat(((Decision.Update) decision).push())
          .isEqualTo(values("email", text("a@example.com")));
    }
  }

  /** The table of conflicts. */
  @Nested
  class Conflicts {

    @Test
    void decide_takeLocal_pushes() {
      policy = conflict -> Resolution.takeLocal();
      Decision.Update update = conflicting();
      assertThat(update.push()).isEqualTo(city("Paris"));
      assertThat(update.pull().isEmpty()).isTrue();
      assertThat(resolved(update).winner()).isEqualTo(Winner.LOCAL);
      assertThat(resolved(update).value()).isEqualTo(FieldValue.of("Paris"));
    }

    @Test
    void decide_takeOdoo_pulls() {
      policy = conflict -> Resolution.takeOdoo();
      Decision.Update update = conflicting();
      assertThat(update.pull()).isEqualTo(city("Nice"));
      assertThat(update.push().isEmpty()).isTrue();
      assertThat(resolved(update).winner()).isEqualTo(Winner.ODOO);
      assertThat(resolved(update).value()).isEqualTo(FieldValue.of("Nice"));
    }

    @Test
    void decide_takeOdoosReference_isLeft() {
      policy = conflict -> Resolution.takeOdoo();
      Decision.Update update =
          (Decision.Update)
              decide(
                  Base.of(partner(3).fields()),
                  partner(5),
                  new OdooValues(partner(4).fields(), WRITTEN));
      assertThat(update.push().isEmpty()).isTrue();
      assertThat(update.pull().isEmpty()).isTrue();
      assertThat(resolved(update).winner()).isEqualTo(Winner.MANUAL);
      assertThat(resolved(update).reason()).contains("can't take over");
    }

    @Test
    void decide_takeThirdReference_isLeft() {
      policy = conflict -> Resolution.take(8);
      Decision.Update update =
          (Decision.Update)
              decide(
                  Base.of(partner(3).fields()),
                  partner(5),
                  new OdooValues(partner(4).fields(), WRITTEN));
      assertThat(resolved(update).winner()).isEqualTo(Winner.MANUAL);
    }

    @Test
    void decide_takeThird_pushesAndPulls() {
      policy = conflict -> Resolution.take("Rome");
      Decision.Update update = conflicting();
      assertThat(update.push()).isEqualTo(city("Rome"));
      assertThat(update.pull()).isEqualTo(city("Rome"));
      assertThat(resolved(update).winner()).isEqualTo(Winner.MERGED);
      assertThat(resolved(update).value()).isEqualTo(FieldValue.of("Rome"));
    }

    @Test
    void agreement_mergedOnBothSides_remembersIt() {
      policy = conflict -> Resolution.take("Rome");
      Agreement agreement = conflicting().agreement();
      assertThat(agreement.pushed(odooLater(text("ROME"))).pulled(city("Rome")).base())
          .isEqualTo(
              agreed("Paris", "Paris")
                  .pulling("city", text("Paris"), text("Rome"), text("ROME"))
                  .writtenAt(WRITTEN_LATER));
    }

    @Test
    void agreement_mergedOnOneSideOnly_remembersTheOldOnes() {
      policy = conflict -> Resolution.take("Rome");
      Agreement agreement = conflicting().agreement();
      assertThat(agreement.pushed(odooLater(text("ROME"))).base())
          .as("with the time when both were in step")
          .isEqualTo(agreed("Lyon", "Lyon"));
      assertThat(agreement.pulled(city("Rome")).base()).isEqualTo(agreed("Lyon", "Lyon"));
    }

    @Test
    void decide_takeNothing_clearsBoth() {
      policy = conflict -> Resolution.take(null);
      assertThat(conflicting().push()).isEqualTo(city(null));
      assertThat(conflicting().pull()).isEqualTo(city(null));
    }

    @Test
    void decide_takeWhatLocalHas_isLocal() {
      policy = conflict -> Resolution.take("Paris");
      assertThat(conflicting().pull().isEmpty()).isTrue();
      assertThat(resolved(conflicting()).winner()).isEqualTo(Winner.LOCAL);
    }

    @Test
    void decide_takeWhatOdooHas_isOdoo() {
      policy = conflict -> Resolution.take("Nice");
      assertThat(conflicting().push().isEmpty()).isTrue();
      assertThat(resolved(conflicting()).winner()).isEqualTo(Winner.ODOO);
    }

    @Test
    void decide_leave_writesNothingAndRemembersTheOldOnes() {
      policy = conflict -> Resolution.leave("ask Anne");
      Decision.Update update = conflicting();
      assertThat(update.push().isEmpty()).isTrue();
      assertThat(update.pull().isEmpty()).isTrue();
      assertThat(resolved(update).winner()).isEqualTo(Winner.MANUAL);
      assertThat(resolved(update).reason()).isEqualTo("ask Anne");
      assertThat(update.agreement().base()).isEqualTo(agreed("Lyon", "Lyon"));
    }

    @Test
    void decide_leave_letsOtherFieldsProceed() {
      policy = ConflictPolicy.manual();
      FieldValues before = city("Lyon").plus(values("email", text("a@example.com")));
      FieldValues local = city("Paris").plus(values("email", text("b@example.com")));
      FieldValues there = city("Nice").plus(values("email", text("a@example.com")));
      Decision decision = decide(Base.of(before), mapped(local), new OdooValues(there, WRITTEN));
      assertThat(((Decision.Update) decision).push())
          .isEqualTo(values("email", text("b@example.com")));
    }

    @Test
    void decide_policyThrows_rejectsWithItsWords() {
      policy =
          conflict -> {
            throw new IllegalStateException("no idea");
          };
      assertThat(decide(agreed("Lyon", "Lyon"), text("Paris"), text("Nice")))
          .isEqualTo(
              rejected(
                  "the conflict policy for the field city threw"
                      + " java.lang.IllegalStateException: no idea"));
    }

    @Test
    @SuppressWarnings("NullAway") // What a careless policy does.
    void decide_policyAnswersNull_rejects() {
      policy = conflict -> null;
      assertThat(decide(agreed("Lyon", "Lyon"), text("Paris"), text("Nice")))
          .isEqualTo(rejected("the conflict policy for the field city gave no answer"));
    }

    @Test
    void decide_policyTakesAnotherType_rejects() {
      policy = conflict -> Resolution.take(5);
      assertThat(decide(agreed("Lyon", "Lyon"), text("Paris"), text("Nice")))
          .isEqualTo(
              rejected("the conflict policy for the field city took 5, but it holds a String"));
    }

    @Test
    void resolution_printed_namesBothValuesBaseWinnerAndPolicy() {
      policy = ConflictPolicy.localWins();
      assertThat(resolved(conflicting()))
          .hasToString("city: local 'Paris', Odoo 'Nice', before 'Lyon'; LOCAL by local wins");
    }

    private Decision.Update conflicting() {
      return update(agreed("Lyon", "Lyon"), text("Paris"), text("Nice"));
    }

    private ResolvedConflict resolved(Decision.Update update) {
      assertThat(update.resolutions()).hasSize(1);
      return update.resolutions().get(0);
    }
  }

  /** How Odoo writes a value makes no difference. */
  @Nested
  class Sameness {

    @Test
    void decide_htmlWrappedByOdoo_isTheSame() {
      FieldValues local = values("comment", text("likes &quot;Rome&quot;<br/>and  Athens"));
      FieldValues there = values("comment", text("<p>likes \"Rome\"<br>and Athens</p>"));
      assertThat(decide(Base.nothing(), mapped(local), new OdooValues(there, WRITTEN)))
          .isInstanceOf(Decision.Keep.class);
    }

    @Test
    void decide_htmlWithAnotherWord_isNotTheSame() {
      FieldValues local = values("comment", text("<p>Rome</p>"));
      FieldValues there = values("comment", text("<p>Roma</p>"));
      assertThat(decide(Base.nothing(), mapped(local), new OdooValues(there, WRITTEN)))
          .isInstanceOf(Decision.Update.class);
    }

    @Test
    void decide_referencesInAnotherOrder_areTheSame() {
      FieldValues local = values("tags", new FieldValue.References(List.of(3L, 1L)));
      FieldValues there = values("tags", new FieldValue.References(List.of(1L, 3L)));
      assertThat(decide(Base.nothing(), mapped(local), new OdooValues(there, WRITTEN)))
          .isInstanceOf(Decision.Keep.class);
    }

    @Test
    void decide_recordOfTheHostUnderItsId_isTheSame() {
      FieldValues local = values("partner_id", new FieldValue.LocalReference(KEY, 3L));
      assertThat(
              decide(Base.nothing(), mapped(local), new OdooValues(partner(3).fields(), WRITTEN)))
          .isInstanceOf(Decision.Keep.class);
    }

    @Test
    void decide_recordOfTheHostThatIsOnlyPlanned_isNotNothing() {
      FieldValues local = values("partner_id", new FieldValue.LocalReference(KEY, null));
      FieldValues none = values("partner_id", FieldValue.nothing());
      Decision decision = decide(Base.of(none), mapped(local), new OdooValues(none, WRITTEN));
      assertThat(((Decision.Update) decision).push()).isEqualTo(local);
    }

    @Test
    void decide_zeroForNothing_isTheSame() {
      FieldValues local = values("amount", FieldValue.nothing());
      FieldValues there = values("amount", FieldKind.DECIMAL.parse("0"));
      assertThat(decide(Base.nothing(), mapped(local), new OdooValues(there, WRITTEN)))
          .isInstanceOf(Decision.Keep.class);
    }
  }

  /** What is not written, but told. */
  @Nested
  class NotWritten {

    private Decision decide(Planner planner, Base base, String local, String there) {
      OdooRecord record = new OdooRecord(OdooValue.of(Map.of("id", 7)));
      OdooValues odoo = new OdooValues(city(there), WRITTEN, record);
      return planner.decide(CONTACT, link(base), mapped(text(local)), odoo);
    }

    private Planner sharing() {
      Sharing city =
          new Sharing() {
            @Override
            public Set<String> readAlong() {
              return Set.of();
            }

            @Override
            public Map<String, String> owners(OdooRecord record, Collection<String> fields) {
              return Map.of("city", "another");
            }

            @Override
            public FieldValues givenUp(OdooRecord record, FieldValues push) {
              return FieldValues.builder().build();
            }
          };
      return new Planner(EntityType.CONTACT, FIELDS, Set.of("city"), policy, city, false);
    }

    @Test
    void decide_sharedFieldChanged_isToldOnceUntilASideChangesAgain() {
      Base base = agreed("Lyon", "Lyon");
      for (String local : List.of("Nice", "Brest")) {
        Decision.Keep told = (Decision.Keep) decide(sharing(), base, local, "Paris");
        assertThat(told.notes())
            .singleElement()
            .asString()
            .contains("city is shared with another", local, "Paris");
        base = Base.parse(Objects.requireNonNull(told.base()).text());
        Decision.Keep again = (Decision.Keep) decide(sharing(), base, local, "Paris");
        assertThat(again.notes()).isEmpty();
        assertThat(again.base()).isNull();
      }
    }

    @Test
    void decide_sharedFieldThatOdooOwns_isNotPulled() {
      policy = ConflictPolicy.odooWins();
      assertThat(decide(sharing(), agreed("Lyon", "Lyon"), "Lyon", "Paris"))
          .isInstanceOf(Decision.Keep.class);
    }

    @Test
    void decide_linksOnly_tellsWhatWouldBeWrittenAndMovesNothing() {
      policy = ConflictPolicy.odooWins();
      Planner planner =
          new Planner(EntityType.CONTACT, FIELDS, Set.of("city"), policy, Sharing.NOTHING, true);
      for (Base base : List.of(Base.nothing(), agreed("Lyon", "Lyon"), agreed("Nice", "Nice"))) {
        Decision.Update update = (Decision.Update) decide(planner, base, "Nice", "Paris");
        assertThat(update.push().isEmpty() && update.pull().isEmpty()).isTrue();
        assertThat(conflict(update).odoo()).isEqualTo(text("Paris"));
        assertThat(update.resolutions().get(0).winner()).isEqualTo(Winner.MANUAL);
        assertThat(update.agreement().base().field("city")).isEqualTo(base.field("city"));
      }
    }
  }

  private Planner planner() {
    return new Planner(
        EntityType.CONTACT, FIELDS, Set.of("city", "email", "comment", "amount", "flag"), policy);
  }

  private Decision decide(Base base, FieldValue local, FieldValue there) {
    return decide(base, mapped(local), odoo(there));
  }

  private Decision decide(Base base, Mapping.Mapped mapped, OdooValues there) {
    return planner().decide(CONTACT, link(base), mapped, there);
  }

  private Decision.Update update(Base base, FieldValue local, FieldValue there) {
    Decision decision = decide(base, local, there);
    assertThat(decision).isInstanceOf(Decision.Update.class);
    return (Decision.Update) decision;
  }

  private static Conflict conflict(Decision.Update update) {
    assertThat(update.resolutions()).hasSize(1);
    return update.resolutions().get(0).conflict();
  }

  private static Link link(Base base) {
    return new Link(EntityType.CONTACT, KEY, 7L, base.text(), Instant.EPOCH);
  }

  private static Base agreed(String sent, String read) {
    return Base.of(city(sent)).readBack(odoo(text(read)));
  }

  private static OdooValues odoo(FieldValue city) {
    return new OdooValues(values("city", city), WRITTEN);
  }

  private static OdooValues odooLater(FieldValue city) {
    return new OdooValues(values("city", city), WRITTEN_LATER);
  }

  private static Mapping.Mapped partner(long id) {
    return mapped(values("partner_id", new FieldValue.Reference(id)));
  }

  private static Mapping.Mapped mapped(FieldValue city) {
    return mapped(values("city", city));
  }

  private static Mapping.Mapped mapped(FieldValues fields) {
    return new Mapping.Mapped(fields, FieldValues.builder().build());
  }

  private static FieldValues city(@Nullable String city) {
    return values("city", text(city));
  }

  private static FieldValues values(String field, FieldValue value) {
    return new FieldValues(new LinkedHashMap<>(Map.of(field, value)));
  }

  private static FieldValue text(@Nullable String value) {
    return FieldKind.TEXT.parse(value == null ? "" : value);
  }

  private static FieldDefinition definition(String name, String type) {
    return new FieldDefinition(name, type, name, false, false, null);
  }
}
