package io.odoosync.verification.workflow;

import static io.odoosync.EntityType.CONTACT;
import static io.odoosync.EntityType.INVOICE;
import static io.odoosync.Matching.Key.EMAIL;
import static io.odoosync.Matching.Key.VAT;
import static io.odoosync.verification.workflow.SchoolTravel.invoice;
import static io.odoosync.verification.workflow.SchoolTravel.invoiceKey;
import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static io.odoosync.verification.workflow.SchoolTravel.teacherKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odoosync.LocalKey;
import io.odoosync.Matching;
import io.odoosync.SyncEngine;
import io.odoosync.conflict.ConflictPolicy;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.StageReport;
import io.odoosync.report.SyncReport;
import io.odoosync.source.Contact;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceLine;
import io.odoosync.source.PostalAddress;
import io.odoosync.source.SalesTax;
import io.odoosync.store.SyncEvent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An Odoo that finds out by itself who is a company, and lets the document say whether its prices
 * contain taxes (20).
 */
abstract class FoundOutCompanySuite extends LivedInSuite {

  private static final LocalKey SCHOOL = new LocalKey("school", "1");
  private static final String NUMBER = "FR23334175221";

  @BeforeEach
  void assumeFoundOut() {
    boolean found =
        client().fieldsGet("res.partner", List.of("is_company")).values().stream()
            .anyMatch(FieldDefinition::readonly);
    assumeTrue(found, "this Odoo lets people say who is a company");
  }

  private Contact.Builder school() {
    return Contact.builder(SCHOOL).name("Lycée Victor Hugo " + tag).organisation();
  }

  private StageReport match(SchoolTravel host, Matching.Key key) {
    return stage(engine(host).matching(Matching.by(key)).build().run(CONTACT), CONTACT);
  }

  @Test
  void run_schoolWithoutVat_isCreatedOnceAndStaysASchool() {
    SchoolTravel host = contacts(school().email(mail).build(), named(1).build());
    SyncEngine engine = engine(host).conflictPolicy(ConflictPolicy.odooWins()).build();
    SyncReport first = engine.run(CONTACT);
    writes().clear();

    SyncReport again = engine.run(CONTACT);

    assertThat(stage(first, CONTACT).created()).isEqualTo(2);
    assertThat(stage(again, CONTACT).unchanged()).isEqualTo(2);
    assertThat(writes()).isEmpty();
    assertThat(host.taken()).isEmpty();
  }

  @Test
  void run_derivedField_isSaidOnceInTheLogInEachReportAndByCheck() {
    SchoolTravel host = contacts(school().build(), named(1).build());
    SyncEngine engine = engine(host).build();
    SyncReport first = engine.run(CONTACT);
    SyncReport second = engine.run(CONTACT);

    assertThat(logged(first, SyncEvent.FIELD_LEFT_OUT))
        .filteredOn(FoundOutCompanySuite::isAboutCompany)
        .hasSize(1);
    assertThat(logged(second, SyncEvent.FIELD_LEFT_OUT))
        .noneMatch(FoundOutCompanySuite::isAboutCompany);
    for (SyncReport report : List.of(first, second)) {
      assertThat(stage(report, CONTACT).notices())
          .filteredOn(FoundOutCompanySuite::isAboutCompany)
          .hasSize(1);
      assertThat(report.toString()).contains("is_company");
      assertThat(report.toJson()).contains("is_company");
    }
    assertThat(engine.check().warnings()).anyMatch(finding -> isAboutCompany(finding.what()));
  }

  private static boolean isAboutCompany(String text) {
    return text.contains("res.partner.is_company");
  }

  @Test
  void run_schoolWithoutVat_isAdoptedByItsAddress() {
    long known = partner(Map.of("name", "LYCEE Victor Hugo " + tag, "email", mail));
    StageReport report = match(contacts(school().email(mail).build()), EMAIL);
    assertThat(id(CONTACT, SCHOOL)).as("%s", report).isEqualTo(known);
  }

  @Test
  void run_freelancerWithVat_isAdoptedByAddressAndByNumber() {
    for (Matching.Key key : List.of(EMAIL, VAT)) {
      long known = partner(Map.of("name", "Teacher 1 " + tag, "email", key + mail, "vat", NUMBER));
      SchoolTravel host = contacts(named(1).email(key + mail).vat(NUMBER).build());
      StageReport report = match(host, key);
      assertThat(id(CONTACT, teacherKey(1))).as("%s", report).isEqualTo(known);
      loseIdStore();
      administrator().unlink("res.partner", List.of(known));
    }
  }

  @Test
  void run_secretaryWithTheSchoolsAddress_neverTakesTheSchoolOver() {
    long plain = partner(Map.of("name", "Lycée Victor Hugo " + tag, "email", mail));
    long taxed = partner(Map.of("name", "Collège " + tag, "email", "b" + mail, "vat", NUMBER));
    List<String> before = List.of(snapshot(plain), snapshot(taxed));
    SchoolTravel host = contacts(named(1).email(mail).build(), named(2).email("b" + mail).build());

    StageReport report = match(host, EMAIL);

    assertThat(report.created()).as("%s", report).isEqualTo(2);
    assertThat(List.of(snapshot(plain), snapshot(taxed))).isEqualTo(before);
  }

  @Test
  void run_schoolAndItsSecretaryShareTheAddress_theSchoolIsAdopted() {
    long known = partner(Map.of("name", "Lycée Victor Hugo " + tag, "email", mail));
    SchoolTravel host = contacts(named(1).email(mail).build(), school().email(mail).build());

    StageReport report = match(host, EMAIL);

    assertThat(id(CONTACT, SCHOOL)).as("%s", report).isEqualTo(known);
    assertThat(id(CONTACT, teacherKey(1))).isNotEqualTo(known);
    assertThat(partner(known, "name").text("name")).hasValue("Lycée Victor Hugo " + tag);
  }

  /** Its number would go up to the company that it belongs to. */
  @Test
  void run_schoolOfAnAuthority_keepsTheAuthoritysNumber() {
    LocalKey authority = new LocalKey("authority", "1");
    SchoolTravel host =
        contacts(
            Contact.builder(authority).name("Region " + tag).organisation().vat(NUMBER).build(),
            school().company(authority).vat("FR40303265045").build());

    engine(host).build().run(CONTACT);

    assertThat(read(CONTACT, authority, "vat").text("vat")).hasValue(NUMBER);
  }

  /** Nobody asked for it, but from then on its address is its own again. */
  @Test
  void run_contactThatOdooMadeAnAddress_isSentItsOwnAndItsCompanyKeepsAnother() {
    SchoolTravel host = contacts(named(1).address(at("1 rue Haute")).build());
    engine(host).build().run(CONTACT);
    long company = partner(Map.of("name", "School " + tag, "street", "1 rue de l'Ecole"));
    long contact = id(CONTACT, teacherKey(1));
    edit(contact, Map.of("parent_id", company));
    assumeTrue(
        partner(contact, "type").text("type").filter("other"::equals).isPresent(), "is a contact");
    String before = snapshot(company);
    host.put(named(1).address(at("2 rue Basse")).build());

    StageReport report = stage(engine(host).build().run(CONTACT), CONTACT);

    assertThat(report.updated()).as("%s", report).isEqualTo(1);
    assertThat(partner(contact, "street").text("street")).hasValue("2 rue Basse");
    assertThat(snapshot(company)).isEqualTo(before);
  }

  private static PostalAddress at(String street) {
    return PostalAddress.builder().street(street).build();
  }

  @Test
  void run_pricesWithTax_areThoseOfTheWholeDocument() {
    assumeTrue(
        client().fieldsGet("account.move", List.of("document_tax_mode")).size() == 1, "no mode");
    SalesTax included = SalesTax.included("TVA20", "20");
    SalesTax onTop = SalesTax.of("TVA20", "20");
    SchoolTravel host = contacts(teacher(1).build());
    host.put(priced("in", included), priced("out", onTop), priced("mixed", onTop, included));

    SyncReport report = engine(host).build().runAll();

    assertThat(totals("in")).isEqualTo("tax_included 83.32 99.99");
    assertThat(totals("out")).isEqualTo("tax_excluded 99.99 119.99");
    assertThat(stage(report, INVOICE).failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.key()).isEqualTo(invoiceKey("mixed"));
              assertThat(failure.reason()).contains("line 2", "line 1", "document_tax_mode");
            });
  }

  private static Invoice priced(String id, SalesTax... taxes) {
    return invoice(id, teacherKey(1))
        .lines(
            Arrays.stream(taxes)
                .map(
                    tax ->
                        InvoiceLine.builder("Coach")
                            .quantity(new BigDecimal(3))
                            .unitPrice(new BigDecimal("33.33"))
                            .taxes(tax)
                            .build())
                .toList())
        .build();
  }

  private String totals(String id) {
    OdooRecord move =
        read(INVOICE, invoiceKey(id), "document_tax_mode", "amount_untaxed", "amount_total");
    return move.text("document_tax_mode").orElse("")
        + " "
        + move.number("amount_untaxed").orElseThrow()
        + " "
        + move.number("amount_total").orElseThrow();
  }
}
