package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.internal.orm.Behavior;
import io.odoosync.testkit.internal.orm.Env;
import io.odoosync.testkit.internal.orm.Invocation;
import io.odoosync.testkit.internal.orm.Method;
import io.odoosync.testkit.internal.orm.Model;
import io.odoosync.testkit.internal.orm.Moments;
import io.odoosync.testkit.internal.orm.OdooError;
import io.odoosync.testkit.internal.orm.Python;
import io.odoosync.testkit.internal.rpc.Accounts;
import io.odoosync.testkit.internal.rpc.Accounts.Credential;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code res.users.apikeys}: the keys of a user, without their secrets. {@code generate} and {@code
 * revoke} are as in the source of the 19.0 of 2026; no server was measured.
 */
public final class ApiKeys implements Behavior {
  public static final String MODEL = "res.users.apikeys";

  private static final int MOST_KEYS = 10;
  private static final Duration LONGEST = Duration.ofDays(90);
  private static final String END = "expiration_date";

  /** Whether keys are made and revoked over RPC. */
  public enum Programmatic {
    /** There are no such methods. */
    MISSING,
    /** Refused, but to administrators. */
    OFF,
    /** Allowed to everybody, for their own keys. */
    ON
  }

  private final Accounts accounts;
  private final Programmatic programmatic;

  public ApiKeys(Accounts accounts, Programmatic programmatic) {
    this.accounts = accounts;
    this.programmatic = programmatic;
  }

  /** Gives a user a key. */
  public static void install(
      Env env, Accounts accounts, Credential key, Map<String, Object> described) {
    if (env.find(MODEL).isEmpty()) {
      accounts.addKey(key);
      return;
    }
    Model rows = env.superuser().model(MODEL);
    int row = rows.table().nextId();
    Map<String, Object> values = new LinkedHashMap<>(described);
    values.put("user_id", key.user().id());
    values.put("create_date", Moments.stored(env.now()));
    key.end().ifPresent(end -> values.put(END, Moments.stored(end)));
    rows.table().insert(row, values);
    accounts.addKey(new Credential(row, key.user(), key.secret(), key.end()));
  }

  /** Ends a key now. */
  public static boolean end(Env env, Accounts accounts, String secret) {
    accounts
        .key(secret)
        .filter(key -> key.row() != 0)
        .ifPresent(key -> env.model(MODEL).store(key.row(), END, Moments.stored(env.now())));
    accounts.expire(secret);
    return true;
  }

  /** Who is no administrator sees the own keys only. */
  @Override
  public boolean isVisible(Env env, int id) {
    return isAdministrator(env) || isOwn(env, id);
  }

  private static boolean isAdministrator(Env env) {
    return env.user().superuser() || env.user().hasGroup("base.group_system");
  }

  private static boolean isOwn(Env env, int id) {
    return env.superuser().model(MODEL).stored(id, "user_id").equals(env.user().id());
  }

  @Override
  public void prepareUnlink(Env env, List<Integer> ids) {
    ids.forEach(accounts::forget);
  }

  @Override
  public List<Method> methods(Env env) {
    return programmatic == Programmatic.MISSING
        ? List.of()
        : List.of(
            Method.onModel("generate", this::generate, "key", "scope", "name", END),
            Method.onModel("revoke", this::revoke, "key"));
  }

  private void requireAllowed(Env env) {
    if (programmatic != Programmatic.ON && !isAdministrator(env)) {
      throw OdooError.user("Programmatic API keys are not enabled");
    }
  }

  private Object generate(Invocation call) {
    Env env = call.env();
    requireAllowed(env);
    Optional<Instant> end = end(call.get(END));
    if (live(env) >= MOST_KEYS) {
      throw OdooError.user(
          "Limit of %d API keys is reached for programmatic creation".formatted(MOST_KEYS));
    }
    requireOwn(env, call.text("key"), call.get("scope"));
    requireFitting(env, end);
    String secret = accounts.newSecret();
    Map<String, Object> described = Map.of("name", call.get("name"), "scope", call.get("scope"));
    install(env, accounts, new Credential(0, env.user(), secret, end), described);
    return secret;
  }

  private static Optional<Instant> end(Object given) {
    if (!Python.isTrue(given)) {
      return Optional.empty();
    }
    String text = String.valueOf(given);
    String stored =
        Moments.parseTime(text)
            .orElseThrow(
                () ->
                    OdooError.value(
                        "time data '%s' does not match format '%%Y-%%m-%%d %%H:%%M:%%S'"
                            .formatted(text)));
    return Optional.of(LocalDateTime.parse(stored.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
  }

  private static long live(Env env) {
    Model rows = env.superuser().model(MODEL);
    String now = Moments.stored(env.now());
    return rows.table().referencing("user_id", env.user().id()).stream()
        .map(row -> rows.text(row, END))
        .filter(end -> end.isEmpty() || end.compareTo(now) >= 0)
        .count();
  }

  /** A key for everything makes any key, one with a scope only keys of its own. */
  private void requireOwn(Env env, String secret, Object scope) {
    accounts
        .key(secret)
        .filter(key -> key.user().id() == env.user().id())
        .filter(key -> covers(scopeOf(env, key), Python.isTrue(scope) ? scope : "rpc"))
        .orElseThrow(
            () ->
                OdooError.accessDenied(
                    "The provided API key is invalid or does not belong to the current user."));
  }

  private static Object scopeOf(Env env, Credential key) {
    return env.superuser().model(MODEL).stored(key.row(), "scope");
  }

  private static boolean covers(Object scope, Object wanted) {
    return !Python.isTrue(scope) || scope.equals(wanted);
  }

  private static void requireFitting(Env env, Optional<Instant> end) {
    if (isAdministrator(env)) {
      return;
    }
    if (end.isEmpty()) {
      throw OdooError.validation("The API key must have an expiration date");
    }
    if (end.get().isAfter(env.now().plus(LONGEST))) {
      throw OdooError.validation("You cannot exceed %d.0 days.".formatted(LONGEST.toDays()));
    }
  }

  private Object revoke(Invocation call) {
    Env env = call.env();
    requireAllowed(env);
    if (call.text("key").isEmpty()) {
      throw OdooError.python("AssertionError", "key required");
    }
    Credential key =
        accounts
            .key(call.text("key"))
            .orElseThrow(() -> OdooError.accessDenied("The provided API key is invalid."));
    if (!isAdministrator(env) && key.user().id() != env.user().id()) {
      throw OdooError.access(
          "You can not remove API keys unless they're yours or you are a system user");
    }
    env.superuser().model(MODEL).unlink(List.of(key.row()));
    return true;
  }
}
