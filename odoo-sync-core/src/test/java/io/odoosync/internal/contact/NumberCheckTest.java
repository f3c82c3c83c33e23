package io.odoosync.internal.contact;

import static io.odoosync.internal.field.MapperFixtures.COUNTRIES;
import static io.odoosync.internal.field.MapperFixtures.html;
import static io.odoosync.internal.field.MapperFixtures.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.FieldValue;
import io.odoosync.LocalKey;
import io.odoosync.internal.field.Dependencies;
import io.odoosync.internal.field.FieldValues;
import io.odoosync.source.Contact;
import io.odoosync.source.PostalAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberCheckTest {

  private static final LocalKey KEY = LocalKey.of("school", 1);
  private static final ContactMapper MAPPER =
      new ContactMapper(html(ContactMapper.FIELDS), COUNTRIES);

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
  void failure_rightOrNotCertainlyWrong_passes(
      @Nullable String country, @Nullable String vat, @Nullable String registry) {
    assertThat(created(contact(country, vat, registry))).isEmpty();
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
  void failure_certainlyWrong_isSaidInWords(
      @Nullable String country, @Nullable String vat, @Nullable String registry, String words) {
    Optional<Failure> failure = created(contact(country, vat, registry));
    assertThat(failure.map(Failure::reason)).contains(words);
    assertThat(failure.map(Failure::cause)).contains(FailureCause.INVALID_RECORD);
  }

  /** What Odoo has already it has stored, and what is not written can't be wrong there. */
  @Test
  void failure_numberThatOdooHasAlready_isNone() {
    Contact contact = contact("FR", "fr 24 334 175 221", "732 829 320 00075");
    FieldValues wrong = values("FR24334175221", "73282932000075");
    assertThat(NumberCheck.failure(contact, wrong, values("24334175221", "732 829 320 00075")))
        .isEmpty();
    assertThat(NumberCheck.failure(contact, wrong, values("FR25334175221", "1"))).isPresent();
    assertThat(NumberCheck.failure(contact, FieldValues.builder().build(), wrong)).isEmpty();
  }

  private static FieldValues values(String vat, String registry) {
    return FieldValues.builder()
        .set("vat", new FieldValue.Text(vat))
        .set("company_registry", new FieldValue.Text(registry))
        .build();
  }

  private static Optional<Failure> created(Contact contact) {
    FieldValues nothing = FieldValues.builder().build();
    return NumberCheck.failure(
        contact, mapped(MAPPER.map(contact, Dependencies.NONE)).fields(), nothing);
  }
}
