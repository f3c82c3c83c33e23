package io.odoosync;

/**
 * Why something failed, told apart by what has to be done about it. A program decides by this, a
 * person reads the words of the {@link Failure}. More causes may come: a {@code switch} over them
 * wants a default.
 */
public enum FailureCause {
  /** The local record holds what can't be sent: no name, a text too long, a negative total. */
  INVALID_RECORD(true, "Correct the record in the host application."),

  /**
   * A record or an option names something of Odoo's, such as a tax, a country, a product or a team,
   * and Odoo has none of that name, or several.
   */
  UNRESOLVED_NAME(true, "Map the name to one record of Odoo's, name another, or add it in Odoo."),

  /** Odoo lacks what the sync needs: an app, a field, a sales journal, an active currency. */
  MISSING_IN_ODOO(true, "Add in Odoo what is missing there."),

  /**
   * The integration user may not do it, or does not see the record: a right on the model, a record
   * rule, a company.
   */
  MISSING_RIGHT(true, "Grant the integration user the right on the model."),

  /** Odoo refuses login or API key: wrong, revoked or expired. */
  REFUSED_KEY(true, "Create a new API key, and check login and database."),

  /** The connection's address, database or login does not lead to a usable Odoo. */
  WRONG_CONNECTION(true, "Correct the connection's settings: address, database, login."),

  /** The server's certificate can't be trusted: self-signed, expired, or for another host. */
  UNTRUSTED_CERTIFICATE(true, "Mend the server's certificate, or have this Java trust it."),

  /** Nothing answers at the address: refused, unknown host, no answer in time. */
  UNREACHABLE_SERVER(false, "Check that the server is up and can be reached, then run again."),

  /** It passes by itself: Odoo was busy or restarting, or something else was faster. */
  TRANSIENT(false, "Run again later."),

  /** A change was sent and no answer came: Odoo may have made it. Do not make it by hand. */
  UNKNOWN_OUTCOME(false, "Run again: the next run finds out what Odoo did, and does the rest."),

  /** Host and Odoo contradict each other, and only a person can say who is right. */
  CONTRADICTION(true, "Decide which side is right, and make the other one agree."),

  /** Odoo refuses it in words of its own: a value, or one of its rules. */
  REFUSED_BY_ODOO(true, "Correct what Odoo names, then run again."),

  /**
   * An invoice breaks a rule of electronic invoices, which the reason names by its id: the {@link
   * InvoicingOptions} want it judged before it is posted.
   */
  BROKEN_RULE(true, "Correct what the rule is about, in the host application or in Odoo."),

  /** A proxy takes no request of that size, or the connection no answer of that size. */
  TOO_LARGE(true, "Raise the limit that the failure names, or make the record smaller."),

  /** Odoo's own code broke on it, or that of an app. */
  ODOO_FAULT(true, "Look into the Odoo server's log."),

  /** A part of the host application's own failed: a source, a store, a mapping, a policy. */
  HOST_FAULT(true, "Mend that part of the host application, then run again."),

  /** The record waits for another one that is not in Odoo. */
  WAITING_FOR_RECORD(false, "Mend the record that it waits for, then run again."),

  /** The sync could do it but must not: a brake, a plan or an option holds it back. */
  HELD_BACK(false, "Look at it, and give the go-ahead if it is meant."),

  /** The host stopped the run. */
  CANCELLED(false, "Run again to do the rest."),

  /** A fault of the sync itself. */
  UNEXPECTED(true, "Please report it with the log's stack trace.");

  private final boolean lasting;
  private final String advice;

  FailureCause(boolean lasting, String advice) {
    this.lasting = lasting;
    this.advice = advice;
  }

  /**
   * Whether the same would fail again until something is done about it.
   *
   * @return {@code false} for what passes by itself; such failures don't count for quarantine
   */
  public boolean isLasting() {
    return lasting;
  }

  /**
   * What is to be done, in general. The advice of a {@link Failure} says more.
   *
   * @return one sentence
   */
  public String advice() {
    return advice;
  }
}
