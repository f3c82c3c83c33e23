package io.odoosync.testkit.internal.rpc;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.OdooRelease;
import io.odoosync.testkit.internal.orm.Database;
import io.odoosync.testkit.internal.orm.Database.Outcome;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.ExternalIds;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Registry;
import io.odoosync.testkit.internal.orm.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs calls, each in a transaction of its own. What HTTP adds is not known here. */
public final class Server {
  private final Registry registry;
  private final Accounts accounts;
  private final ServerSettings settings;
  private final OdooRelease first;

  public Server(Registry registry, Accounts accounts, ServerSettings settings) {
    this.registry = registry;
    this.accounts = accounts;
    this.settings = settings;
    this.first = registry.release();
  }

  public OdooRelease release() {
    return registry.release();
  }

  public Registry registry() {
    return registry;
  }

  public Accounts accounts() {
    return accounts;
  }

  public String database() {
    return settings.database();
  }

  /** What it says that it is, such as {@code 20.0} or {@code saas~19.4}. */
  public String version() {
    return release() == first ? settings.version() : release().serverVersion();
  }

  /** The largest body that is not refused, in bytes. */
  public long largestBody() {
    return settings.largestBody();
  }

  public Instant now() {
    return settings.clock().instant();
  }

  /** How many commits a call that arrives now can see. */
  public long snapshot() {
    return registry.database().commits();
  }

  /** Runs a call by position, as {@code execute_kw}. */
  public Outcome<Object> call(
      User user,
      String model,
      String method,
      List<Object> positions,
      Map<String, Object> named,
      long snapshot) {
    Map<String, Object> arguments = new java.util.LinkedHashMap<>(named);
    Map<String, Object> context =
        io.odoosync.testkit.internal.orm.Python.map(arguments.getOrDefault("context", false));
    arguments.remove("context");
    return inTransaction(
        user,
        context,
        snapshot,
        env -> new Caller(env).positional(model, method, positions, arguments));
  }

  /** Runs a call by name, as JSON-2. */
  public Outcome<Object> call(
      User user,
      String model,
      String method,
      List<Integer> ids,
      Map<String, Object> named,
      Map<String, Object> context,
      long snapshot) {
    return inTransaction(
        user, context, snapshot, env -> new Caller(env).named(model, method, ids, named));
  }

  public <T> Outcome<T> inTransaction(
      User user, Map<String, Object> context, long snapshot, Function<Env, T> work) {
    Database tables = registry.database();
    return tables.transaction(() -> work.apply(env(user, context, snapshot)));
  }

  private Env env(User user, Map<String, Object> context, long snapshot) {
    Env env = new Env(registry, user, context, Moments.truncated(now()), snapshot);
    requireLanguage(env);
    return settings.races() ? env.with(Map.of(ExternalIds.RACES, true)) : env;
  }

  private static void requireLanguage(Env env) {
    Optional<String> language =
        Optional.of(env.contextValue("lang"))
            .filter(String.class::isInstance)
            .map(String.class::cast);
    if (language.isEmpty() || !env.has(Fact.CONTEXT_LANGUAGE_CHECKED)) {
      return;
    }
    List<Object> installed =
        List.of(List.of("code", "=", language.get()), List.of("active", "=", true));
    if (env.superuser().with(Map.of("lang", false)).model("res.lang").search(installed).isEmpty()) {
      throw OdooError.user("Invalid language code: " + language.get());
    }
  }
}
