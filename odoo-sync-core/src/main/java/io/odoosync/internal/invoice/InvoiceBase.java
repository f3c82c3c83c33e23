package io.odoosync.internal.invoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odoosync.source.InvoiceStatus;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice's link remembers: which steps are done, and what the host was told. Immutable.
 * What others keep in the same text stays as it is.
 */
public final class InvoiceBase {

  private static final String AGREED = "agreed";
  private static final String LINKED = "linked";
  private static final String POSTED = "posted";
  private static final String ATTACHED = "attached";
  private static final String TOLD = "told";
  private static final String CONTENT = "content";
  private static final String SEEN = "seen";
  private static final String TOTAL = "total";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode values;

  private InvoiceBase(ObjectNode values) {
    this.values = values;
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @param text {@code null} if nothing is remembered yet
   */
  public static InvoiceBase parse(@Nullable String text) {
    try {
      JsonNode tree = text == null ? MAPPER.createObjectNode() : MAPPER.readTree(text);
      if (tree instanceof ObjectNode object) {
        return new InvoiceBase(object);
      }
      throw new IllegalStateException("the id store returned a damaged base");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the id store returned a damaged base", e);
    }
  }

  /** Whether the totals in Odoo were found to be the host's. */
  public boolean isAgreed() {
    return values.path(AGREED).asBoolean();
  }

  /** Whether a credit note is known to be linked to its original. */
  public boolean isLinked() {
    return values.path(LINKED).asBoolean();
  }

  /** Whether Odoo was seen to have posted it. */
  public boolean isPosted() {
    return values.path(POSTED).asBoolean();
  }

  /** Whether the document was sent. */
  public boolean isAttached() {
    return values.path(ATTACHED).asBoolean();
  }

  /** Whether the host was told exactly this; what it was told before there was a total counts. */
  public boolean wasTold(InvoiceStatus status) {
    ObjectNode now = node(status);
    JsonNode told = values.path(TOLD);
    if (!told.has(TOTAL)) {
      now.remove(TOTAL);
    }
    return told.equals(now);
  }

  /** What the invoice said when its totals were found to agree, if that is known. */
  Optional<MoveContent> content() {
    return MoveContent.parse(values.path(CONTENT));
  }

  /** How it was seen last; what the host was told of it, before the sync kept more. */
  Optional<Sighting> seen() {
    MoveContent content = content().orElse(null);
    return values.has(SEEN)
        ? Sighting.parse(values.path(SEEN), content)
        : Sighting.parse(values.path(TOLD), content);
  }

  /** Whether it says something else in Odoo than when its totals were found to agree. */
  public boolean isChangedInOdoo() {
    MoveContent now = seen().map(Sighting::content).orElse(null);
    return now != null && content().filter(sent -> !now.changes(sent).isEmpty()).isPresent();
  }

  /** The totals agree. */
  public InvoiceBase agreed() {
    return with(AGREED);
  }

  /** The credit note is linked to its original. */
  public InvoiceBase linked() {
    return with(LINKED);
  }

  /** Odoo has posted it. */
  public InvoiceBase posted() {
    return with(POSTED);
  }

  /** The document is attached. */
  public InvoiceBase attached() {
    return with(ATTACHED);
  }

  /** The host was told this. */
  public InvoiceBase told(InvoiceStatus status) {
    ObjectNode copy = values.deepCopy();
    copy.set(TOLD, node(status));
    return new InvoiceBase(copy);
  }

  /** This is what it says, as both sides agree. */
  InvoiceBase content(MoveContent content) {
    ObjectNode copy = values.deepCopy();
    copy.set(CONTENT, content.node());
    return new InvoiceBase(copy);
  }

  /** It was seen like this. What it says is kept only if that is not what was agreed on. */
  InvoiceBase seen(Sighting sighting) {
    ObjectNode copy = values.deepCopy();
    copy.set(SEEN, sighting.node(content().orElse(null)));
    return new InvoiceBase(copy);
  }

  private InvoiceBase with(String step) {
    return new InvoiceBase(values.deepCopy().put(step, true));
  }

  private static ObjectNode node(InvoiceStatus status) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("state", status.stateInOdoo())
            .put("number", status.number())
            .put("date", status.date() == null ? null : status.date().toString())
            .put("paymentState", status.paymentStateInOdoo())
            .put("residual", status.residual().toPlainString())
            .put("settled", status.isSettled());
    if (status.total() != null) {
      node.put(TOTAL, status.total().toPlainString());
    }
    if (!status.creditNotes().isEmpty()) {
      node.put("creditNotes", new TreeSet<>(status.creditNotes()).toString());
    }
    if (status.transmission() != InvoiceStatus.Transmission.NONE) {
      node.put("transmission", status.transmission() + " " + status.transmissionSource());
    }
    if (status.changedInOdoo()) {
      node.put("changed", true);
    }
    return node;
  }

  /** The form in which the id store keeps it. */
  public String text() {
    return values.toString();
  }
}
