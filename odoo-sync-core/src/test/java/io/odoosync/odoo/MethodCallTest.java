package io.odoosync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodCallTest {

  @Test
  void argument_added_leavesTheFirstCallAsItWas() {
    MethodCall bare = MethodCall.of("res.partner", "search_read");
    bare.argument("fields", List.of()).context("lang", "fr_FR").ids(List.of(1L)).safeToRepeat();
    bare.positional("domain", Domain.all());
    assertThat(bare.named()).isEmpty();
    assertThat(bare.positional()).isEmpty();
    assertThat(bare.context()).isEmpty();
    assertThat(bare.ids()).isEmpty();
  }

  @Test
  void positional_several_keepsTheirOrder() {
    MethodCall call =
        MethodCall.of("m", "f").positional("z", 1).positional("a", 2).positional("k", 3);
    assertThat(call.positional().keySet()).containsExactly("z", "a", "k");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "read",
        "search",
        "search_read",
        "search_count",
        "fields_get",
        "get_external_id",
        "check_object_reference",
        "context_get"
      })
  void isSafeToRepeat_readingMethod_holds(String method) {
    assertThat(MethodCall.of("m", method).isSafeToRepeat()).isTrue();
    assertThat(MethodCall.of("m", method).isReading()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create",
        "write",
        "unlink",
        "load",
        "action_post",
        "action_set_won",
        "web_save",
        "copy",
        "name_create",
        "message_post",
        "Read"
      })
  void isSafeToRepeat_anyOtherMethod_doesNotHold(String method) {
    assertThat(MethodCall.of("m", method).isSafeToRepeat()).isFalse();
    assertThat(MethodCall.of("m", method).safeToRepeat().isReading()).isFalse();
  }

  @Test
  void safeToRepeat_declared_staysWithFurtherArguments() {
    MethodCall call = MethodCall.of("m", "action_set_won").safeToRepeat();
    assertThat(
            call.ids(List.of(1L))
                .argument("a", 1)
                .positional("b", 2)
                .context("c", 3)
                .isSafeToRepeat())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "res.partner/../x, read", "res partner, read", "'', read", "res.partner, ''",
    "res.partner, _private", "res.partner, re/ad", "res.partner, read?x=1", "res.partner, 1read"
  })
  void of_nameThatIsNone_isRefused(String model, String method) {
    assertThatThrownBy(() -> MethodCall.of(model, method))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no model and method");
  }

  @Test
  void toString_values_areLeftOut() {
    MethodCall call =
        MethodCall.of("res.partner", "write")
            .ids(List.of(1L, 2L))
            .positional("vals", Map.of("name", "Zoë"))
            .context("lang", "fr_FR");
    assertThat(call).hasToString("res.partner.write on 2 records[vals]");
  }
}
