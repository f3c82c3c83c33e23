package io.odoosync.internal.field;

import static io.odoosync.internal.field.MapperFixtures.mapped;
import static io.odoosync.internal.field.MapperFixtures.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldMapping;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.odoo.FieldDefinition;
import io.odoosync.source.Contact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CustomFieldsTest {

  private static final ModelFields FIELDS =
      new ModelFields(
          Stream.of(
                  definition("name", "char"),
                  definition("comment", "html"),
                  definition("x_char", "char"),
                  definition("x_selection", "selection"),
                  definition("x_text", "text"),
                  definition("x_html", "html"),
                  definition("x_integer", "integer"),
                  definition("x_float", "float"),
                  definition("x_monetary", "monetary"),
                  definition("x_boolean", "boolean"),
                  definition("x_date", "date"),
                  definition("x_datetime", "datetime"),
                  definition("x_many2one", "many2one"),
                  definition("x_many2many", "many2many"),
                  definition("x_one2many", "one2many"),
                  definition("stage_id", "many2one"),
                  new FieldDefinition("x_computed", "char", "Computed", false, true, null))
              .collect(Collectors.toMap(FieldDefinition::name, Function.identity())));

  private static final FieldValues DEFAULT =
      FieldValues.builder()
          .set("name", new FieldValue.Text("Anne"))
          .set("comment", new FieldValue.Text("<p>a &amp; b</p>"))
          .build();

  static Stream<Arguments> typed() {
    Instant moment = Instant.parse("2026-11-25T10:00:00Z");
    return Stream.of(
        arguments("x_char", "a", new FieldValue.Text("a")),
        arguments("x_char", " ", FieldValue.nothing()),
        arguments("x_char", null, FieldValue.nothing()),
        arguments("x_selection", "a", new FieldValue.Text("a")),
        arguments("x_text", "a\nb", new FieldValue.Text("a\nb")),
        arguments("x_html", "1 < 2", new FieldValue.Text("<p>1 &lt; 2</p>")),
        arguments("x_integer", 5, new FieldValue.Whole(5)),
        arguments("x_integer", 5L, new FieldValue.Whole(5)),
        arguments("x_float", 5, new FieldValue.Decimal(BigDecimal.valueOf(5))),
        arguments("x_float", BigDecimal.ONE, new FieldValue.Decimal(BigDecimal.ONE)),
        arguments("x_monetary", BigDecimal.ONE, new FieldValue.Decimal(BigDecimal.ONE)),
        arguments("x_boolean", false, new FieldValue.Flag(false)),
        arguments("x_date", LocalDate.EPOCH, new FieldValue.Day(LocalDate.EPOCH)),
        arguments("x_datetime", moment, new FieldValue.Moment(moment)),
        arguments("x_many2one", 5L, new FieldValue.Reference(5)),
        arguments("x_many2many", List.of(5L), new FieldValue.References(List.of(5L))),
        arguments("x_many2many", null, new FieldValue.References(List.of())));
  }

  @ParameterizedTest
  @MethodSource("typed")
  void extend_extraOfTheRightType_isAdded(
      String field, @Nullable Object value, FieldValue expected) {
    assertThat(mapped(extra(field, value)).fields().byField())
        .containsKeys("name", "comment")
        .containsEntry(field, expected);
  }

  static Stream<Arguments> mistyped() {
    return Stream.of(
        arguments("x_char", 5, "char and takes a String, but was given a Long"),
        arguments("x_html", true, "html and takes a String, but was given a Boolean"),
        arguments("x_integer", "5", "integer and takes an Integer or Long, but was given a String"),
        arguments(
            "x_integer",
            BigDecimal.ONE,
            "integer and takes an Integer or Long, but was given a BigDecimal"),
        arguments(
            "x_float",
            "5",
            "float and takes a BigDecimal, Integer or Long, but was given a String"),
        arguments("x_boolean", 1, "boolean and takes a Boolean, but was given a Long"),
        arguments("x_date", Instant.EPOCH, "date and takes a LocalDate, but was given an Instant"),
        arguments(
            "x_datetime",
            LocalDate.EPOCH,
            "datetime and takes an Instant, but was given a LocalDate"),
        arguments(
            "x_many2one",
            "France",
            "many2one and takes a Long, the record's database id in Odoo, but was given a String"));
  }

  @ParameterizedTest
  @MethodSource("mistyped")
  void extend_extraOfTheWrongType_isRejected(String field, Object value, String problem) {
    assertThat(failedRecord(extra(field, value)))
        .isEqualTo(
            "extra value: res.partner."
                + field
                + " is of type "
                + problem
                + ". Give a value of that type.");
  }

  @Test
  void extend_unknownField_isRejected() {
    assertThat(failedRecord(extra("x_levle", "B2")))
        .startsWith("extra value: res.partner.x_levle does not exist on this Odoo");
  }

  @Test
  void extend_unknownFieldWithNothing_isRejected() {
    assertThat(failedRecord(extra("x_levle", null))).contains("does not exist");
  }

  @Test
  void extend_readOnlyField_isRejected() {
    assertThat(failedRecord(extra("x_computed", "a")))
        .isEqualTo("extra value: res.partner.x_computed is read-only in Odoo. Leave it out.");
  }

  @Test
  void extend_fieldOfTheSyncItself_isRejected() {
    assertThat(failedRecord(extra("stage_id", 4L))).contains("is set by the sync itself");
  }

  @Test
  void extend_fieldOfATypeThatCantBeSet_isRejected() {
    assertThat(failedRecord(extra("x_one2many", List.of(4L))))
        .contains("is of type one2many, which can't be set");
  }

  @Test
  void extend_zeroAsReference_isRejected() {
    assertThat(failedRecord(extra("x_many2one", 0))).contains("many2one and takes");
  }

  @Test
  void extend_severalUnknownFields_areAllNamed() {
    Contact contact = contact().extra("x_levle", "B2").extra("x_collor", 3).build();
    assertThat(reason(extend(contact, FieldMapping.unchanged())))
        .contains("x_levle does not exist", "x_collor does not exist");
  }

  @Test
  void extend_unstorableText_isRejected() {
    assertThat(reason(extra("x_char", "a\0")))
        .startsWith("the field x_char holds the character NUL");
  }

  @Test
  void extend_mapping_setsAndRemovesFields() {
    Mapping mapping =
        extend(
            contact().build(),
            (contact, fields) ->
                fields.set("name", fields.get("name").text().orElse("") + "!").remove("comment"));
    assertThat(mapped(mapping).fields())
        .isEqualTo(FieldValues.builder().set("name", new FieldValue.Text("Anne!")).build());
  }

  @Test
  void extend_mapping_seesRichTextAsPlainText() {
    Mapping mapping =
        extend(
            contact().build(),
            (contact, fields) ->
                fields.set("comment", fields.get("comment").text().orElse("") + " < c"));
    assertThat(mapped(mapping).fields().get("comment"))
        .isEqualTo(new FieldValue.Text("<p>a &amp; b &lt; c</p>"));
  }

  @Test
  void extend_mapping_seesExtraValues() {
    Mapping mapping =
        extend(
            contact().extra("x_char", "B2").build(),
            (contact, fields) -> fields.set("x_text", fields.get("x_char")));
    assertThat(mapped(mapping).fields().get("x_text")).isEqualTo(new FieldValue.Text("B2"));
  }

  @Test
  void extend_mapping_marksWhatItMadeOnly() {
    Mapping mapping =
        extend(
            contact().extra("x_char", "B2").build(),
            (contact, fields) -> fields.set("x_text", "a").remove("comment"));
    assertThat(mapped(mapping).custom()).containsExactly("x_text", "comment");
  }

  @Test
  void extend_mappingOfUnknownField_isAMisfit() {
    assertThat(misfit(extend(contact().build(), (contact, fields) -> fields.set("x_no", "a"))))
        .startsWith("value of the field mapping: res.partner.x_no does not exist");
  }

  @Test
  void extend_mappingThrowsAnError_rejects() {
    Mapping mapping =
        extend(
            contact().build(),
            (contact, fields) -> {
              throw new NoClassDefFoundError("com/acme/Words");
            });
    assertThat(reason(mapping))
        .isEqualTo("the field mapping threw java.lang.NoClassDefFoundError: com/acme/Words");
  }

  @Test
  void extend_mappingThrows_rejects() {
    Mapping mapping =
        extend(
            contact().build(),
            (contact, fields) -> {
              throw new IllegalStateException("no idea");
            });
    assertThat(reason(mapping))
        .isEqualTo("the field mapping threw java.lang.IllegalStateException: no idea");
  }

  @Test
  void extend_notMapped_staysAsItIs() {
    Mapping.Blocked blocked = new Mapping.Blocked("why");
    assertThat(
            new CustomFields<Contact>("res.partner", FIELDS, Set.of(), FieldMapping.unchanged())
                .extend(contact().build(), blocked))
        .isSameAs(blocked);
  }

  private static Mapping extra(String field, @Nullable Object value) {
    return extend(contact().extra(field, value).build(), FieldMapping.unchanged());
  }

  private static Mapping extend(Contact contact, FieldMapping<Contact> mapping) {
    return new CustomFields<>("res.partner", FIELDS, Set.of("stage_id"), mapping)
        .extend(contact, new Mapping.Mapped(DEFAULT, FieldValues.builder().build()));
  }

  private static String misfit(Mapping mapping) {
    assertThat(mapping).isInstanceOf(Mapping.Misfit.class);
    Failure failure = ((Mapping.Misfit) mapping).failure();
    assertThat(failure.cause()).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(failure.model()).isEqualTo("res.partner");
    return failure.toString();
  }

  private static String failedRecord(Mapping mapping) {
    assertThat(mapping).isInstanceOf(Mapping.Rejected.class);
    Failure failure = ((Mapping.Rejected) mapping).failure();
    assertThat(failure.cause()).isEqualTo(FailureCause.HOST_FAULT);
    assertThat(failure.model()).isEqualTo("res.partner");
    return failure.toString();
  }

  private static Contact.Builder contact() {
    return Contact.builder(LocalKey.of("teacher", 1)).name("Anne");
  }

  private static FieldDefinition definition(String name, String type) {
    return new FieldDefinition(name, type, name, false, false, null);
  }
}
