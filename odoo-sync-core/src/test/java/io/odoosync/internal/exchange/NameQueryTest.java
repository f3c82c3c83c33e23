package io.odoosync.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.OdooReference;
import io.odoosync.internal.field.NamedModel;
import io.odoosync.odoo.Domain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameQueryTest {

  private static final Domain OURS = Domain.field("company_id").isEqualTo(1);
  private static final NamedModel ANALYTIC =
      NamedModel.of("analytic account", "account.analytic.account", "code or name", "code", "name");
  private static final NamedModel USER =
      NamedModel.of("user", "res.users", "login", "login").whateverTheCase();

  private static Optional<String> domain(NamedModel model, OdooReference... references) {
    return new NameQuery(model, List.of(references), Map.of("base.user", 7L))
        .domain()
        .map(Domain::toString);
  }

  @Test
  void domain_idsAndTexts_areAskedForTogether() {
    assertThat(
            domain(
                ANALYTIC.where(OURS),
                OdooReference.name("ROME"),
                OdooReference.id(3),
                OdooReference.name(" Oslo"),
                OdooReference.externalId("base.user")))
        .hasValue(
            """
            ["&",["company_id","=",1],"|","|",["id","in",[3,7]],\
            ["code","in",[" Oslo","Oslo","ROME"]],["name","in",[" Oslo","Oslo","ROME"]]]""");
  }

  @Test
  void domain_capitalsMakeNoDifference_asksByPatternsThatStandForThemselves() {
    assertThat(domain(USER, OdooReference.name("AC\\an_na%")))
        .hasValue("[[\"login\",\"=ilike\",\"AC\\\\\\\\an\\\\_na\\\\%\"]]");
  }

  @Test
  void domain_nothingThatARecordCouldHave_isNone() {
    assertThat(domain(ANALYTIC)).isEmpty();
    assertThat(domain(ANALYTIC, OdooReference.externalId("base.unknown"))).isEmpty();
    assertThat(
            domain(
                ANALYTIC,
                OdooReference.name("  "),
                OdooReference.name("nul \0"),
                OdooReference.name("half \uD83D")))
        .isEmpty();
  }
}
