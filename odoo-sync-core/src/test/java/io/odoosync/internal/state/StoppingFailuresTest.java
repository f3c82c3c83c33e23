package io.odoosync.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.odoosync.odoo.CallOutcome;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooBusyException;
import io.odoosync.odoo.OdooCertificateException;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.odoo.OdooMissingRecordException;
import io.odoosync.odoo.OdooOutcomeUnknownException;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRequestException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a failed call ends: the run, or what is dealt with by itself. */
class StoppingFailuresTest {

  static final List<OdooException> OF_THE_RUN =
      List.of(
          new OdooAuthenticationException("m", null, null),
          new OdooBusyException("m", null, null, null),
          new OdooCertificateException("m", "Renew it.", null),
          new OdooConfigurationException("m", null, null),
          new OdooConnectionException("m", null, null),
          new OdooInterruptedException("m", CallOutcome.NOT_DONE, null));

  static final List<OdooException> OF_ITSELF =
      List.of(
          new OdooMissingRecordException("m", "odoo.exceptions.MissingError", null),
          new OdooOutcomeUnknownException("m", null, null),
          new OdooPermissionException("m", null, null),
          new OdooRequestException("m", null, null));

  @ParameterizedTest
  @FieldSource("OF_THE_RUN")
  void isFor_wouldMeetEveryOtherCallToo_isTrue(OdooException failure) {
    assertThat(RunStoppedException.isFor(failure)).isTrue();
  }

  @ParameterizedTest
  @FieldSource("OF_ITSELF")
  void isFor_isOfThisCallAlone_isFalse(OdooException failure) {
    assertThat(RunStoppedException.isFor(failure)).isFalse();
  }

  @Test
  void tables_kindsOfExceptions_haveThemAll() {
    Stream<Object> tested =
        Stream.concat(OF_THE_RUN.stream(), OF_ITSELF.stream()).map(OdooException::getClass);
    assertThat(tested)
        .containsExactlyInAnyOrder((Object[]) OdooException.class.getPermittedSubclasses());
  }
}
