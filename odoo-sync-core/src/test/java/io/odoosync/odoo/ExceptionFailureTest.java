package io.odoosync.odoo;

import static io.odoosync.FailureCause.CANCELLED;
import static io.odoosync.FailureCause.HOST_FAULT;
import static io.odoosync.FailureCause.MISSING_IN_ODOO;
import static io.odoosync.FailureCause.MISSING_RIGHT;
import static io.odoosync.FailureCause.ODOO_FAULT;
import static io.odoosync.FailureCause.REFUSED_BY_ODOO;
import static io.odoosync.FailureCause.REFUSED_KEY;
import static io.odoosync.FailureCause.TOO_LARGE;
import static io.odoosync.FailureCause.TRANSIENT;
import static io.odoosync.FailureCause.UNKNOWN_OUTCOME;
import static io.odoosync.FailureCause.UNREACHABLE_SERVER;
import static io.odoosync.FailureCause.UNTRUSTED_CERTIFICATE;
import static io.odoosync.FailureCause.WRONG_CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.state.Failures;
import io.odoosync.odoo.OdooOutcomeUnknownException.Reason;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a host is told of each exception of the client: its cause and its advice. */
class ExceptionFailureTest {

  private static final MethodCall WRITE = MethodCall.of("res.partner", "write");
  private static final MethodCall READ = MethodCall.of("res.partner", "read").safeToRepeat();

  static Stream<Arguments> table() {
    return Stream.of(
        row(new OdooAuthenticationException("m", null, null), REFUSED_KEY, "create a new API key"),
        row(new OdooBusyException("m", null, null, null), TRANSIENT, "Wait, then run again"),
        row(new OdooCertificateException("m", "Renew it.", null), UNTRUSTED_CERTIFICATE, "Renew"),
        row(new OdooConfigurationException("m", null, null), WRONG_CONNECTION, "settings"),
        row(new OdooConnectionException("m", null, null), UNREACHABLE_SERVER, "server is up"),
        row(interrupted(CallOutcome.NOT_DONE), CANCELLED, "asked the sync to stop"),
        row(interrupted(CallOutcome.UNKNOWN), CANCELLED, "asked the sync to stop"),
        row(
            new OdooMissingRecordException("m", "odoo.exceptions.MissingError", null),
            TRANSIENT,
            "was deleted in Odoo"),
        row(
            new OdooPermissionException("m", "odoo.exceptions.AccessError", null),
            MISSING_RIGHT,
            "right on the model res.partner that Odoo names"),
        row(new OdooPermissionException("m", null, null), MISSING_RIGHT, "proxy before it"),
        row(unknown().of(WRITE, 1), UNKNOWN_OUTCOME, "the next run finds out what Odoo did"),
        row(unknown().of(READ, 3), TRANSIENT, "Run again later"),
        row(refused("odoo.exceptions.UserError"), REFUSED_BY_ODOO, "Correct what Odoo names"),
        row(refused("builtins.ValueError"), REFUSED_BY_ODOO, "Correct what Odoo names"),
        row(refused("odoo.addons.x.exceptions.Own"), REFUSED_BY_ODOO, "Correct what Odoo names"),
        row(refused("builtins.AttributeError"), ODOO_FAULT, "Odoo server's log"),
        row(refused("psycopg2.errors.InFailedSqlTransaction"), ODOO_FAULT, "Odoo server's log"),
        row(refused("werkzeug.exceptions.NotFound"), MISSING_IN_ODOO, "Install the Odoo app"),
        row(refused(null), HOST_FAULT, "Mend what gives the content"),
        row(tooLarge(), TOO_LARGE, "raise the limit"),
        row(refused("werkzeug.exceptions.RequestEntityTooLarge"), TOO_LARGE, "raise the limit"),
        row(unknown(Reason.TOO_LARGE).of(READ, 1), TOO_LARGE, "raise the connection's maxResp"),
        row(unknown(Reason.TOO_LARGE).of(WRITE, 1), UNKNOWN_OUTCOME, "the next run finds out"),
        row(unknown(Reason.BROKE_OFF).of(READ, 3), TRANSIENT, "Run again later"),
        row(OdooOutcomeUnknownException.ofReading("m", null), TRANSIENT, "Run again later"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void failure_ofAnException_hasItsCauseAndFittingAdvice(
      OdooException exception, FailureCause cause, String advice) {
    Failure failure = Failures.failure(exception);
    assertThat(failure.cause()).isEqualTo(cause);
    assertThat(failure.advice()).contains(advice).doesNotContain("Read back");
    assertThat(failure.reason()).isEqualTo(exception.getMessage());
    assertThat(failure.odooError()).isEqualTo(exception.errorName());
    assertThat(failure.model()).isEqualTo("res.partner");
    assertThat(failure.method()).isEqualTo(exception.method());
  }

  @Test
  void table_kindsOfExceptions_hasThemAll() {
    Set<Class<?>> kinds =
        table().map(row -> row.get()[0].getClass()).collect(Collectors.toUnmodifiableSet());
    assertThat(kinds)
        .containsExactlyInAnyOrder(
            Arrays.stream(OdooException.class.getPermittedSubclasses()).toArray(Class<?>[]::new));
  }

  private static Arguments row(OdooException exception, FailureCause cause, String advice) {
    boolean called = exception.model() != null;
    return arguments(called ? exception : exception.of(WRITE, 1), cause, advice);
  }

  private static OdooException unknown() {
    return new OdooOutcomeUnknownException("m", null, null);
  }

  private static OdooException unknown(Reason reason) {
    return new OdooOutcomeUnknownException("m", null, reason, null);
  }

  private static OdooException tooLarge() {
    return new OdooRequestException(OdooRequestException.Fault.TOO_LARGE, "m", null);
  }

  private static OdooException interrupted(CallOutcome outcome) {
    return new OdooInterruptedException("m", outcome, null);
  }

  private static OdooException refused(@Nullable String errorName) {
    return new OdooRequestException("m", errorName, null);
  }
}
