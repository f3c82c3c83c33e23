package io.odoosync.testkit.internal;

import io.odoosync.testkit.Account;
import io.odoosync.testkit.internal.model.ApiKeys;
import io.odoosync.testkit.internal.model.Behaviors;
import io.odoosync.testkit.internal.orm.AccessRights;
import io.odoosync.testkit.internal.orm.Database;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Registry;
import io.odoosync.testkit.internal.orm.User;
import io.odoosync.testkit.internal.rpc.Accounts;
import io.odoosync.testkit.internal.rpc.Accounts.Credential;
import io.odoosync.testkit.internal.rpc.Server;
import io.odoosync.testkit.internal.schema.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a server together: tables, master data, users and their keys. */
public final class Wiring {
  private static final User LOADER = new User(User.SUPERUSER_ID, "__system__", 0, Set.of(), true);

  private final Accounts accounts;
  private final Setup setup;
  private final Map<String, User> users = new HashMap<>();
  private final Map<String, Account> byRole = new HashMap<>();
  private final Server server;
  private final String expiredKey = Accounts.secret("expired");

  public Wiring(Setup setup) {
    this.setup = setup;
    this.accounts = new Accounts(setup.server().clock());
    Schema schema = Schema.of(setup.release());
    this.server = new Server(registry(schema), accounts, setup.server());
    server.inTransaction(LOADER, Map.of(), 0, env -> fill(env, schema));
    accounts.addKey(new Credential(0, user("sync"), expiredKey, Optional.of(Instant.MIN)));
  }

  private Registry registry(Schema schema) {
    return new Registry(
        setup.release(),
        schema,
        new Database(),
        Behaviors.all(new ApiKeys(accounts, setup.programmaticKeys())),
        new AccessRights(schema.rights()),
        setup.traits());
  }

  public Server server() {
    return server;
  }

  public User user(String role) {
    User user = users.get(role);
    if (user == null) {
      throw new IllegalArgumentException("no user " + role);
    }
    return user;
  }

  public Account account(String role) {
    Account account = byRole.get(role);
    if (account == null) {
      throw new IllegalArgumentException("no account " + role);
    }
    return account;
  }

  public String expiredKey() {
    return expiredKey;
  }

  /** From now on the key of the integration user is refused. */
  public void expireApiKey() {
    String key = account("sync").apiKey();
    server.inTransaction(LOADER, Map.of(), 0, env -> ApiKeys.end(env, accounts, key));
  }

  private int fill(Env env, Schema schema) {
    schema.records().forEach((model, rows) -> rows.forEach(row -> insert(env, model, row)));
    schema.users().forEach(user -> addUser(env, user));
    return schema.records().size();
  }

  private static void insert(Env env, String model, Map<String, Object> row) {
    Map<String, Object> values = new LinkedHashMap<>(row);
    Object id = values.remove("id");
    Object externalId = values.remove("xid");
    if (!(id instanceof Integer number) || env.find(model).isEmpty()) {
      return;
    }
    values.keySet().retainAll(env.model(model).schema().fields().keySet());
    env.model(model).schema().defaults().forEach(values::putIfAbsent);
    env.registry().database().table(model).insert(number, values);
    env.model(model).touch(number);
    if (externalId instanceof String name && !name.isEmpty()) {
      env.externalIds().install(name, model, number);
    }
  }

  private void addUser(Env env, Map<String, Object> source) {
    String role = String.valueOf(source.get("role"));
    String login = String.valueOf(source.get("login"));
    int partner = env.model("res.partner").create(contact(source));
    int id = source.get("id") instanceof Integer known ? known : 0;
    env.registry()
        .database()
        .table("res.users")
        .insert(id, Map.of("login", login, "partner_id", partner, "company_id", 1, "active", true));
    register(env, role, new User(id, login, partner, groups(source), role.equals("admin")));
  }

  private static Map<String, Object> contact(Map<String, Object> user) {
    return Map.of(
        "name", user.getOrDefault("name", "User"), "email", user.getOrDefault("login", ""));
  }

  private static Set<String> groups(Map<String, Object> source) {
    return source.get("groups") instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of();
  }

  private void register(Env env, String role, User user) {
    Account account =
        new Account(user.id(), user.login(), role + "-password", Accounts.secret(role));
    users.put(role, user);
    byRole.put(role, account);
    accounts.addPassword(user, account.password());
    Optional<Instant> end = role.equals("sync") ? setup.apiKeyEnd() : Optional.empty();
    Credential key = new Credential(0, user, account.apiKey(), end);
    ApiKeys.install(env, accounts, key, Map.of("name", role, "scope", "rpc"));
  }
}
