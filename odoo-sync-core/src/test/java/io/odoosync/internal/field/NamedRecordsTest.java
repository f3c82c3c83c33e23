package io.odoosync.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.OdooReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule that {@link OdooReference} states. */
class NamedRecordsTest {

  private static final NamedModel PRODUCT =
      NamedModel.of("product for School", "product.product", "internal reference", "default_code");
  private static final NamedModel ANALYTIC =
      NamedModel.of("analytic account", "account.analytic.account", "code or name", "code", "name");
  private static final NamedModel TEAM = NamedModel.of("sales team", "crm.team", "name", "name");
  private static final NamedModel USER =
      NamedModel.of("internal user", "res.users", "login or name", "login", "name")
          .whateverTheCase();

  private static NamedRecord team(long id, String name) {
    return new NamedRecord(id, List.of(name), name);
  }

  private static NamedRecord coded(long id, String code, String name) {
    return new NamedRecord(id, List.of(code, name), name);
  }

  private static NamedRecord product(long id, String code, String name) {
    return new NamedRecord(id, List.of(code), name);
  }

  private static NamedRecords teams(String... names) {
    List<NamedRecord> teams = new ArrayList<>();
    for (String name : names) {
      teams.add(team(teams.size() + 1L, name));
    }
    return NamedRecords.all(TEAM, teams);
  }

  private static long id(LookupResult result) {
    assertThat(result).isInstanceOf(LookupResult.Unique.class);
    return result.id().orElseThrow();
  }

  private static String problem(LookupResult result) {
    assertThat(result.id()).isEmpty();
    return result.problem().orElseThrow();
  }

  @Test
  void find_byNameIdOrExternalId_isThatRecord() {
    NamedRecords teams =
        new NamedRecords(
            TEAM,
            List.of(team(1, "Sales"), team(2, "Europe")),
            List.of(),
            Map.of("crm.team_europe", 2L, "x.another_id", 2L),
            0);

    assertThat(id(teams.find(OdooReference.name("Europe")))).isEqualTo(2);
    assertThat(id(teams.find(OdooReference.id(2)))).isEqualTo(2);
    assertThat(id(teams.find(OdooReference.externalId("crm.team_europe")))).isEqualTo(2);
    assertThat(id(teams.find(OdooReference.externalId("x.another_id")))).isEqualTo(2);
    assertThat(id(teams.find("Europe"))).isEqualTo(2);
  }

  /** Names of taxes are not unique on Odoo 16. */
  @Test
  void find_severalOfOneName_areToldApartByTheirExternalIds() {
    NamedRecords taxes =
        new NamedRecords(
            TEAM,
            List.of(team(36, "TVA 20%"), team(41, "TVA 10%"), team(49, "TVA 20%")),
            List.of(),
            Map.of("l10n_fr.1_tva_normale", 36L, "l10n_fr.1_tva_encaissement", 49L),
            0);

    assertThat(problem(taxes.find("TVA 20%")))
        .isEqualTo(
            "Odoo has more than one sales team with name 'TVA 20%': 'TVA 20%' (id 36,"
                + " l10n_fr.1_tva_normale), 'TVA 20%' (id 49, l10n_fr.1_tva_encaissement)");
    assertThat(taxes.namesakes()).containsExactly(36L, 49L);
    assertThat(id(taxes.find("TVA 10%"))).isEqualTo(41);
  }

  @Test
  void find_blanksAroundTheText_doNotCount() {
    NamedRecords teams = teams("Europe", "Asia ");
    assertThat(id(teams.find(" Europe\t"))).isEqualTo(1);
    assertThat(id(teams.find("Asia "))).as("as Odoo has it").isEqualTo(2);
    assertThat(problem(teams.find("Asia"))).startsWith("Odoo has no sales team with name 'Asia'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void find_blankText_isNothingEvenWhereRecordsHaveNoCode(String blank) {
    NamedRecords products = NamedRecords.all(PRODUCT, List.of(product(1, "", "Coach")));
    assertThat(products.find(blank)).isInstanceOf(LookupResult.Unknown.class);
  }

  @Test
  void find_otherCapitals_isAnotherNameUnlessTheModelSaysOtherwise() {
    assertThat(problem(teams("Europe").find("europe"))).contains("It has: 'Europe' (id 1)");
    NamedRecords users = NamedRecords.all(USER, List.of(coded(5, "Anna@Example.com", "Anna")));
    assertThat(id(users.find("anna@example.COM"))).isEqualTo(5);
    assertThat(id(users.find("ANNA"))).isEqualTo(5);
  }

  @Test
  void find_codeAndNameOfTwo_isTheOneWithTheCode() {
    NamedRecords analytics =
        NamedRecords.all(ANALYTIC, List.of(coded(1, "ROME", "OSLO"), coded(2, "OSLO", "ROME")));
    assertThat(id(analytics.find("OSLO"))).isEqualTo(2);
    assertThat(id(analytics.find("ROME"))).isEqualTo(1);
  }

  @Test
  void find_byCodeOnly_isNotFoundByItsName() {
    NamedRecords products = NamedRecords.all(PRODUCT, List.of(product(1, "COACH", "Coach")));
    assertThat(problem(products.find("Coach")))
        .isEqualTo(
            "Odoo has no product for School with internal reference 'Coach'. It has: COACH 'Coach'"
                + " (id 1)");
  }

  @Test
  void find_none_namesTheReferenceAndTheCandidates() {
    NamedRecords teams = teams("Sales", "Europe");
    assertThat(problem(teams.find(OdooReference.name("Asia"))))
        .isEqualTo(
            "Odoo has no sales team with name 'Asia'. It has: 'Sales' (id 1), 'Europe' (id 2)");
    assertThat(problem(teams.find(OdooReference.id(7))))
        .startsWith("Odoo has no sales team with id 7.");
    assertThat(problem(teams.find(OdooReference.externalId("a.b"))))
        .startsWith("Odoo has no sales team with external id a.b.");
  }

  @Test
  void find_noneOfNone_saysSo() {
    assertThat(problem(teams().find("Asia")))
        .isEqualTo("Odoo has no sales team with name 'Asia', nor any other");
  }

  @Test
  void find_manyCandidates_namesSomeAndCountsTheRest() {
    List<NamedRecord> many =
        LongStream.rangeClosed(1, 25).mapToObj(id -> team(id, "T" + id)).toList();
    assertThat(problem(NamedRecords.all(TEAM, many).find("Asia")))
        .contains("'T20' (id 20) and 5 more")
        .doesNotContain("T21");
    NamedRecords part = new NamedRecords(TEAM, many, List.of(), Map.of(), 12_000);
    assertThat(problem(part.find("Asia"))).endsWith("'T20' (id 20) and 11980 more");
  }

  @Test
  void find_several_namesThemAndIsNoChoice() {
    NamedRecords teams = teams("Sales", "Europe", "Sales");
    assertThat(teams.find(OdooReference.name("Sales"))).isInstanceOf(LookupResult.Ambiguous.class);
    assertThat(problem(teams.find(OdooReference.name("Sales"))))
        .isEqualTo(
            "Odoo has more than one sales team with name 'Sales': 'Sales' (id 1), 'Sales' (id 3);"
                + " name one by id");
    assertThat(problem(teams.find("Sales"))).endsWith("'Sales' (id 3)");
  }

  @Test
  void find_archived_isNotFoundAndSaysWhy() {
    NamedRecords teams =
        new NamedRecords(TEAM, List.of(team(1, "Sales")), List.of(team(2, "Asia")), Map.of(), 1);
    assertThat(teams.find("Asia")).isInstanceOf(LookupResult.Unknown.class);
    assertThat(problem(teams.find("Asia")))
        .isEqualTo("Odoo has archived the sales team with name 'Asia': 'Asia' (id 2)");
    assertThat(problem(teams.find(OdooReference.id(2)))).contains("archived");
  }

  @Test
  void find_archivedAndInUse_isTheOneInUse() {
    NamedRecords teams =
        new NamedRecords(TEAM, List.of(team(1, "Asia")), List.of(team(2, "Asia")), Map.of(), 1);
    assertThat(id(teams.find("Asia"))).isEqualTo(1);
  }

  @Test
  void first_severalReferences_takesTheFirstThatNamesAny() {
    NamedRecords teams = teams("Sales", "Europe", "Sales");
    assertThat(
            id(teams.first(List.of(OdooReference.externalId("a.b"), OdooReference.name("Europe")))))
        .isEqualTo(2);
    assertThat(teams.first(List.of(OdooReference.name("Sales"), OdooReference.name("Europe"))))
        .isInstanceOf(LookupResult.Ambiguous.class);
    assertThat(problem(teams.first(List.of(OdooReference.id(7), OdooReference.name("Asia")))))
        .startsWith("Odoo has no sales team with id 7 or name 'Asia'. It has: ");
  }

  @Test
  void orProblem_unknown_isReportedWithItsPlace() {
    Problems problems = new Problems();
    assertThat(teams("Sales").find("Sales").orProblem("line 2: ", problems)).contains(1L);
    assertThat(problems.none()).isTrue();
    assertThat(teams("Sales").find("Asia").orProblem("line 2: ", problems)).isEmpty();
    assertThat(problems.failure().reason())
        .startsWith("line 2: Odoo has no sales team with name 'Asia'");
  }
}
