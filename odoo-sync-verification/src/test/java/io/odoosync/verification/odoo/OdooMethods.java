package io.odoosync.verification.odoo;

import java.util.Set;

/** What tells a method of Odoo that reads from one that writes. */
public final class OdooMethods {

  private static final Set<String> READING =
      Set.of(
          "authenticate",
          "check_access_rights",
          "check_object_reference",
          "context_get",
          "fields_get",
          "get_external_id",
          "has_access",
          "read",
          "search",
          "search_count",
          "search_read",
          "version");

  private OdooMethods() {}

  /** Whether it reads and does nothing else. One that is not known is taken for one that writes. */
  public static boolean reads(String method) {
    return READING.contains(method);
  }
}
