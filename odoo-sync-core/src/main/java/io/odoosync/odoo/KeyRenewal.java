package io.odoosync.odoo;

import io.odoosync.internal.text.KeyRing;
import io.odoosync.internal.text.SafeLog;
import java.time.Instant;
import java.util.Optional;

/**
 * Replaces a key in an order in which a crash at any point leaves a store that holds a valid key:
 * generate, store both, confirm, revoke the old one, forget it. What a crash between the first two
 * leaves is a key whose secret nobody has.
 */
final class KeyRenewal {

  private static final String MODEL = "res.users.apikeys";
  private static final String SCOPE = "rpc";

  /** Makes a call with the key in use. */
  interface Caller {
    OdooValue call(MethodCall call);
  }

  private final Caller caller;
  private final KeyRing keys;
  private final ApiKeyStore store;
  private final SafeLog out;

  KeyRenewal(Caller caller, KeyRing keys, ApiKeyStore store) {
    this.caller = caller;
    this.keys = keys;
    this.store = store;
    this.out = SafeLog.of(KeyRenewal.class, keys.redaction());
  }

  void renew(String name, Instant end) {
    Optional<StoredApiKeys> before = found();
    String old = keys.current();
    String fresh = generate(old, name, end);
    keys.learn(fresh);
    StoredApiKeys both = new StoredApiKeys(fresh, end, old);
    store(both);
    keys.use(fresh);
    confirm(both, before.orElseGet(() -> StoredApiKeys.of(old)));
    revokeSuperseded();
  }

  private String generate(String key, String name, Instant end) {
    MethodCall call =
        MethodCall.of(MODEL, "generate")
            .argument("key", key)
            .argument("scope", SCOPE)
            .argument("name", name)
            .argument("expiration_date", end);
    return caller
        .call(call)
        .text()
        .filter(made -> !made.isBlank())
        .orElseThrow(() -> new OdooRequestException(call + " returned no key", null, null));
  }

  /** What may hold the new key by now, or may hold it later, must find it valid. */
  private void store(StoredApiKeys both) {
    try {
      store.save(both);
    } catch (RuntimeException e) {
      if (!both.equals(found().orElse(null))) {
        revoke(both.current());
        throw failed("save", e);
      }
    }
    if (!both.equals(found().orElse(null))) {
      throw new ApiKeyStoreException(
          "the ApiKeyStore does not give back the keys that were saved in it");
    }
  }

  private Optional<StoredApiKeys> found() {
    try {
      return store.find();
    } catch (RuntimeException e) {
      throw failed("find", e);
    }
  }

  private static ApiKeyStoreException failed(String method, RuntimeException thrown) {
    return new ApiKeyStoreException(
        "the ApiKeyStore failed: " + method + " threw " + thrown.getClass().getName());
  }

  private void confirm(StoredApiKeys both, StoredApiKeys before) {
    try {
      caller.call(MethodCall.of("res.users", "context_get"));
    } catch (OdooAuthenticationException e) {
      keys.use(before.current());
      store.save(before);
      throw e;
    }
    out.info("the API key was renewed, and ends at {}", both.end());
  }

  /** Whether there is none any more. */
  boolean revokeSuperseded() {
    StoredApiKeys held = found().orElse(null);
    if (held == null || held.superseded() == null) {
      return true;
    }
    keys.learn(held.superseded());
    if (held.superseded().equals(held.current()) || revoke(held.superseded())) {
      save(new StoredApiKeys(held.current(), held.end(), null));
      return true;
    }
    return false;
  }

  private void save(StoredApiKeys held) {
    try {
      store.save(held);
    } catch (RuntimeException e) {
      throw failed("save", e);
    }
  }

  /** A key that is refused has ended, or was revoked before. */
  private boolean revoke(String key) {
    try {
      caller.call(MethodCall.of(MODEL, "revoke").argument("key", key));
    } catch (OdooAuthenticationException e) {
      out.debug("the old API key was not valid any more: {}", e.getMessage());
    } catch (OdooInterruptedException e) {
      throw e;
    } catch (OdooException e) {
      out.debug("an API key that is not used any more can't be revoked yet: {}", e.getMessage());
      return false;
    }
    return true;
  }
}
