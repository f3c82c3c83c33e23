package io.odoosync.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odoosync.FailureCause;
import io.odoosync.internal.state.RunStoppedException;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.OdooValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerFieldsTest {

  private final OdooRequestException refused =
      new OdooRequestException("Invalid field", "builtins.ValueError", null);

  private final List<String> told = new ArrayList<>();
  private FieldsServer odoo;
  private ServerFields fields;

  @BeforeEach
  void start() {
    odoo =
        new FieldsServer(
            Map.of(
                "crm.stage", Set.of("name", "sequence"),
                "crm.lead", Set.of("name", "tag_ids"),
                "account.move", Set.of("ref", "line_ids"),
                "account.move.line", Set.of("name", "quantity")));
    fields = new ServerFields(odoo.client(), (model, gone) -> told.add(model + " " + gone));
  }

  @AfterEach
  void stop() {
    odoo.close();
  }

  private MethodCall sent(MethodCall call) {
    return fields.before(call);
  }

  @Test
  void write_unknownField_goesWithoutItAndIsToldOnce() {
    MethodCall call =
        MethodCall.of("crm.lead", "write")
            .ids(List.of(1L))
            .positional("vals", Map.of("name", "a", "gone", 1));

    assertThat(sent(call).positional())
        .isEqualTo(Map.of("vals", OdooValue.of(Map.of("name", "a"))));
    sent(call);
    assertThat(told).containsExactly("crm.lead [gone]");
    assertThat(odoo.questions()).isEqualTo(1);
  }

  @Test
  void createAndSaveMulti_unknownField_goWithoutIt() {
    List<Map<String, String>> values =
        List.of(Map.of("name", "a", "gone", "b"), Map.of("gone", "c"));
    for (String method : List.of("create", "web_save_multi")) {
      MethodCall call = MethodCall.of("crm.lead", method).positional("vals_list", values);
      assertThat(sent(call).positional().get("vals_list"))
          .isEqualTo(OdooValue.of(List.of(Map.of("name", "a"), Map.of())));
    }
  }

  @Test
  void load_unknownColumn_goesWithoutItAndItsCells() {
    MethodCall call =
        MethodCall.of("account.move", "load")
            .positional(
                "fields",
                List.of("id", "gone/.id", "ref", "line_ids/id", "line_ids/gone", "line_ids/name"))
            .positional("data", List.of(List.of("x.1", "7", "r", "x.l", "g", "n")));

    assertThat(sent(call).positional())
        .isEqualTo(
            Map.of(
                "fields", OdooValue.of(List.of("id", "ref", "line_ids/id", "line_ids/name")),
                "data", OdooValue.of(List.of(List.of("x.1", "r", "x.l", "n")))));
    assertThat(told).containsExactly("account.move [gone]", "account.move.line [gone]");
  }

  private void assertStops(ThrowingCallable reading, String... words) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            RunStoppedException.class,
            stopped -> {
              assertThat(stopped.failure().cause()).isEqualTo(FailureCause.MISSING_IN_ODOO);
              assertThat(stopped.failure().reason()).contains(words);
            });
    assertThat(told).isEmpty();
  }

  @Test
  void read_refusedBecauseOfAField_stopsTheRunWithItsName() {
    MethodCall call =
        MethodCall.of("crm.stage", "search_read")
            .argument("fields", List.of("name", "is_won"))
            .argument("order", "gone desc, sequence");

    assertThat(sent(call)).isSameAs(call);
    assertThat(odoo.questions()).isZero();
    assertStops(() -> fields.refused(call, refused), "crm.stage", "[gone, is_won]");
  }

  @Test
  void search_refusedBecauseOfACondition_stopsTheRunWithItsName() {
    Domain domain = Domain.field("name").isEqualTo("a").and(Domain.field("is_won").isEqualTo(true));
    MethodCall call = MethodCall.of("crm.stage", "search_count").positional("domain", domain);
    assertStops(() -> fields.refused(call, refused), "crm.stage", "[is_won]");
  }

  @Test
  void read_refusedForAnotherReason_standsAsItIs() {
    MethodCall call =
        MethodCall.of("crm.stage", "read").ids(List.of(1L)).argument("fields", List.of("name"));
    assertThatCode(() -> fields.refused(call, refused)).doesNotThrowAnyException();
    MethodCall search = MethodCall.of("crm.stage", "search_count").positional("domain", List.of());
    assertThatCode(() -> fields.refused(search, refused)).doesNotThrowAnyException();
  }

  @Test
  void read_ofAModelThatIsKnown_isStoppedBeforeItIsRefused() {
    fields.of("crm.stage");
    MethodCall call = MethodCall.of("crm.stage", "read").argument("fields", List.of("is_won"));
    assertStops(() -> sent(call), "crm.stage", "[is_won]");
  }

  @Test
  void write_refusedBecauseAFieldIsGoneSinceTheRunBegan_stopsTheRunWithItsName() {
    MethodCall call =
        MethodCall.of("crm.lead", "write").ids(List.of(1L)).positional("vals", Map.of("name", "a"));
    assertThat(sent(call).positional()).isEqualTo(call.positional());
    odoo.lose("crm.lead", "name");
    assertThatThrownBy(() -> fields.refused(call, refused))
        .isInstanceOf(RunStoppedException.class)
        .hasMessageContaining("crm.lead.name");
  }

  @Test
  void require_fieldOfAnotherType_stopsTheRunWithItsName() {
    fields.require("crm.stage", Map.of("name", Set.of("char")));
    assertStops(
        () -> fields.require("crm.stage", Map.of("sequence", Set.of("integer"))),
        "crm.stage.sequence",
        "char");
  }
}
