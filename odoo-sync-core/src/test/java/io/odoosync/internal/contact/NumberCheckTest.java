package io.odoosync.internal.contact;

import static io.odoosync.internal.field.MapperFixtures.COUNTRIES;
import static io.odoosync.internal.field.MapperFixtures.html;
import static io.odoosync.internal.field.MapperFixtures.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.FieldMapping;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.Mapping;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberCheckTest {

  private static final LocalKey KEY = LocalKey.of("school", 1);

  private final ContactMapper checking = mapper(true);

  private static ContactMapper mapper(boolean checks) {
    return new ContactMapper(
        html(ContactMapper.FIELDS), COUNTRIES, States.NONE, FieldMapping.unchanged(), checks);
  }

  private static Contact contact(
      @Nullable String country, @Nullable String vat, @Nullable String registry) {
    return Contact.builder(KEY)
        .name("School")
        .organisation()
        .address(PostalAddress.builder().countryCode(country).build())
        .vat(vat)
        .companyRegistry(registry)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "FR, FR 23 334 175 221, 334 175 221",
    "FR, fr40303265045, 30326504500011",
    "FR, , 35600000049837",
    "FR, FR23334175221, ",
    "FR, /, ",
    "FR, 23334175221, ",
    "FR, not known yet, ",
    "BE, BE0477472701, 0477.472.701",
    "BE, , any text at all",
    ", , 73282932000075",
    "BE, HRB 12345, ",
    ", HRB 12345, ",
    "BE, FRRMRA85T10A562S, ",
    "FR, US123, ",
    "BE, EL123456783, "
  })
  void map_rightOrNotCertainlyWrong_passes(
      @Nullable String country, @Nullable String vat, @Nullable String registry) {
    Contact contact = contact(country, vat, registry == null ? null : registry);
    assertThat(checking.map(contact, Dependencies.NONE)).isInstanceOf(Mapping.Mapped.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FR | FR24334175221 |  | VAT number 'FR24334175221' has check digits that do not fit, so a digit is mistyped
          |    FR2333417522  |  | VAT number 'FR2333417522' has not the shape of one of FR, a key and 9 digits
          BE | be 0477 472 702 |  | VAT number 'be 0477 472 702' has check digits that do not fit, so a digit is mistyped
          FR | | 732 829 320 00075 | company registry '732 829 320 00075' is no SIRET: its check digits do not fit, so a digit is mistyped
          FR | | 732829321 | company registry '732829321' is no SIREN: its check digits do not fit, so a digit is mistyped
          FR | | 7328293200007 | company registry '7328293200007' is neither a SIREN of 9 digits nor a SIRET of 14
          FR | FR23334175221 | 73282932000074 | VAT number 'FR23334175221' is of the company 334175221, but company registry '73282932000074' of the company 732829320
          """)
  void map_certainlyWrong_isRefusedInWords(
      @Nullable String country, @Nullable String vat, @Nullable String registry, String words) {
    assertThat(reason(checking.map(contact(country, vat, registry), Dependencies.NONE)))
        .isEqualTo(words);
    assertThat(mapper(false).map(contact(country, vat, registry), Dependencies.NONE))
        .isInstanceOf(Mapping.Mapped.class);
  }

  /** What is not sent is not checked. */
  @Test
  void map_personOfACompany_passes() {
    Contact teacher =
        contact("FR", "FR24334175221", "1").toBuilder()
            .organisation(false)
            .company(LocalKey.of("school", 2))
            .build();
    assertThat(checking.map(teacher, Dependencies.NONE)).isInstanceOf(Mapping.Blocked.class);
  }
}
