package io.odoosync.internal.text;

import java.util.regex.Pattern;

/** What reasons have in common that differ only in the record that they are about. */
public final class ReasonShape {

  /** Beyond that, reasons count as alike; it also bounds the work on Odoo's words. */
  private static final int LOOKED_AT = 300;

  private static final Pattern QUOTED =
      Pattern.compile("'[^']*'|\"[^\"]*\"|\\[[^\\]]*\\]|«[^»]*»|“[^”]*”");
  private static final Pattern NAMING = Pattern.compile("\\S*[\\d/@]\\S*");

  private ReasonShape() {}

  /** The reason without what is quoted, and without words that name something: ids, dates, keys. */
  public static String of(String reason) {
    String start = reason.substring(0, Math.min(LOOKED_AT, reason.length()));
    return NAMING.matcher(QUOTED.matcher(start).replaceAll("…")).replaceAll("#");
  }
}
