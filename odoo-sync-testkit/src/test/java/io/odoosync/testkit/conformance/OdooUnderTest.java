package io.odoosync.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odoosync.odoo.Domain;
import io.odoosync.odoo.LoadResult;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnection;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooValue;
import io.odoosync.odoo.Page;
import io.odoosync.odoo.ServerInfo;
import io.odoosync.testkit.Fact;
import io.odoosync.testkit.InProcessOdoo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** A server that the conformance suite asks, and what all its questions need. */
final class OdooUnderTest implements AutoCloseable {

  private final Access access;
  private final OdooConnection.Transport transport;
  private final Runnable stop;
  private final OdooClient client;
  private final ServerInfo info;
  private final int major;
  private final String namespace =
      "__conformance_" + UUID.randomUUID().toString().substring(0, 8) + "__";
  private final AtomicInteger names = new AtomicInteger();

  /** Where a server is and who may use it. */
  record Access(
      String url,
      String database,
      String login,
      String apiKey,
      String plainLogin,
      String plainApiKey,
      String adminLogin,
      String adminApiKey,
      @Nullable String expiredApiKey) {}

  private OdooUnderTest(Access access, OdooConnection.Transport transport, Runnable stop) {
    this.access = access;
    this.transport = transport;
    this.stop = stop;
    this.client = OdooClient.connect(connection().build());
    this.info = client.verify();
    ServerInfo probed =
        OdooClient.connect(connection().transport(OdooConnection.Transport.AUTOMATIC).build())
            .verify();
    this.major = major(probed.version());
  }

  static OdooUnderTest inProcess(InProcessOdoo odoo, OdooConnection.Transport transport) {
    Access access =
        new Access(
            odoo.url(),
            odoo.database(),
            odoo.login(),
            odoo.apiKey(),
            odoo.plainUser().login(),
            odoo.plainUser().apiKey(),
            odoo.administrator().login(),
            odoo.administrator().apiKey(),
            odoo.release().hasJson2() ? odoo.expiredApiKey() : null);
    return new OdooUnderTest(access, transport, odoo::close);
  }

  /** The server that the environment names. */
  static OdooUnderTest real(OdooConnection.Transport transport) {
    Access access =
        new Access(
            variable("ODOO_URL"),
            variable("ODOO_DB"),
            variable("ODOO_LOGIN"),
            variable("ODOO_API_KEY"),
            variable("ODOO_PLAIN_LOGIN"),
            variable("ODOO_PLAIN_API_KEY"),
            variable("ODOO_ADMIN_LOGIN"),
            variable("ODOO_ADMIN_API_KEY"),
            System.getenv("ODOO_EXPIRED_API_KEY"));
    return new OdooUnderTest(access, transport, () -> {});
  }

  private static String variable(String name) {
    return Objects.requireNonNull(System.getenv(name), name);
  }

  OdooConnection.Builder connection() {
    return OdooConnection.builder()
        .url(access.url())
        .database(access.database())
        .login(access.login())
        .apiKey(access.apiKey())
        .transport(transport);
  }

  Access access() {
    return access;
  }

  OdooClient client() {
    return client;
  }

  /** An employee with no right that the synchronisation needs. */
  OdooClient plain() {
    return OdooClient.connect(
        connection().login(access.plainLogin()).apiKey(access.plainApiKey()).build());
  }

  /** Who sets the company up: taxes, journals, locked periods. */
  OdooClient admin() {
    return OdooClient.connect(
        connection().login(access.adminLogin()).apiKey(access.adminApiKey()).build());
  }

  /** Waits until the server would date a write later than what it has written so far. */
  void awaitNextSecond() {
    long second = java.time.Instant.now().getEpochSecond();
    while (java.time.Instant.now().getEpochSecond() == second) {
      java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
    }
  }

  /** The release, such as 19; of {@code saas~19.4} the one that it becomes, 20. */
  static int major(String version) {
    String numbers = version.replaceFirst("^\\D*", "");
    int first = Integer.parseInt(numbers.replaceAll("\\D.*", ""));
    return version.startsWith("saas") ? first + 1 : first;
  }

  /** Whether this holds on the server's release, which no server tells of itself. */
  boolean has(Fact fact) {
    return fact.holdsOn(major);
  }

  boolean usesJson2() {
    return info.transport() == OdooConnection.Transport.JSON2;
  }

  boolean has(String model, String field) {
    return client.fieldsGet(model, List.of(field)).containsKey(field);
  }

  String type(String model, String field) {
    return Objects.requireNonNull(client.fieldsGet(model, List.of(field)).get(field)).type();
  }

  /** A text that no other run uses. */
  String unique(String what) {
    return what + "_" + namespace.replace("_", "") + "_" + names.incrementAndGet();
  }

  String module() {
    return namespace;
  }

  /** An external id that no other run uses. */
  String externalId(String model) {
    return namespace + "." + unique(model.replace('.', '_'));
  }

  Optional<Long> resolved(String externalId) {
    String name = externalId.substring(namespace.length() + 1);
    return client.resolveExternalId(namespace, name).map(target -> target.id());
  }

  long create(String model, Map<String, ?> values) {
    List<Long> ids = client.create(model, List.of(values));
    assertThat(ids).hasSize(1);
    return ids.get(0);
  }

  long partner() {
    return create("res.partner", Map.of("name", unique("Partner")));
  }

  void write(String model, long id, Map<String, ?> values) {
    client.write(model, List.of(id), values);
  }

  OdooRecord read(String model, long id, String... fields) {
    List<OdooRecord> records = client.read(model, List.of(id), List.of(fields));
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  LoadResult load(String model, List<String> columns, List<List<String>> rows) {
    return client.load(model, columns, rows, Map.of("tracking_disable", true));
  }

  /** Loads one row, which must work. */
  long loadOne(String model, List<String> columns, List<String> row) {
    LoadResult result = load(model, columns, List.of(row));
    assertThat(result.errors()).isEmpty();
    assertThat(result.ids()).hasSize(1);
    return result.ids().get(0);
  }

  OdooValue call(String model, String method, long id) {
    return client.call(MethodCall.of(model, method).ids(List.of(id)));
  }

  long only(String model, Domain domain) {
    List<Long> ids = client.search(model, domain, Page.first(1).orderedBy("id"));
    assertThat(ids).hasSize(1);
    return ids.get(0);
  }

  static OdooException failure(ThrowingCallable call) {
    OdooException failure = catchThrowableOfType(OdooException.class, call);
    assertThat(failure).as("failure").isNotNull();
    return failure;
  }

  @Override
  public void close() {
    stop.run();
  }

  @Override
  public String toString() {
    return "Odoo " + info.version() + " over " + info.transport();
  }
}
