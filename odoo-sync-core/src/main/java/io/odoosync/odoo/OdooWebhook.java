package io.odoosync.odoo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Odoo says of one record that was created or changed there: the body that the action "Send
 * Webhook Notification" of an automation rule posts. Odoo has it since release 17; it sends {@code
 * {"_model": "res.partner", "_id": 42, "_action": "…"}} and the fields that the rule names. Give it
 * to {@link io.odoosync.SyncEngine#odooChanged(OdooWebhook)}.
 *
 * <p>It is a hint and no proof: Odoo signs nothing, tries once, waits one second for an answer, and
 * says the same up to twenty times. So the address should hold a {@link WebhookSecret}, and the
 * answer should not wait for a run. Nothing but the model, the id and {@code write_date} is taken
 * from a body.
 */
public final class OdooWebhook {

  /** The longest body that is read: {@value} bytes. */
  public static final int MAX_BYTES = 1_000_000;

  private final String model;
  private final long id;
  private final @Nullable Instant writeDate;

  OdooWebhook(String model, long id, @Nullable Instant writeDate) {
    this.model = model;
    this.id = id;
    this.writeDate = writeDate;
  }

  /**
   * Reads a body.
   *
   * @param body JSON in UTF-8
   * @return what it says
   * @throws IllegalArgumentException if it is not what Odoo posts: no JSON object, longer than
   *     {@value #MAX_BYTES} bytes, deeper than 100 levels, without model or id, with a name twice,
   *     or with values of other types. The message says which and quotes nothing of the body
   */
  public static OdooWebhook parse(byte[] body) {
    if (body == null) {
      throw new IllegalArgumentException("body must not be null");
    }
    return new WebhookBody(body).webhook();
  }

  /**
   * Reads a body as far as it may be long, and not one byte more than {@value #MAX_BYTES} and one.
   *
   * @param body JSON in UTF-8; the caller closes it
   * @return what it says
   * @throws IllegalArgumentException see {@link #parse(byte[])}
   * @throws IOException if it can't be read
   */
  public static OdooWebhook parse(InputStream body) throws IOException {
    if (body == null) {
      throw new IllegalArgumentException("body must not be null");
    }
    return parse(body.readNBytes(MAX_BYTES + 1));
  }

  /**
   * The technical name of the record's model.
   *
   * @return for example {@code res.partner}: letters, digits, underscores and dots
   */
  public String model() {
    return model;
  }

  /**
   * The record.
   *
   * @return its database id, alone
   */
  public List<Long> ids() {
    return List.of(id);
  }

  /**
   * When the record was last written, if the rule names the field {@code write_date}. Not always
   * the time of the change that is told: where Odoo computes a field anew, such as the state of an
   * invoice's payment, it may still be the time of the write before (measured on 19).
   *
   * @return Odoo's {@code write_date} with its fraction of a second; empty if the body has none
   */
  public Optional<Instant> writeDate() {
    return Optional.ofNullable(writeDate);
  }

  /** The model and the id; other values of a record do not belong in logs. */
  @Override
  public String toString() {
    return "webhook of " + model + " " + id;
  }
}
