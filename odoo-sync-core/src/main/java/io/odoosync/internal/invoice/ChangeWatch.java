package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.internal.log.RunLog;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.step.Step;
import io.odoosync.store.SyncEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what people did to invoices since they were last seen, settled ones too, and warns of
 * what was undone or changed: once each. Nothing is done about it.
 *
 * <p>The lines are read again only if Odoo has written the invoice since; amounts, customer and
 * dates are compared in any case.
 */
final class ChangeWatch implements Step<InvoiceProgress> {

  private static final String MODEL = EntityType.INVOICE.model();

  private final MoveLines lines;
  private final Links links;
  private final RunLog log;

  ChangeWatch(RunContext run) {
    this.lines = new MoveLines(run.client());
    this.links = run.links();
    this.log = run.log();
  }

  @Override
  public boolean followsFailure() {
    return true;
  }

  @Override
  public boolean isOpen(InvoiceProgress progress) {
    return !progress.isAbsent();
  }

  @Override
  public List<String> words(InvoiceProgress progress) {
    return List.of();
  }

  @Override
  public void take(List<InvoiceProgress> open) {
    Set<Long> touched = new TreeSet<>();
    open.stream().filter(ChangeWatch::isTouched).forEach(progress -> touched.add(progress.id()));
    Map<Long, String> fingerprints = lines.fingerprints(touched);
    Set<Long> ours = ours(open);
    open.forEach(progress -> look(progress, fingerprints.get(progress.id()), ours));
  }

  /** Whether its lines may have changed: of one that did not agree yet, nothing was agreed on. */
  private static boolean isTouched(InvoiceProgress progress) {
    return progress.base().isAgreed()
        && progress
            .base()
            .seen()
            .filter(before -> !isTouchedSince(before, progress.move()))
            .isEmpty();
  }

  private static boolean isTouchedSince(Sighting before, Move move) {
    MoveContent known = before.content();
    Instant written = move.sighting(null).written();
    return known == null
        || written == null
        || !written.equals(before.written())
        || !move.content().withLines(known.lines()).equals(known);
  }

  private void look(InvoiceProgress progress, @Nullable String fingerprint, Set<Long> ours) {
    Sighting before = progress.base().seen().orElse(null);
    MoveContent content = content(progress, before, fingerprint);
    Sighting now = progress.move().sighting(content).keepingNumber(before);
    List<String> words = new ArrayList<>(now.undone(before));
    Set<Long> credited = credited(now, before, ours);
    if (now.isReversedSince(before) && Collections.disjoint(now.creditNotes(), ours)) {
      words.add("was reversed in Odoo");
    }
    if (!credited.isEmpty()) {
      words.add("was credited in Odoo, by " + MODEL + " " + new TreeSet<>(credited));
    }
    words.forEach(said -> warn(progress, said));
    if (content != null && progress.base().content().isEmpty()) {
      progress.remember(progress.base().content(content));
    }
    progress.remember(progress.base().seen(now));
  }

  private static @Nullable MoveContent content(
      InvoiceProgress progress, @Nullable Sighting before, @Nullable String fingerprint) {
    if (!progress.base().isAgreed()) {
      return null;
    }
    MoveContent known = before == null ? null : before.content();
    String beforeLines = known == null ? null : known.lines();
    return progress.move().content().withLines(fingerprint == null ? beforeLines : fingerprint);
  }

  private static Set<Long> credited(Sighting now, @Nullable Sighting before, Set<Long> ours) {
    Set<Long> credited = new HashSet<>(now.creditNotes());
    credited.removeAll(ours);
    credited.removeAll(before == null ? Set.of() : before.creditNotes());
    return credited;
  }

  /** The credit notes among them that the host itself issued. */
  private Set<Long> ours(List<InvoiceProgress> open) {
    Set<Long> notes = new TreeSet<>();
    open.stream()
        .filter(ChangeWatch::isCreditedSince)
        .forEach(progress -> notes.addAll(progress.move().creditNotes()));
    return notes.isEmpty() ? Set.of() : links.holders(EntityType.INVOICE, notes).keySet();
  }

  private static boolean isCreditedSince(InvoiceProgress progress) {
    Sighting before = progress.base().seen().orElse(null);
    Sighting now = progress.move().sighting(null);
    return now.isReversedSince(before)
        || before == null
        || !before.creditNotes().containsAll(now.creditNotes());
  }

  private void warn(InvoiceProgress progress, String said) {
    log.warn(
        SyncEvent.RECORD_WARNING,
        EntityType.INVOICE,
        progress.key(),
        MODEL + " " + progress.id() + " " + said + ", and is left as it is");
  }
}
