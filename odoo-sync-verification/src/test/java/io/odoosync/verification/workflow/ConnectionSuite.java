package io.odoosync.verification.workflow;

import static io.odoosync.verification.workflow.SchoolTravel.teacher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.SyncEngine;
import io.odoosync.odoo.OdooAuthenticationException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConfigurationException;
import io.odoosync.verification.odoo.Login;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of a connection that are not what they should be, and what is told of them. */
abstract class ConnectionSuite extends EngineSuite {

  private final SchoolTravel host = new SchoolTravel();

  /** The login of one user and the key of another. */
  private OdooClient mixed(Login login, Login key) {
    return OdooClient.connect(
        odoo().connection().login(login.login()).apiKey(key.apiKey()).build());
  }

  private SyncEngine engineWith(Login key) {
    host.put(teacher(1).build());
    return engine(host, mixed(odoo().integration(), key)).build();
  }

  @Test
  void run_keyOfAnotherUser_stopsBeforeTheFirstWrite() {
    for (Login other : new Login[] {odoo().person(), odoo().plain(), odoo().administrator()}) {
      Failure stopped = Objects.requireNonNull(engineWith(other).runAll().stopped());
      assertThat(stopped.cause()).isEqualTo(FailureCause.REFUSED_KEY);
      assertThat(stopped.toString())
          .contains(odoo().integration().login())
          .doesNotContain(other.apiKey());
      assertThat(writes()).isEmpty();
    }
  }

  @Test
  void plan_keyOfAnotherUser_saysSo() {
    assertThat(engineWith(odoo().person()).plan().stopped()).contains(odoo().integration().login());
  }

  @Test
  void rebuildLinks_keyOfAnotherUser_isRefused() {
    SyncEngine engine = engineWith(odoo().person());
    assertThatThrownBy(engine::rebuildLinks).hasMessageContaining(odoo().integration().login());
  }

  @Test
  void verify_keyOfAnotherUser_isRefused() {
    OdooClient mixed = mixed(odoo().integration(), odoo().person());
    assertThatThrownBy(mixed::verify)
        .isInstanceOf(OdooAuthenticationException.class)
        .hasMessageContaining(odoo().integration().login());
  }

  @Test
  void run_keyOfTheLogin_isLetIn() {
    host.put(teacher(1).build());
    assertThat(engine(host).build().runAll().stopped()).isNull();
    assertThat(client().verify()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/odoo", "/odoo/", "/web", "/web/login", "/jsonrpc", "/odoo/crm", "/xmlrpc/2"})
  void verify_pathOfAPageInTheUrl_isToBeLeftOut(String path) {
    OdooClient client = OdooClient.connect(odoo().connection().url(odoo().url() + path).build());
    OdooConfigurationException failure =
        catchThrowableOfType(OdooConfigurationException.class, client::verify);
    String withoutSlash = path.replaceAll("/$", "");
    assertThat(failure.advice()).contains("leave " + withoutSlash + " out of the url");
  }
}
