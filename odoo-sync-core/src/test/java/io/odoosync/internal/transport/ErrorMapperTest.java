package io.odoosync.internal.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.RetryPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real Odoos answered, replayed to the client over both transports. */
class ErrorMapperTest {

  @RegisterExtension static final StubOdoo ODOO = new StubOdoo();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          json2_19_auth_no_key       | Authentication | werkzeug.exceptions.Unauthorized | use an API Key
          json2_19_auth_wrong_key    | Authentication | werkzeug.exceptions.Unauthorized | Invalid apikey
          json2_19_access_error      | Permission     | odoo.exceptions.AccessError      | You are not allowed to create 'Contact'
          json2_19_private_method    | Permission     | odoo.exceptions.AccessError      | Private methods
          json2_19_missing_error_write | MissingRecord | odoo.exceptions.MissingError    | res.partner(99999999,)
          json2_19_unknown_model     | Request        | werkzeug.exceptions.NotFound     | the model 'no.such' does not exist
          json2_19_unknown_method    | Request        | werkzeug.exceptions.NotFound     | res.partner.no_such
          json2_19_wrong_database    | Configuration  |                                  | has no database 'prod'
          json2_19_user_error        | Request        | odoo.exceptions.UserError        | can not be deleted
          json2_19_validation_error  | Request        | odoo.exceptions.ValidationError  | recursive Partner hierarchies
          json2_19_missing_param     | Request        | werkzeug.exceptions.UnprocessableEntity | missing a required argument: 'vals'
          json2_19_load_with_ids_422 | Request        | werkzeug.exceptions.UnprocessableEntity | with ids
          json2_19_create_unknown_field | Request     | builtins.ValueError              | Invalid field 'no_such_field'
          json2_19_write_unknown_field | Request      | builtins.KeyError                | no_such_field
          json2_19_unknown_param     | Request        | builtins.TypeError               | bogus
          json2_19_crm_convert_opportunity_partner_id | Request | builtins.AttributeError | 'int' object
          json2_19_non_json_body     | Request        | werkzeug.exceptions.BadRequest   | could not parse
          json2_19_wrong_content_type | Configuration |                                  | HTTP 415
          json2_18_endpoint_absent   | Configuration  |                                  | redirects to another page
          """)
  void send_errorOverJson2_isNamedForWhatToDo(
      String recording, String type, @Nullable String errorName, String words) {
    assertFailure(overJson2(Recording.named(recording).replayed()), type, errorName, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          jsonrpc_19_access_error_create | Permission     | odoo.exceptions.AccessError     | You are not allowed to create 'Contact'
          jsonrpc_18_access_error_create | Permission     | odoo.exceptions.AccessError     | You are not allowed to create 'Contact'
          jsonrpc_14_access_error_create | Permission     | odoo.exceptions.AccessError     | You are not allowed to create 'Contact'
          jsonrpc_19_private_method      | Permission     | odoo.exceptions.AccessError     | Private methods
          jsonrpc_19_execute_wrong_password | Authentication | odoo.exceptions.AccessDenied | Access Denied
          jsonrpc_18_execute_wrong_password | Authentication | odoo.exceptions.AccessDenied | Access Denied
          jsonrpc_14_execute_wrong_password | Authentication | odoo.exceptions.AccessDenied | Access Denied
          jsonrpc_19_auth_wrong_db       | Configuration  | psycopg2.OperationalError       | has no database 'prod'
          jsonrpc_18_auth_wrong_db       | Configuration  | psycopg2.OperationalError       | has no database 'prod'
          jsonrpc_14_execute_wrong_db    | Configuration  | psycopg2.OperationalError       | has no database 'prod'
          jsonrpc_19_validation_error_recursive | Request | odoo.exceptions.ValidationError | recursive Partner hierarchies
          jsonrpc_18_create_missing_required_validation_error | Request | odoo.exceptions.ValidationError | Contacts require a name
          jsonrpc_14_create_missing_required_validation_error | Request | odoo.exceptions.ValidationError | res_partner_check_name
          jsonrpc_19_user_error          | Request        | odoo.exceptions.UserError       | can not be deleted
          jsonrpc_18_invoice_post_already_posted | Request | odoo.exceptions.UserError      | must be in draft
          jsonrpc_19_write_missing       | MissingRecord  | odoo.exceptions.MissingError    | res.partner(99999999,)
          jsonrpc_18_write_missing       | MissingRecord  | odoo.exceptions.MissingError    | res.partner(99999999,)
          jsonrpc_14_write_missing       | MissingRecord  | odoo.exceptions.MissingError    | res.partner(99999999,)
          jsonrpc_19_unknown_model       | Request        | odoo.exceptions.UserError       | Object no.such.model doesn't exist
          jsonrpc_19_unknown_method      | Request        | builtins.AttributeError         | no_such_method
          jsonrpc_14_unknown_method      | Request        | builtins.AttributeError         | no_such_method
          jsonrpc_19_write_unknown_field | Request        | builtins.KeyError               | no_such_field
          jsonrpc_18_write_unknown_field | Request        | builtins.ValueError             | Invalid field 'no_such_field'
          jsonrpc_14_load_unknown_field  | Request        | builtins.KeyError               | nosuch
          jsonrpc_14_write_wrong_type_many2one | Request  | psycopg2.errors.InvalidTextRepresentation | abc
          jsonrpc_14_load_batch_bad_conversion | Request  | psycopg2.errors.InFailedSqlTransaction | transaction is aborted
          jsonrpc_19_bad_kwargs          | Request        | builtins.TypeError              | bogus_kw
          jsonrpc_18_non_json_body       | Configuration  |                                 | Invalid JSON data
          jsonrpc_14_unknown_path        | Configuration  |                                 | HTTP 404
          jsonrpc_19_wrong_content_type  | Configuration  |                                 | HTTP 415
          jsonrpc_14_json_array_body     | OutcomeUnknown |                                 | HTTP 500
          """)
  void send_errorOverJsonRpc_isNamedForWhatToDo(
      String recording, String type, @Nullable String errorName, String words) {
    assertFailure(overJsonRpc(Recording.named(recording).replayed()), type, errorName, words);
  }

  /** Not recorded: Odoo repeats these five times itself before a client sees one. */
  @ParameterizedTest
  @CsvSource({
    "odoo.exceptions.LockError, Busy, 409",
    "odoo.exceptions.ConcurrencyError, Busy, 409",
    "psycopg2.errors.SerializationFailure, Busy, 500",
    "psycopg2.errors.LockNotAvailable, Busy, 500",
    "psycopg2.errors.DeadlockDetected, Busy, 500",
    "psycopg2.extensions.TransactionRollbackError, Busy, 500",
    "psycopg2.pool.PoolError, Busy, 500",
    "psycopg2.OperationalError, OutcomeUnknown, 500",
    "psycopg2.InterfaceError, OutcomeUnknown, 500",
    "psycopg2.errors.AdminShutdown, OutcomeUnknown, 500",
    "odoo.http.SessionExpiredException, Authentication, 403"
  })
  void send_databaseInTrouble_isTheSameOverBothTransports(String name, String type, int status) {
    String error = "{\"name\":\"" + name + "\",\"message\":\"server closed\",\"debug\":\"trace\"}";
    assertFailure(overJson2(okJson(error).withStatus(status)), type, name, "server closed");
    assertFailure(
        overJsonRpc(okJson("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":0,\"data\":" + error + "}}")),
        type,
        name,
        "server closed");
  }

  @Test
  void send_errorWithoutAName_leavesTheOutcomeOpen() {
    assertFailure(
        overJsonRpc(okJson("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32603}}")),
        "OutcomeUnknown",
        null,
        "-32603");
    assertFailure(
        overJson2(okJson("{\"detail\":\"boom\"}").withStatus(500)), "OutcomeUnknown", null, "boom");
  }

  @ParameterizedTest
  @CsvSource({
    "400, Configuration",
    "401, Authentication",
    "403, Permission",
    "405, Configuration",
    "413, Request",
    "429, Busy",
    "500, OutcomeUnknown",
    "502, OutcomeUnknown",
    "503, Busy",
    "504, OutcomeUnknown",
    "301, Configuration",
    "308, Configuration"
  })
  void send_statusOfAProxy_isTheSameOverBothTransports(int status, String type) {
    ResponseDefinitionBuilder answer = StubOdoo.status(status);
    assertFailure(
        overJson2(answer),
        type,
        null,
        status < 400 && status >= 300 ? "nowhere" : "HTTP " + status);
    assertFailure(overJsonRpc(answer), type, null, "");
  }

  @Test
  void send_redirect_namesTheHostOnly() {
    OdooException failure =
        overJson2(
            aResponse()
                .withStatus(301)
                .withHeader("Location", "https://me:pass@erp.example.com/json/2?token=t0ken"));
    assertThat(failure)
        .isInstanceOf(OdooConfigurationException.class)
        .hasMessageContaining("redirects to https://erp.example.com");
    assertThat(failure.getMessage()).doesNotContain("pass", "t0ken");
  }

  @Test
  void send_longMessage_isCut() {
    String error =
        "{\"name\":\"odoo.exceptions.UserError\",\"message\":\"" + "x".repeat(5_000) + "\"}";
    OdooException failure = overJson2(okJson(error).withStatus(422));
    assertThat(failure.getMessage()).hasSizeLessThan(1_200).contains("…");
  }

  @Test
  void send_errorOfOdoo_leavesTheTracebackOut() {
    String error =
        "{\"name\":\"odoo.exceptions.UserError\",\"message\":\"no\",\"debug\":\"Traceback\"}";
    OdooException failure = overJson2(okJson(error).withStatus(422));
    assertThat(failure.getMessage()).isEqualTo("res.partner.write: no (odoo.exceptions.UserError)");
  }

  private static OdooException overJson2(ResponseDefinitionBuilder answer) {
    ODOO.onJson2("res.partner", "write", answer);
    ODOO.answersAs19();
    return failureOfWrite();
  }

  private static OdooException overJsonRpc(ResponseDefinitionBuilder answer) {
    ODOO.answersAs18();
    ODOO.letsIn();
    ODOO.onExecute("write", answer);
    return failureOfWrite();
  }

  private static OdooException failureOfWrite() {
    OdooClient client = OdooClient.connect(ODOO.connection().retry(RetryPolicy.NEVER).build());
    return catchThrowableOfType(
        OdooException.class, () -> client.write("res.partner", List.of(1L), Map.of("name", "x")));
  }

  private static void assertFailure(
      OdooException failure, String type, @Nullable String errorName, String words) {
    assertThat(failure.getClass().getSimpleName()).isEqualTo("Odoo" + type + "Exception");
    assertThat(failure.errorName()).isEqualTo(errorName);
    assertThat(failure.getMessage()).startsWith("res.partner.write: ").contains(words);
    assertThat(failure.advice()).isNotBlank();
    assertThat(failure.attempts()).isEqualTo(1);
  }
}
