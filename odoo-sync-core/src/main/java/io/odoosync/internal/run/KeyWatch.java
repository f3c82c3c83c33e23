package io.odoosync.internal.run;

import io.odoosync.Failure;
import io.odoosync.internal.exchange.ApiKeyRenewal;
import io.odoosync.internal.exchange.ApiKeys;
import io.odoosync.internal.state.Settings;
import io.odoosync.odoo.OdooClient;
import io.odoosync.report.ApiKeyExpiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows when an engine's API key ends, and asks Odoo again once a day: runs may come each minute.
 * Runs follow each other, so it is used by one thread at a time.
 */
final class KeyWatch {

  private static final Duration ASKED_AFTER = Duration.ofDays(1);
  private static final Duration TRIED_AFTER = Duration.ofHours(1);

  private final Settings settings;
  private final Clock clock;
  private volatile @Nullable Known known;
  private volatile @Nullable Failed failed;

  private record Known(Instant asked, Optional<ApiKeyExpiry> first) {}

  private record Failed(Instant tried, Failure why) {}

  /**
   * What a run says of the key.
   *
   * @param expiry when it ends; {@code null} if that is not known
   * @param warning what is to be done about it; {@code null} for nothing
   */
  record KeyState(@Nullable ApiKeyExpiry expiry, @Nullable Failure warning) {

    static final KeyState UNKNOWN = new KeyState(null, null);
  }

  KeyWatch(Settings settings) {
    this.settings = settings;
    this.clock = settings.clock();
  }

  /** Takes the key that counts now, and renews it if it is time. Under the lock of the run. */
  void prepare(OdooClient client) {
    client.refreshApiKey();
    Duration before = settings.rules().renewKey();
    Instant now = clock.instant();
    if (before == null || !mayTry(now)) {
      return;
    }
    Failure failure = renewed(new ApiKeyRenewal(client, settings.namespace()), before, now, client);
    failed = failure == null ? null : new Failed(now, failure);
  }

  private boolean mayTry(Instant now) {
    Failed last = failed;
    return last == null || !now.isBefore(last.tried.plus(TRIED_AFTER));
  }

  private @Nullable Failure renewed(
      ApiKeyRenewal renewal, Duration before, Instant now, OdooClient client) {
    Failure unfinished = renewal.finish();
    Optional<ApiKeyExpiry> due =
        first(client, now).filter(key -> now.plus(before).isAfter(key.end()));
    if (unfinished != null || due.isEmpty()) {
      return unfinished;
    }
    known = null;
    return renewal.renew(due.get().end(), now);
  }

  /** How the key is. */
  KeyState look(OdooClient client) {
    Instant now = clock.instant();
    ApiKeyExpiry key = first(client, now).orElse(null);
    Failed last = failed;
    if (last != null) {
      return new KeyState(key, last.why);
    }
    return key == null
        ? KeyState.UNKNOWN
        : new KeyState(key, ApiKeys.warning(key, now).orElse(null));
  }

  private Optional<ApiKeyExpiry> first(OdooClient client, Instant now) {
    return ApiKeys.stored(client, now).or(() -> listed(client, now));
  }

  private Optional<ApiKeyExpiry> listed(OdooClient client, Instant now) {
    Known last = known;
    if (last == null || now.isAfter(last.asked.plus(ASKED_AFTER))) {
      last = new Known(now, ApiKeys.listed(client, now));
      known = last;
    }
    return last.first.map(key -> ApiKeyExpiry.at(key.end(), now, key.keys()));
  }
}
