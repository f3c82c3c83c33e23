package io.odoosync.testkit.internal.model;

import io.odoosync.testkit.Fact;
import io.odoosync.testkit.internal.orm.Env;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code email_normalized}: the address in lower case, {@code false} if there is none. Of several
 * it is the first; Odoo 14 then has none.
 */
final class Emails {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"]+@[^\\s<>,;:\"]+");

  private Emails() {}

  static Object normalized(Env env, Object email) {
    if (!(email instanceof String text)) {
      return false;
    }
    List<String> addresses =
        ADDRESS
            .matcher(text)
            .results()
            .map(found -> found.group().toLowerCase(Locale.ROOT))
            .toList();
    boolean one =
        addresses.size() == 1 || (addresses.size() > 1 && env.has(Fact.FIRST_EMAIL_NORMALIZED));
    return one ? (Object) addresses.get(0) : false;
  }
}
