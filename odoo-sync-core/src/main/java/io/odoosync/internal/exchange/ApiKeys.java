package io.odoosync.internal.exchange;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.ApiKeyStore;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import io.odoosync.odoo.StoredApiKeys;
import io.odoosync.report.ApiKeyExpiry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The API keys of the integration user, as far as Odoo shows them: names and ends. */
public final class ApiKeys {

  static final String MODEL = "res.users.apikeys";
  static final String END = "expiration_date";

  /** How long before its end a key is worth a warning. */
  private static final Duration SOON = Duration.ofDays(14);

  private static final SafeLog LOG = SafeLog.of(ApiKeys.class);

  private static final String SCOPE = "scope";

  private static final String USER = "user_id";

  private static final int MOST = 100;

  private ApiKeys() {}

  /**
   * When the first of the keys ends that still are valid and open what the sync calls. Odoo does
   * not say which of them is in use.
   *
   * @return nothing if none ends, or if Odoo does not tell: keys end since Odoo 18
   */
  public static Optional<ApiKeyExpiry> nextToExpire(OdooClient client, Instant now) {
    return stored(client, now).or(() -> listed(client, now));
  }

  /** When a key ends that the sync made itself. */
  public static Optional<ApiKeyExpiry> stored(OdooClient client, Instant now) {
    try {
      return client
          .connection()
          .apiKeys()
          .flatMap(ApiKeyStore::find)
          .map(StoredApiKeys::end)
          .map(end -> ApiKeyExpiry.at(end, now, 1));
    } catch (RuntimeException e) {
      LOG.debug("the ApiKeyStore can't be read: {}", e.getClass().getName());
      return Optional.empty();
    }
  }

  /** As {@link #nextToExpire}, without asking the store. */
  public static Optional<ApiKeyExpiry> listed(OdooClient client, Instant now) {
    try {
      return first(usable(client, now), now);
    } catch (OdooInterruptedException e) {
      throw e;
    } catch (OdooException e) {
      LOG.debug("API keys can't be listed: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<ApiKeyExpiry> first(List<OdooRecord> keys, Instant now) {
    return keys.stream()
        .flatMap(key -> key.instant(END).stream())
        .min(Comparator.naturalOrder())
        .map(end -> ApiKeyExpiry.at(end, now, keys.size()));
  }

  /** Those that may be in use; none if keys have no end here, as up to Odoo 17. */
  static List<OdooRecord> usable(OdooClient client, Instant now) {
    Set<String> there = client.fieldsGet(MODEL, List.of("name", END, SCOPE, USER)).keySet();
    if (!there.contains(END)) {
      return List.of();
    }
    List<String> read = Stream.of("name", END, SCOPE).filter(there::contains).toList();
    return client
        .searchRead(MODEL, own(client, now, there), read, Page.first(MOST).orderedBy("id"))
        .stream()
        .filter(key -> !there.contains(SCOPE) || key.text(SCOPE).orElse("rpc").equals("rpc"))
        .toList();
  }

  /** An administrator sees the keys of all users. */
  private static Domain own(OdooClient client, Instant now, Set<String> there) {
    Domain lasting = Domain.field(END).isGreaterThan(now).or(Domain.field(END).isEqualTo(false));
    return there.contains(USER)
        ? client
            .call(MethodCall.of("res.users", "context_get"))
            .get("uid")
            .whole()
            .map(user -> lasting.and(Domain.field(USER).isEqualTo(user)))
            .orElse(lasting)
        : lasting;
  }

  /** What is to be said of a key that ends soon. */
  public static Optional<Failure> warning(ApiKeyExpiry key, Instant now) {
    return Duration.between(now, key.end()).compareTo(SOON) > 0
        ? Optional.empty()
        : Optional.of(
            Failure.of(
                FailureCause.REFUSED_KEY,
                key.toString(),
                (key.keys() == 1 ? "" : "It is the first to end of " + key.keys() + " keys. ")
                    + "If it is the one in use, create a new one before and give it to the"
                    + " connection."));
  }
}
