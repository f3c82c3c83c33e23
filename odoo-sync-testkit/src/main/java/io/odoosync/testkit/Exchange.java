package io.odoosync.testkit;

/**
 * A request and what became of it.
 *
 * @param login who called, or "" if nobody was recognised
 * @param status the HTTP status that was answered, or 0 if the connection was closed instead
 * @param error the name of Odoo's error, such as {@code odoo.exceptions.UserError}, or ""
 * @param wrote whether the transaction was committed with something written in it, be it the values
 *     that were there before
 */
public record Exchange(OdooRequest request, String login, int status, String error, boolean wrote) {

  /** The model that was called, or "". */
  public String model() {
    return request.model();
  }

  /** The method that was called, or "". */
  public String method() {
    return request.method();
  }
}
