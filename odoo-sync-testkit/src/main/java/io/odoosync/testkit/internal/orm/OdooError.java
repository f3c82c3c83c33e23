package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import java.util.List;

/**
 * An exception of the Odoo server, as its clients see it.
 *
 * <p>Clients tell errors apart by {@link #name}; over JSON-2 they also see {@link #status}.
 */
public final class OdooError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final int status;
  private final String loadMessage;
  private final String loadField;

  private OdooError(String name, int status, String message) {
    this(name, status, message, "", "");
  }

  private OdooError(String name, int status, String message, String loadMessage, String loadField) {
    super(message);
    this.name = name;
    this.status = status;
    this.loadMessage = loadMessage;
    this.loadField = loadField;
  }

  public static OdooError user(String message) {
    return new OdooError("odoo.exceptions.UserError", 422, message);
  }

  /** A refusal that shows people a button. */
  public static OdooError redirect(String message) {
    return new OdooError("odoo.exceptions.RedirectWarning", 422, message);
  }

  public static OdooError validation(String message) {
    return new OdooError("odoo.exceptions.ValidationError", 422, message);
  }

  /**
   * A constraint of PostgreSQL, which {@code load} reports in other words.
   *
   * @param message what a call that is not {@code load} says
   * @param loadMessage what {@code load} says
   */
  public static OdooError constraint(String message, String loadMessage) {
    return new OdooError("odoo.exceptions.ValidationError", 422, message, loadMessage, "");
  }

  /** A mandatory field without a value. */
  public static OdooError required(String message, String loadMessage, String field) {
    return new OdooError("odoo.exceptions.ValidationError", 422, message, loadMessage, field);
  }

  /** A user error where {@code load} runs into a constraint of PostgreSQL before it. */
  public static OdooError userButLoad(String message, String loadMessage) {
    return new OdooError("odoo.exceptions.UserError", 422, message, loadMessage, "");
  }

  /**
   * A record that is needed is not there, or is still needed by another one.
   *
   * @param model the name of the model that holds the reference, as people read it
   */
  public static OdooError foreignKey(Env env, String model, String constraint) {
    boolean newWords = env.has(Fact.REQUIRED_TOLD_IN_SENTENCE);
    String words =
        newWords
            ? "The operation cannot be completed: Another model is using the record you are trying to delete.\n\nThe troublemaker is: %s\nThanks to the following constraint: %s\nHow about archiving the record instead?"
            : "The operation cannot be completed: another model requires the record being deleted. If possible, archive it instead.\n\n"
                + (env.has(Fact.FOREIGN_KEY_TOLD_ON_LINES)
                    ? "Model: %s\nConstraint: %s\n"
                    : "Model: %s, Constraint: %s");
    String owner = !newWords && !model.contains("(") ? model + " (" + model + ")" : model;
    return validation(words.formatted(owner, constraint));
  }

  public static OdooError access(String message) {
    return new OdooError("odoo.exceptions.AccessError", 403, message);
  }

  public static OdooError accessDenied(String message) {
    return new OdooError("odoo.exceptions.AccessDenied", 403, message);
  }

  public static OdooError missing(String model, List<Integer> ids, int user) {
    return new OdooError(
        "odoo.exceptions.MissingError",
        404,
        "Record does not exist or has been deleted.\n(Record: %s, User: %d)"
            .formatted(recordSet(model, ids), user));
  }

  /** An error of Python itself, such as {@code ValueError}. */
  public static OdooError python(String type, String message) {
    return new OdooError("builtins." + type, 500, message);
  }

  public static OdooError value(String message) {
    return python("ValueError", message);
  }

  public static OdooError type(String message) {
    return python("TypeError", message);
  }

  /** An error of the database driver, such as {@code psycopg2.errors.SerializationFailure}. */
  public static OdooError database(String name, String message) {
    return new OdooError(name, 500, message);
  }

  /** A line of a document without account. */
  public static OdooError withoutAccount() {
    return database(
        "psycopg2.errors.CheckViolation",
        """
        new row for relation "account_move_line" violates check constraint \
        "account_move_line_check_accountable_required_fields"
        DETAIL:  Failing row contains (1, 1, null, 10, null, f).
        """);
  }

  public static OdooError serialization() {
    return database(
        "psycopg2.errors.SerializationFailure",
        "could not serialize access due to concurrent update\n");
  }

  public static OdooError http(String type, int status, String message) {
    return new OdooError("werkzeug.exceptions." + type, status, message);
  }

  /** How Python prints records: {@code res.partner(1,)} or {@code res.partner(1, 2)}. */
  public static String recordSet(String model, List<Integer> ids) {
    String inside = String.join(", ", ids.stream().map(String::valueOf).toList());
    return model + "(" + inside + (ids.size() == 1 ? ",)" : ")");
  }

  public String name() {
    return name;
  }

  public int status() {
    return status;
  }

  public String text() {
    return String.valueOf(getMessage());
  }

  /** What {@code load} says of a constraint of PostgreSQL, else "". */
  public String loadMessage() {
    return loadMessage;
  }

  /** The field that {@code load} names, or "". */
  public String loadField() {
    return loadField;
  }

  /**
   * Whether Odoo's {@code UserError} or one of its subclasses, which {@code load} reports as is.
   */
  public boolean isForUsers() {
    return name.startsWith("odoo.exceptions.");
  }

  public boolean isOfDatabase() {
    return name.startsWith("psycopg2.");
  }

  public boolean isOfHttp() {
    return name.startsWith("werkzeug.");
  }
}
