package io.odoosync.internal.invoice.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrenchRulesTest {

  private static Line.Said said(String category) {
    return new Line.Said(category, "");
  }

  static Stream<Arguments> broken() {
    return BrokenInvoices.BROKEN.entrySet().stream()
        .map(one -> Arguments.of(one.getKey(), one.getValue().rules(), one.getValue().change()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void judge_oneThingWrong_namesItsRule(String how, Set<Rule> rules, Consumer<Sample> change) {
    Sample sample = new Sample();
    change.accept(sample);

    assertThat(ruled(sample.judged())).as(how).isEqualTo(rules);
  }

  private static Set<Rule> ruled(List<Violation> violations) {
    return violations.stream().map(Violation::rule).collect(Collectors.toSet());
  }

  @Test
  void rules_areBrokenOnceAtLeast() {
    Set<Rule> tried = EnumSet.noneOf(Rule.class);
    BrokenInvoices.BROKEN.values().forEach(broken -> tried.addAll(broken.rules()));

    assertThat(tried).containsExactlyInAnyOrder(Rule.values());
  }

  @Test
  void rules_haveIdsOfTheirOwn() {
    assertThat(Stream.of(Rule.values()).map(Rule::id)).doesNotHaveDuplicates();
  }

  static Stream<Arguments> fine() {
    Map<String, Consumer<Sample>> fine = new LinkedHashMap<>();
    fine.put("private school", s -> {});
    fine.put("parents", FrenchRulesTest::parents);
    fine.put(
        "parents by the host, though a company in Odoo",
        s -> {
          parents(s);
          s.buyerKind = Party.Kind.CONSUMER;
          s.buyerCompany = true;
        });
    fine.put(
        "public school",
        s -> {
          BrokenInvoices.lycee(s);
          s.service = "INTENDANCE";
        });
    fine.put(
        "association with a SIREN like a public one, by the host",
        s -> {
          BrokenInvoices.lycee(s);
          s.buyerKind = Party.Kind.BUSINESS;
        });
    fine.put(
        "credit note",
        s -> {
          s.creditNote = true;
          s.original = true;
          s.due = LocalDate.of(2026, 10, 1);
          s.bankAccount = false;
          s.narration = "";
        });
    fine.put(
        "parents' credit note of nothing",
        s -> {
          parents(s);
          s.creditNote = true;
        });
    fine.put(
        "deposit, due before",
        s -> {
          s.downPayment = true;
          s.due = LocalDate.of(2026, 10, 1);
        });
    fine.put(
        "final invoice",
        s -> {
          s.deducts = true;
          s.line("Acompte", "-1", "50", Sample.TWENTY);
        });
    fine.put("exempt with a reason", s -> s.only(Sample.EXEMPT));
    fine.put(
        "exempt, reason in words",
        s -> {
          s.only(Sample.vat("0 %", "0"));
          s.narration = "Exonération de TVA, article 261-4-4 du CGI. " + Sample.MENTIONS;
        });
    fine.put(
        "exempt, reason by the host",
        s -> {
          s.lines.clear();
          s.said("x", "1", "9", new Line.Said("E", "art. 261"), Sample.vat("0 %", "0"));
        });
    fine.put(
        "margin scheme",
        s -> {
          s.only(
              new Vat(
                  "Marge",
                  BigDecimal.ZERO,
                  "E",
                  "VATEX-EU-309",
                  "",
                  "Régime particulier - Agences de voyages",
                  false));
        });
    fine.put(
        "German school",
        s -> {
          BrokenInvoices.foreign(s);
          s.buyerVat = "DE129273398";
          s.only(Sample.vat("0 %", "0"));
        });
    fine.put(
        "Swiss school",
        s -> {
          BrokenInvoices.foreign(s);
          s.currency = "CHF";
          s.buyerAddress = new Address("a", "1200", "Genève", "CH");
          s.only(Sample.vat("0 %", "0"));
        });
    fine.put(
        "Moroccan school with a tax number of its country",
        s -> {
          BrokenInvoices.foreign(s);
          s.buyerAddress = new Address("a", "20000", "Casablanca", "MA");
          s.buyerVat = "001234567000089";
        });
    fine.put("end of month, 45 days", s -> s.due = LocalDate.of(2027, 1, 14));
    fine.put("day of posting", s -> s.issued = null);
    fine.put(
        "nobody exports it",
        s -> {
          s.exported = false;
          s.phone = "";
          s.email = "";
          s.bankAccount = false;
        });
    fine.put("La Poste", s -> s.buyerRegistry = "35600000000048");
    fine.put(
        "numbers with spaces",
        s -> {
          s.buyerRegistry = "443 061 841 00047";
          s.buyerVat = "fr 64 443 061 841";
        });
    return fine.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
  }

  private static void parents(Sample sample) {
    sample.buyerCompany = false;
    sample.buyerRegistry = "";
    sample.buyerAddress = new Address("", "", "", "FR");
    sample.decided = false;
    sample.narration = "";
    sample.due = LocalDate.of(2026, 11, 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fine")
  void judge_fine_saysNothing(String how, Consumer<Sample> change) {
    Sample sample = new Sample();
    change.accept(sample);

    assertThat(sample.judged()).as(how).isEmpty();
  }

  @Test
  void judge_linesInAnyOrder_staysTheSame() {
    Random random = new Random(12);
    for (int i = 0; i < 200; i++) {
      Sample sample = new Sample();
      int more = random.nextInt(12);
      for (int line = 0; line < more; line++) {
        String price = BigDecimal.valueOf(random.nextInt(100_000), 2).toPlainString();
        sample.line("line", "1", price, line % 2 == 0 ? Sample.TWENTY : Sample.TEN);
      }
      Collections.shuffle(sample.lines, random);

      assertThat(sample.judged()).isEmpty();
    }
  }

  @Test
  void judge_taxesRoundedLineByLine_passes() {
    Sample sample = new Sample();
    sample.lines.clear();
    for (int i = 0; i < 50; i++) {
      sample.line("line", "1", "0.33", Sample.TWENTY);
    }
    sample.rateOff = new BigDecimal("0.20");

    assertThat(sample.judged()).isEmpty();
  }

  @Test
  void judge_saidCategoryDiffers_warnsOnly() {
    Sample sample = new Sample();
    sample.lines.clear();
    sample.said("x", "1", "9", said("O"), Sample.EXEMPT);
    sample.sellerVat = "";

    assertThat(sample.judged())
        .filteredOn(violation -> violation.rule() == Rule.SAME_CATEGORY)
        .allMatch(violation -> !violation.rule().isBinding())
        .hasSize(1);
  }
}
