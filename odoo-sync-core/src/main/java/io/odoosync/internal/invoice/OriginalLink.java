package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.internal.exchange.BatchWrite;
import io.odoosync.internal.exchange.BatchWriter;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.step.Step;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Links credit notes to originals that were sent with or after them, one call for each original.
 */
final class OriginalLink implements Step<InvoiceProgress> {

  private static final String FIELD = "reversed_entry_id";

  private final OdooClient client;
  private final BatchWriter writer;
  private final MoveReader moves;
  private final InvoiceDirectory directory;

  OriginalLink(RunContext run, MoveReader moves, InvoiceDirectory directory) {
    this.client = run.client();
    this.writer = run.writer();
    this.moves = moves;
    this.directory = directory;
  }

  @Override
  public boolean isOpen(InvoiceProgress progress) {
    return !progress.isAbsent() && !progress.base().isLinked() && original(progress).isPresent();
  }

  private Optional<Long> original(InvoiceProgress progress) {
    return Optional.ofNullable(progress.invoice().original()).flatMap(directory::sent);
  }

  @Override
  public List<String> words(InvoiceProgress progress) {
    return original(progress).map(original -> "link to invoice " + original).stream().toList();
  }

  @Override
  public void take(List<InvoiceProgress> open) {
    Map<Long, List<InvoiceProgress>> byOriginal = new TreeMap<>();
    for (InvoiceProgress progress : open) {
      original(progress)
          .ifPresent(
              original ->
                  byOriginal.computeIfAbsent(original, id -> new ArrayList<>()).add(progress));
    }
    byOriginal.forEach(this::link);
  }

  private void link(long original, List<InvoiceProgress> creditNotes) {
    List<Long> ids = creditNotes.stream().map(InvoiceProgress::id).toList();
    Map<Long, OdooException> failures = writer.make(ids, new Linking(original));
    for (InvoiceProgress progress : creditNotes) {
      OdooException failure = failures.get(progress.id());
      if (failure == null) {
        progress.remember(progress.base().linked());
        progress.changed();
      } else {
        progress.failed(Failures.of(failure));
      }
    }
  }

  private final class Linking implements BatchWrite {
    private final long original;

    private Linking(long original) {
      this.original = original;
    }

    @Override
    public void make(List<Long> creditNotes) {
      client.write(EntityType.INVOICE.model(), creditNotes, Map.of(FIELD, original));
    }

    @Override
    public Set<Long> made(List<Long> creditNotes) {
      return moves.having(creditNotes, Move::hasOriginal);
    }
  }
}
