package io.odoosync.internal.exchange;

import io.odoosync.internal.text.SafeLog;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooPermissionException;
import io.odoosync.odoo.OdooRequestException;
import io.odoosync.odoo.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The API keys of the integration user, as far as Odoo shows them: when they end. */
public final class ApiKeys {

  private static final SafeLog LOG = SafeLog.of(ApiKeys.class);

  private static final String MODEL = "res.users.apikeys";
  private static final String END = "expiration_date";
  private static final int MOST = 100;

  private ApiKeys() {}

  /**
   * When the first of the keys ends that still are valid. Odoo does not say which of them is in
   * use.
   *
   * @return nothing if none ends, or if Odoo does not tell: keys end since Odoo 18
   */
  public static Optional<Instant> nextToExpire(OdooClient client, Instant now) {
    try {
      if (client.fieldsGet(MODEL, List.of(END)).isEmpty()) {
        return Optional.empty();
      }
      Domain ending = Domain.field(END).isGreaterThan(now);
      return client
          .searchRead(MODEL, ending, List.of(END), Page.first(MOST).orderedBy("id"))
          .stream()
          .flatMap(key -> key.instant(END).stream())
          .min(Instant::compareTo);
    } catch (OdooPermissionException | OdooRequestException e) {
      LOG.debug("API keys can't be listed: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
