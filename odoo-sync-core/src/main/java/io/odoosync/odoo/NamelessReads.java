package io.odoosync.odoo;

import java.util.function.Function;

/**
 * Reading without the names of what records refer to, for which Odoo would read those too.
 *
 * <p>{@code search_read} hands the argument on to {@code read}, but in 14, and where an app has
 * overridden it without further arguments: then it refuses, is asked without, and is not asked like
 * this again.
 */
final class NamelessReads {

  private static final String LOAD = "load";

  private volatile boolean refused;

  /**
   * Makes a call of {@code search_read}.
   *
   * @param run makes it
   */
  <T> T make(MethodCall call, Function<MethodCall, T> run) {
    if (refused) {
      return run.apply(call);
    }
    try {
      return run.apply(call.argument(LOAD, ""));
    } catch (OdooRequestException e) {
      if (!isAboutLoad(e)) {
        throw e;
      }
      refused = true;
    }
    return run.apply(call);
  }

  private static boolean isAboutLoad(OdooRequestException refusal) {
    String words = refusal.getMessage();
    return words != null && words.contains("'" + LOAD + "'");
  }
}
