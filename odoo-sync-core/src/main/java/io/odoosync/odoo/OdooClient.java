package io.odoosync.odoo;

import io.odoosync.internal.transport.CallRunner;
import io.odoosync.internal.transport.Endpoint;
import io.odoosync.internal.transport.HttpGateway;
import io.odoosync.internal.transport.Results;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * A client for one Odoo database. Useful on its own; the sync engine is built on it.
 *
 * <pre>{@code
 * OdooClient odoo = OdooClient.connect(OdooConnection.builder()
 *     .url("https://erp.example.com").database("prod").login("sync@example.com").apiKey(key).build());
 * List<OdooRecord> french = odoo.searchRead("res.partner",
 *     Domain.field("country_id.code").isEqualTo("FR"), List.of("name", "email"), Page.first(80));
 * }</pre>
 *
 * <p>Values for Odoo may be text, numbers, booleans, {@link java.time.LocalDate}, {@link
 * java.time.Instant}, collections and maps of these, and {@link OdooValue}; {@code null} becomes
 * {@code false}, Odoo's absent value.
 *
 * <p>Every method throws an {@link OdooException} if the call fails. Calls that only read, and
 * calls that Odoo certainly did not carry out, are repeated as {@link RetryPolicy} says; a call
 * whose outcome is unknown is not, if it may have changed something. Safe for use by several
 * threads.
 */
public final class OdooClient {

  private static final List<String> FIELD_ATTRIBUTES =
      List.of("type", "string", "required", "readonly", "relation", "digits", "states");

  private final OdooConnection connection;
  private final CallRunner runner;
  private final NamelessReads nameless;

  private OdooClient(OdooConnection connection, CallRunner runner, NamelessReads nameless) {
    this.connection = connection;
    this.runner = runner;
    this.nameless = nameless;
  }

  /**
   * Makes a client. Nothing is sent yet, so that a host can start while its Odoo is down; the first
   * call finds out which transport to use. {@link #verify()} does so at once.
   *
   * @param connection where the server is
   * @return a client that can be used for the life of the application
   */
  public static OdooClient connect(OdooConnection connection) {
    Endpoint endpoint = endpoint(connection);
    HttpGateway gateway =
        new HttpGateway(
            endpoint,
            connection.httpClient(),
            connection.requestTimeout(),
            connection.maxResponseBytes(),
            connection.environment().clock());
    CallRunner runner =
        new CallRunner(
            endpoint, gateway, connection.retry(), connection.environment(), OdooException::of);
    return new OdooClient(connection, runner, new NamelessReads());
  }

  private OdooClient with(CallRunner another) {
    return new OdooClient(connection, another, nameless);
  }

  private static Endpoint endpoint(OdooConnection connection) {
    return new Endpoint(
        connection.url(),
        connection.database(),
        connection.login(),
        connection.keys(),
        connection.transport());
  }

  /**
   * A client that shares this one's connection and tells an observer of each attempt.
   *
   * @param callObserver is told besides this client's own observers; what it throws is logged and
   *     does not touch the call
   * @return the new client; this one stays as it is
   */
  public OdooClient observedBy(CallObserver callObserver) {
    return with(runner.observedBy(callObserver));
  }

  /**
   * A client that shares this one's connection and asks a guard before each attempt.
   *
   * @param guard is asked after this client's own guards; what it throws reaches the caller, and
   *     nothing is sent
   * @return the new client; this one stays as it is
   */
  public OdooClient guardedBy(CallGuard guard) {
    return with(runner.guardedBy(guard));
  }

  /**
   * A client that shares this one's connection and lets somebody fit its calls to the server.
   *
   * @param mender takes the place of this client's own, if it has one
   * @return the new client; this one stays as it is
   */
  public OdooClient mendedBy(CallMender mender) {
    return with(runner.mendedBy(mender));
  }

  /**
   * A client that shares this one's connection and lets its observers, guards and mender, and the
   * connection's {@link ApiKeyStore}, be called by an executor: for who makes calls in several
   * threads, and wants these to see one of them.
   *
   * @param executor runs each before {@link Executor#execute} returns, and lets through what it
   *     throws
   * @return the new client; this one stays as it is
   */
  public OdooClient hooksIn(Executor executor) {
    return with(runner.hooksIn(executor));
  }

  /**
   * A client that shares this one's connection and does not send calls whose answers somebody
   * knows. For questions about what seldom changes: whoever asks by it may get an old answer.
   *
   * @param memory takes the place of this client's own, if it has one
   * @return the new client; this one stays as it is
   */
  public OdooClient rememberedBy(CallMemory memory) {
    return with(runner.rememberedBy(memory));
  }

  /**
   * A client that shares this one's connection and adds a value to Odoo's context in each call,
   * unless the call sets that value itself.
   *
   * @param name for example {@code allowed_company_ids}
   * @param value see above for the types
   * @return the new client; this one stays as it is
   */
  public OdooClient withContext(String name, Object value) {
    return with(runner.withContext(name, value));
  }

  /**
   * A client that shares this one's connection and makes no call before it is known that the key is
   * that of the connection's login. Over JSON-RPC that is always so; JSON-2 looks at the key alone,
   * so two more requests go before the first call. Without a login there is nothing to know.
   *
   * @return the new client, whose first call throws {@link OdooAuthenticationException} if the key
   *     is another user's; this one stays as it is
   */
  public OdooClient confirmingLogin() {
    return with(runner.confirmingLogin());
  }

  /**
   * Takes the key that the connection's {@link ApiKeyStore} has now, for all clients of the
   * connection. Without a store nothing happens. If it throws, the key stays and the log says so.
   */
  public void refreshApiKey() {
    connection.keys().refresh();
  }

  /**
   * Renews the API key, as Odoo's source advises: generates a new one with the old one, stores it,
   * makes sure that it works, goes on with it in all clients of the connection, and revokes the old
   * one. Odoo 20, and 19 since 2026, let users do so if an administrator has set the system
   * parameter {@code base.enable_programmatic_api_keys}; administrators always may.
   *
   * <p>One at a time: two nodes that renew at once leave a key over. If the process dies on the
   * way, the store holds a valid key, and {@link #revokeSupersededApiKey} makes up for the rest;
   * only a key that was generated and not stored yet is lost, and ends by itself.
   *
   * @param name what Odoo's list of keys shows
   * @param end when the new key ends; whole seconds
   * @throws OdooException if Odoo refuses; then the key in use is the same as before
   * @throws ApiKeyStoreException if the store fails; then the key in use is valid, as before
   * @throws IllegalStateException if the connection has no store
   */
  public void renewApiKey(String name, Instant end) {
    renewal().renew(name, end);
  }

  /**
   * Revokes the key that was replaced last, if that is still to be done.
   *
   * @return whether nothing is left to be revoked; if not, the log says why, at DEBUG
   * @throws ApiKeyStoreException if the store fails
   * @throws IllegalStateException if the connection has no store
   */
  public boolean revokeSupersededApiKey() {
    return renewal().revokeSuperseded();
  }

  private KeyRenewal renewal() {
    ApiKeyStore store =
        connection
            .apiKeys()
            .orElseThrow(() -> new IllegalStateException("the connection has no apiKeys"));
    return new KeyRenewal(this::call, connection.keys(), store);
  }

  /**
   * The settings in use.
   *
   * @return what {@link #connect} was given
   */
  public OdooConnection connection() {
    return connection;
  }

  /**
   * Checks address, database, login and key with the cheapest authenticated call there is.
   *
   * @return what the server said of itself
   * @throws OdooConfigurationException if the address leads to no Odoo, or the database is not
   *     there
   * @throws OdooAuthenticationException if login or key are refused, or if the key is that of
   *     another user than the login
   * @throws OdooConnectionException if the server can't be reached
   */
  public ServerInfo verify() {
    MethodCall call = MethodCall.of("res.users", "context_get");
    if (call(call).has("uid") && connection.login() != null) {
      confirmingLogin().call(call);
    }
    return runner.server();
  }

  /**
   * Finds records.
   *
   * @param model technical name of the model
   * @param domain which records
   * @param page how many, from where, in which order
   * @return their ids in the page's order; empty if there are none
   */
  public List<Long> search(String model, Domain domain, Page page) {
    MethodCall call = page.applyTo(MethodCall.of(model, "search").positional("domain", domain));
    return runner.run(call, Results.of(call)::found);
  }

  /**
   * Counts records.
   *
   * @param model technical name of the model
   * @param domain which records
   * @return how many there are
   */
  public long searchCount(String model, Domain domain) {
    MethodCall call = MethodCall.of(model, "search_count").positional("domain", domain);
    return runner.run(call, Results.of(call)::count);
  }

  /**
   * Finds records and reads them, in one call.
   *
   * @param model technical name of the model
   * @param domain which records
   * @param fields which fields to read, {@code id} comes of itself
   * @param page how many, from where, in which order
   * @return the records in the page's order; empty if there are none
   */
  public List<OdooRecord> searchRead(String model, Domain domain, List<String> fields, Page page) {
    MethodCall call =
        MethodCall.of(model, "search_read").argument("domain", domain).argument("fields", fields);
    return page.limit() == 1
        ? runner.run(page.applyTo(call), Results.of(call)::records)
        : runner.runDivisible(page.applyTo(call), Results.of(call)::records);
  }

  /**
   * Reads those of some records that meet a condition and that the user may see. If they are too
   * many for one call, because the request or the answer is too large, it makes several. Spares
   * Odoo to look up the names of what they refer to, where it can do without (14 cannot): reading
   * takes half the time then.
   *
   * @param model technical name of the model
   * @param ids their database ids
   * @param domain the condition
   * @param fields which fields to read, {@code id} comes of itself
   * @return the records, in the order of their ids; empty if there are none
   */
  public List<OdooRecord> readAmong(
      String model, Collection<Long> ids, Domain domain, List<String> fields) {
    return DividedCall.over(new TreeSet<>(ids), some -> findAmong(model, some, domain, fields));
  }

  private List<OdooRecord> findAmong(
      String model, List<Long> ids, Domain domain, List<String> fields) {
    MethodCall call =
        MethodCall.of(model, "search_read")
            .argument("domain", Domain.field("id").isIn(ids).and(domain))
            .argument("fields", fields);
    Page page = Page.first(ids.size()).orderedBy("id");
    return nameless.make(
        page.applyTo(call),
        sent -> run(sent, ids, result -> Results.of(sent).records(result, ids)));
  }

  /** A call for records by their ids, which is made for fewer of them if it is too large. */
  private <T> T run(MethodCall call, List<Long> ids, Function<OdooValue, T> decoder) {
    return ids.size() == 1 ? runner.run(call, decoder) : runner.runDivisible(call, decoder);
  }

  /**
   * Reads records, archived ones too. If they are too many for one call, because the request or the
   * answer is too large, it makes several.
   *
   * @param model technical name of the model
   * @param ids their database ids
   * @param fields which fields to read, {@code id} comes of itself
   * @return the records that exist, in no particular order; those that do not exist are left out
   */
  public List<OdooRecord> read(String model, Collection<Long> ids, List<String> fields) {
    return DividedCall.over(new LinkedHashSet<>(ids), some -> readAll(model, some, fields));
  }

  private List<OdooRecord> readAll(String model, List<Long> ids, List<String> fields) {
    MethodCall call = MethodCall.of(model, "read").ids(ids).argument("fields", fields);
    return run(call, ids, result -> Results.of(call).records(result, ids));
  }

  /**
   * Creates records in one transaction: all or none. A record created like this has no external id;
   * what must exist once only is better created by {@link #load}.
   *
   * @param model technical name of the model
   * @param values the records' fields
   * @return their ids in the same order
   */
  public List<Long> create(String model, List<? extends Map<String, ?>> values) {
    if (values.isEmpty()) {
      return List.of();
    }
    MethodCall call = MethodCall.of(model, "create").positional("vals_list", values);
    return runner.run(call, result -> Results.of(call).created(result, values.size()));
  }

  /**
   * Writes the same values to one or more records, in one transaction. Moves {@code write_date}
   * even if nothing changes.
   *
   * @param model technical name of the model
   * @param ids which records; if there are none, nothing is sent
   * @param values the fields to change
   * @throws OdooMissingRecordException if one of the records does not exist
   */
  public void write(String model, Collection<Long> ids, Map<String, ?> values) {
    if (!ids.isEmpty()) {
      call(MethodCall.of(model, "write").ids(ids).positional("vals", values));
    }
  }

  /**
   * Writes different values to several records in one transaction, and reads them back in the same
   * call. Odoo 19 and later offer it; before, use {@link #write} for each.
   *
   * @param model technical name of the model
   * @param values the fields to change, by the record's id; if there are none, nothing is sent
   * @param fields which fields to read back, {@code id} comes of itself
   * @return the records after the change
   * @throws OdooMissingRecordException if one of the records does not exist
   * @throws OdooRequestException if the server does not offer it
   */
  public List<OdooRecord> writeEach(
      String model, Map<Long, ? extends Map<String, ?>> values, List<String> fields) {
    if (values.isEmpty()) {
      return List.of();
    }
    Map<String, Object> specification = new LinkedHashMap<>();
    fields.forEach(field -> specification.put(field, Map.of()));
    Set<Long> ids = new LinkedHashSet<>(values.keySet());
    MethodCall call =
        MethodCall.of(model, "web_save_multi")
            .ids(ids)
            .positional("vals_list", ids.stream().map(values::get).toList())
            .positional("specification", specification);
    return runner.run(call, result -> Results.of(call).records(result, ids));
  }

  /**
   * Creates or updates records by external id, in one transaction: all or none. On existing records
   * an empty cell clears its field, and lines without external ids are doubled, on Odoo 14 those
   * with one too: use it to create.
   *
   * @param model technical name of the model
   * @param columns field names; {@code id} is the external id, {@code field/.id} a database id
   * @param rows one for each record, of as many cells as there are columns; further rows with empty
   *     cells outside a one2many field carry more of its lines
   * @param context values for Odoo's context, for example {@code tracking_disable}
   * @return the ids, or the messages that say why nothing was loaded. Refused values, missing
   *     rights and lost races come as messages, not as exceptions
   */
  public LoadResult load(
      String model, List<String> columns, List<List<String>> rows, Map<String, ?> context) {
    MethodCall call =
        MethodCall.of(model, "load").positional("fields", columns).positional("data", rows);
    for (Map.Entry<String, ?> entry : context.entrySet()) {
      call = call.context(entry.getKey(), entry.getValue());
    }
    return runner.run(call, Results.of(call)::load);
  }

  /**
   * Attaches a file to a record. The attachment has an external id, so that doing it again finds it
   * and leaves it as it is. Asks which field takes files here; who attaches many asks once and says
   * so.
   *
   * @param externalId with its module
   * @param model technical name of the record's model
   * @param id the record
   * @param fileName the name that Odoo shows
   * @param mimeType for example {@code application/pdf}
   * @param content the file; read while it is sent
   * @return the attachment's id, or the messages that say why there is none
   * @throws OdooRequestException if the file can't be read or is of another size than announced, or
   *     if the server has no field for it
   */
  public LoadResult attach(
      String externalId,
      String model,
      long id,
      String fileName,
      String mimeType,
      FileContent content) {
    Set<String> there = fieldsGet("ir.attachment", FileContent.FIELDS).keySet();
    String field = FileContent.field(there);
    return attach(externalId, model, id, fileName, mimeType, content, field);
  }

  /**
   * Attaches a file to a record, as above.
   *
   * @param externalId with its module
   * @param model technical name of the record's model
   * @param id the record
   * @param fileName the name that Odoo shows
   * @param mimeType for example {@code application/pdf}
   * @param content the file; read while it is sent
   * @param field the field that takes files, see {@link FileContent#field}
   * @return the attachment's id, or the messages that say why there is none
   * @throws OdooRequestException if the file can't be read or is of another size than announced
   */
  public LoadResult attach(
      String externalId,
      String model,
      long id,
      String fileName,
      String mimeType,
      FileContent content,
      String field) {
    MethodCall call =
        MethodCall.of("ir.attachment", "load")
            .positional("fields", List.of("id", "name", "res_model", "res_id", "mimetype", field))
            .positional(
                "data",
                List.of(
                    List.of(
                        externalId, fileName, model, Long.toString(id), mimeType, MethodCall.FILE)))
            .context("noupdate", true)
            .context("mode", "update")
            .context("active_test", false)
            .file(content)
            .safeToRepeat();
    return runner.run(call, Results.of(call)::load);
  }

  /**
   * Deletes records in one transaction.
   *
   * @param model technical name of the model
   * @param ids which records; if there are none, nothing is sent
   * @throws OdooMissingRecordException if one of the records does not exist
   */
  public void unlink(String model, Collection<Long> ids) {
    if (!ids.isEmpty()) {
      call(MethodCall.of(model, "unlink").ids(ids));
    }
  }

  /**
   * Asks which fields a model has on this server. A field that is not asked about, or that this
   * server does not have, is not in the answer.
   *
   * @param model technical name of the model
   * @param fields the names to ask about; all fields if there are none
   * @return the definitions by name
   */
  public Map<String, FieldDefinition> fieldsGet(String model, Collection<String> fields) {
    MethodCall call =
        MethodCall.of(model, "fields_get")
            .argument("allfields", fields)
            .argument("attributes", FIELD_ATTRIBUTES);
    return runner.run(call, Results.of(call)::fields);
  }

  /**
   * Resolves an external id. Works without administrator rights, one at a time. Of an archived
   * record Odoo answers as of one that the user may not see, unless the client's context has {@code
   * active_test} false (measured on Odoo 16 to 20).
   *
   * @param module the part before the first dot
   * @param name the part after it
   * @return the id of the record it stands for, or nothing if there is no such external id, or the
   *     user does not see the record
   */
  public Optional<ExternalIdTarget> resolveExternalId(String module, String name) {
    MethodCall call =
        MethodCall.of("ir.model.data", "check_object_reference")
            .positional("module", module)
            .positional("xml_id", name);
    try {
      return runner.run(call, Results.of(call)::target);
    } catch (OdooRequestException e) {
      if ("builtins.ValueError".equals(e.errorName())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Asks for the external ids of records, in bulk and without administrator rights. If they are too
   * many for one call, because the request or the answer is too large, it makes several.
   *
   * @param model technical name of the model
   * @param ids the records
   * @return the external id, with its module, of each record that has one; of several only one
   */
  public Map<Long, String> externalIds(String model, Collection<Long> ids) {
    Map<Long, String> all = new LinkedHashMap<>();
    DividedCall.over(
            new LinkedHashSet<>(ids), some -> List.copyOf(externalIdsOf(model, some).entrySet()))
        .forEach(known -> all.put(known.getKey(), known.getValue()));
    return all;
  }

  private Map<Long, String> externalIdsOf(String model, List<Long> ids) {
    MethodCall call = MethodCall.of(model, "get_external_id").ids(ids);
    return run(call, ids, result -> Results.of(call).externalIds(result, ids));
  }

  /**
   * Calls any public method.
   *
   * @param call model, method and arguments
   * @return what the method returned; {@link OdooValue#NULL} if it returned nothing
   */
  public OdooValue call(MethodCall call) {
    return runner.run(call, result -> result);
  }

  /** The connection's settings; never the key. */
  @Override
  public String toString() {
    return "OdooClient[" + connection + "]";
  }
}
