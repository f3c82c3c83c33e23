package io.odoosync.internal.exchange;

import io.odoosync.Failure;
import io.odoosync.FailureCause;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.ApiKeyStoreException;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooConnectionException;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooInterruptedException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.OdooRequestException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Renews the API key for as long as Odoo allows: 90 days for plain users unless their groups say
 * otherwise, which those users can't read.
 */
public final class ApiKeyRenewal {

  /** Odoo's own choices for plain users. */
  private static final List<Integer> DAYS = List.of(90, 30, 7, 1);

  /** Clocks differ, and Odoo's looks at the limit to the second. */
  private static final Duration LESS = Duration.ofHours(1);

  /** So Odoo says that an end is too late. */
  private static final String TOO_LATE = "odoo.exceptions.ValidationError";

  private static final Set<String> NO_SUCH_METHOD =
      Set.of("builtins.AttributeError", "werkzeug.exceptions.NotFound");

  private static final Failure NOT_REVOKED =
      Failure.of(
          FailureCause.MISSING_RIGHT,
          "the API key was renewed, but the old one can't be revoked yet",
          "Have an administrator see that base.enable_programmatic_api_keys is still True, or"
              + " delete the old key in Odoo; it ends by itself.");

  private static final SafeLog LOG = SafeLog.of(ApiKeyRenewal.class);

  private final OdooClient client;
  private final String namespace;

  public ApiKeyRenewal(OdooClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /** Makes up for what a renewal left that broke off; why not, if it can't. */
  public @Nullable Failure finish() {
    try {
      return client.revokeSupersededApiKey() ? null : NOT_REVOKED;
    } catch (ApiKeyStoreException e) {
      return failure(e);
    }
  }

  private static Failure failure(ApiKeyStoreException thrown) {
    return Failure.of(
        FailureCause.HOST_FAULT,
        "the API key can't be renewed: " + thrown.getMessage(),
        "Mend the ApiKeyStore; until then the old key stays in use.");
  }

  /**
   * Renews the key.
   *
   * @param end when the key in use ends
   * @return why it could not be renewed; {@code null} if it was, or if a new one would not last
   *     much longer
   */
  public @Nullable Failure renew(Instant end, Instant now) {
    try {
      renewForLong(Duration.between(now, end), now);
      return null;
    } catch (ApiKeyStoreException e) {
      return failure(e);
    } catch (OdooInterruptedException e) {
      throw e;
    } catch (OdooException e) {
      return failure(e, end);
    }
  }

  /** A key that lasts hardly longer is no gain: with short limits each run would make one. */
  private void renewForLong(Duration left, Instant now) {
    OdooException refusal = null;
    for (int days : DAYS) {
      Duration life = Duration.ofDays(days).minus(LESS);
      if (left.compareTo(life.dividedBy(2)) < 0) {
        try {
          Instant until = now.plus(life).truncatedTo(ChronoUnit.SECONDS);
          client.renewApiKey(prefix() + now.truncatedTo(ChronoUnit.SECONDS), until);
          endLeftOvers(until, now);
          return;
        } catch (OdooRequestException e) {
          refusal = e;
          if (!TOO_LATE.equals(e.errorName())) {
            throw e;
          }
        }
      }
    }
    if (refusal != null && left.compareTo(Duration.ofDays(1)) < 0) {
      throw refusal;
    }
  }

  /** Names of keys tell who made them: what was lost on the way is recognised by it. */
  private String prefix() {
    return "odoo-sync " + namespace + " ";
  }

  /**
   * Deletes keys whose secret nobody has, where Odoo lets this user do so: not the standard one.
   *
   * @param inUse when the key in use ends, which tells it from the others
   */
  private void endLeftOvers(Instant inUse, Instant now) {
    try {
      if (!client.revokeSupersededApiKey()) {
        return;
      }
      List<Long> lost =
          ApiKeys.usable(client, now).stream()
              .filter(key -> key.text("name").orElse("").startsWith(prefix()))
              .filter(key -> key.instant(ApiKeys.END).filter(inUse::equals).isEmpty())
              .map(OdooRecord::id)
              .toList();
      client.unlink(ApiKeys.MODEL, lost);
    } catch (OdooInterruptedException e) {
      throw e;
    } catch (OdooException e) {
      LOG.warn(
          "API keys named '{}…' are left over from renewals that broke off; nobody has their"
              + " secrets, and they end by themselves. A person can delete them in Odoo: {}",
          prefix(),
          e.getMessage());
    }
  }

  private static Failure failure(OdooException refusal, Instant end) {
    Failure failure = Failures.failure(refusal);
    String reason = "the API key can't be renewed: " + failure.reason();
    String byHand = "create a new key by hand before " + end + " and give it to the connection.";
    if (NO_SUCH_METHOD.contains(String.valueOf(refusal.errorName()))) {
      return Failure.of(
          FailureCause.MISSING_IN_ODOO,
          reason,
          "This Odoo does not renew keys for programs, as 20 does: update it, or " + byHand);
    } else if (!failure.cause().isLasting() || refusal instanceof OdooConnectionException) {
      return Failure.of(failure.cause(), reason, failure.advice());
    }
    return Failure.of(
        FailureCause.MISSING_RIGHT,
        reason,
        "Have an administrator set the system parameter base.enable_programmatic_api_keys to True"
            + " (Settings, Technical, System Parameters), and remove keys of the integration user"
            + " that nobody uses: there may be ten. Or "
            + byHand);
  }
}
