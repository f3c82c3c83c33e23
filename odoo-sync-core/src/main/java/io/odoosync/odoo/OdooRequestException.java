package io.odoosync.odoo;

import org.jspecify.annotations.Nullable;

/**
 * Odoo understood the call and refused it: a value, a field, a business rule. The same call fails
 * again.
 */
public final class OdooRequestException extends OdooException {

  /** Where the fault lies. */
  public enum Fault {
    /** In what was sent: a value, or one of Odoo's rules is against it. */
    REFUSED("Correct what Odoo names, then run again."),
    /** The server has no such model or method. */
    ABSENT("Install the Odoo app that brings the model, or call a method that it has."),
    /** Odoo's own code broke on it, or that of an app. */
    BROKEN("Look into the Odoo server's log: what it says may be a consequence only."),
    /** What was to be sent could not be read, so it was not sent. */
    UNREADABLE("Mend what gives the content, then run again."),
    /** A proxy before Odoo, or Odoo itself, takes no request of that size. */
    TOO_LARGE(
        "Send less at once. If it is one record: raise the limit for the size of a request in the"
            + " proxy before Odoo (nginx calls it client_max_body_size), or make the record or its"
            + " document smaller.");

    private final String advice;

    Fault(String advice) {
      this.advice = advice;
    }
  }

  private static final long serialVersionUID = 1L;

  private final @Nullable Fault known;

  /**
   * Describes a failure.
   *
   * @param message what failed: model, method and Odoo's words, never a secret
   * @param errorName the name that Odoo gave to the error, or {@code null}
   * @param cause what it came from, or {@code null}
   */
  public OdooRequestException(
      String message, @Nullable String errorName, @Nullable Throwable cause) {
    super(message, errorName, cause);
    this.known = null;
  }

  /**
   * Describes a failure of which it is known where the fault lies.
   *
   * @param fault where the fault lies
   * @param message what failed: model, method and words, never a secret
   * @param cause what it came from, or {@code null}
   */
  public OdooRequestException(Fault fault, String message, @Nullable Throwable cause) {
    super(message, null, cause);
    this.known = fault;
  }

  /**
   * Where the fault lies: by the error's name, unless it is known otherwise.
   *
   * @return never {@code null}
   */
  public Fault fault() {
    String name = errorName();
    if (known != null) {
      return known;
    } else if (name == null) {
      return Fault.UNREADABLE;
    } else if (name.equals("werkzeug.exceptions.NotFound")) {
      return Fault.ABSENT;
    } else if (name.equals("werkzeug.exceptions.RequestEntityTooLarge")) {
      return Fault.TOO_LARGE;
    }
    return isOfPython(name) || name.startsWith("psycopg2.") ? Fault.BROKEN : Fault.REFUSED;
  }

  /**
   * Whether the server has no such method or model, in the words of either transport: JSON-2 calls
   * it not found, JSON-RPC lets Python say that there is no such attribute.
   *
   * @return {@code false} also if it refused for another reason
   */
  public boolean isForAbsence() {
    return fault() == Fault.ABSENT || "builtins.AttributeError".equals(errorName());
  }

  /** But for ValueError, with which Odoo refuses values and fields that it does not know. */
  private static boolean isOfPython(String name) {
    return name.startsWith("builtins.") && !name.equals("builtins.ValueError");
  }

  @Override
  public boolean isForSize() {
    return fault() == Fault.TOO_LARGE;
  }

  @Override
  public String advice() {
    return fault().advice;
  }
}
