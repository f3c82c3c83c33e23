package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.odoo.LoadResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real servers said, from the recordings of Odoo 14 to 19. */
class RefusalTest {

  private static Failure refused(String message) {
    return Failures.refused("res.partner", new LoadResult.Message(true, message, 0, null))
        .failure();
  }

  @Test
  void of_rightMissingOnOdoo14And16_isAMatterOfRights() {
    Failure failure =
        refused(
            "Unknown error during import: <class 'odoo.exceptions.AccessError'>: You are not"
                + " allowed to create 'Contact' (res.partner) records.");
    assertThat(failure.cause()).isEqualTo(FailureCause.MISSING_RIGHT);
    assertThat(failure.advice()).isEqualTo(FailureCause.MISSING_RIGHT.advice());
    assertThat(failure.odooError()).isEqualTo("odoo.exceptions.AccessError");
    assertThat(failure.reason())
        .isEqualTo(
            "res.partner.load: You are not allowed to create 'Contact' (res.partner) records.");
  }

  @Test
  void of_wrongVatNumber_saysTheSameOnEachRelease() {
    String words = "The VAT number [FR23334175222] for partner [vat] does not seem to be valid.";
    Failure later = refused("\n" + words);
    Failure on16 =
        refused(
            "Unknown error during import: <class 'odoo.exceptions.ValidationError'>: \n" + words);
    assertThat(on16.reason()).isEqualTo(later.reason()).isEqualTo("res.partner.load: " + words);
    assertThat(on16.cause()).isEqualTo(FailureCause.REFUSED_BY_ODOO);
    assertThat(on16.odooError()).isEqualTo("odoo.exceptions.ValidationError");
  }

  @Test
  void of_prefixInAnotherLanguage_isTakenOff() {
    assertThat(
            refused(
                    "Erreur inconnue pendant l'importation : <class 'odoo.exceptions.UserError'>:"
                        + " Non.")
                .reason())
        .isEqualTo("res.partner.load: Non.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'Contacts require a name' | Contacts require a name",
        "\"Qu'un nom\" | Qu'un nom",
        "'x' does not seem to be a number for field 'Price' | 'x' does not seem to be a number for"
            + " field 'Price'",
        "Contacts require a name | Contacts require a name"
      })
  void of_quotes_areTakenOffWhereTheyAreAroundAll(String message, String words) {
    assertThat(refused(message).reason()).isEqualTo("res.partner.load: " + words);
  }
}
