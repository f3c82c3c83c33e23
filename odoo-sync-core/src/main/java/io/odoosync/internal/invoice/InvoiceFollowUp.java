package io.odoosync.internal.invoice;

import io.odoosync.EntityType;
import io.odoosync.LocalKey;
import io.odoosync.internal.invoice.InvoiceSteps.Step;
import io.odoosync.internal.stage.BatchWrite;
import io.odoosync.internal.stage.BatchWriter;
import io.odoosync.internal.stage.FollowUp;
import io.odoosync.internal.stage.RunContext;
import io.odoosync.internal.state.Failures;
import io.odoosync.internal.state.Links;
import io.odoosync.internal.state.RunLog;
import io.odoosync.odoo.MethodCall;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooException;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.report.Outcome;
import io.odoosync.source.Invoice;
import io.odoosync.source.InvoiceSource;
import io.odoosync.source.InvoiceStatus;
import io.odoosync.store.Link;
import io.odoosync.store.SyncEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happens to invoices once they are in Odoo: credit notes are linked to their originals, the
 * totals are compared, those that agree are posted, documents are attached, and the host is told
 * where they stand. What is done is remembered in the link, so an invoice that is posted and paid
 * costs no call.
 */
public final class InvoiceFollowUp implements FollowUp<Invoice> {

  private static final String MODEL = EntityType.INVOICE.model();

  private final OdooClient client;
  private final BatchWriter changes;
  private final Links links;
  private final RunLog journal;
  private final InvoiceSource source;
  private final InvoiceDirectory directory;
  private final InvoiceCheck check;
  private final InvoiceDocuments documents;
  private final boolean posting;
  private final boolean status;

  public InvoiceFollowUp(RunContext run, InvoiceSource source, InvoiceDirectory directory) {
    this.client = run.client();
    this.changes = run.changes();
    this.links = run.links();
    this.journal = run.journal();
    this.source = source;
    this.directory = directory;
    this.check = new InvoiceCheck(run, directory);
    this.documents = new InvoiceDocuments(run);
    this.posting = run.settings().invoicing().posting();
    this.status = source.wantsStatus();
  }

  @Override
  public Map<LocalKey, List<String>> plan(Map<LocalKey, Followed<Invoice>> invoices) {
    Map<LocalKey, List<String>> planned = new LinkedHashMap<>();
    Map<LocalKey, Followed<Invoice>> linked = new LinkedHashMap<>(invoices);
    linked.values().removeIf(invoice -> invoice.link() == null);
    Map<LocalKey, InvoiceProgress> work = open(linked, new HashMap<>());
    invoices.forEach(
        (key, invoice) -> {
          InvoiceProgress progress = work.get(key);
          List<String> words =
              invoice.link() == null
                  ? afterCreation(invoice.source())
                  : progress == null ? List.of() : words(progress);
          if (!words.isEmpty()) {
            planned.put(key, words);
          }
        });
    return planned;
  }

  private List<String> afterCreation(Invoice invoice) {
    List<String> words = new ArrayList<>();
    if (posting) {
      words.add("post, if its totals agree");
    }
    if (invoice.document() != null) {
      words.add("attach " + invoice.document().fileName());
    }
    return words;
  }

  private List<String> words(InvoiceProgress progress) {
    List<String> words = new ArrayList<>();
    if (progress.wants(Step.LINK) && !progress.move().hasOriginal() && original(progress) != null) {
      words.add("link to invoice " + original(progress));
    }
    if (progress.wants(Step.POST) && progress.move().isDraft()) {
      words.add("post, if its totals agree");
    }
    if (progress.wants(Step.ATTACH) && progress.invoice().document() != null) {
      words.add("attach " + progress.invoice().document().fileName());
    }
    InvoiceStatus now = progress.move().status(progress.key());
    if (progress.wants(Step.TELL) && !progress.base().wasTold(now)) {
      words.add("tell the host: " + now.stateInOdoo() + ", " + now.paymentStateInOdoo());
    }
    return words;
  }

  @Override
  public Map<LocalKey, Outcome> apply(Map<LocalKey, Followed<Invoice>> invoices) {
    Map<LocalKey, Outcome> outcomes = new HashMap<>();
    Map<LocalKey, InvoiceProgress> work = open(invoices, outcomes);
    try {
      linkOriginals(work.values());
      check.compare(work.values());
      post(work.values());
      documents.attach(work.values());
      tell(work.values());
    } finally {
      links.save(remembered(work.values()));
      work.forEach(
          (key, progress) -> {
            Outcome outcome = progress.outcome();
            if (outcome != null) {
              outcomes.put(key, outcome);
            }
          });
    }
    return outcomes;
  }

  private List<Link> remembered(Collection<InvoiceProgress> work) {
    return work.stream()
        .filter(progress -> !progress.isRemembered())
        .map(
            progress ->
                links.link(
                    EntityType.INVOICE, progress.key(), progress.id(), progress.base().text()))
        .toList();
  }

  /** The invoices for which something may be left, with where they stand: one call a batch. */
  private Map<LocalKey, InvoiceProgress> open(
      Map<LocalKey, Followed<Invoice>> invoices, Map<LocalKey, Outcome> outcomes) {
    Map<LocalKey, Set<Step>> open = new LinkedHashMap<>();
    invoices.forEach(
        (key, invoice) -> {
          InvoiceBase base = InvoiceBase.parse(Objects.requireNonNull(invoice.link()).base());
          Set<Step> steps = InvoiceSteps.open(invoice.source(), base, posting, status);
          if (!steps.isEmpty()) {
            open.put(key, steps);
          }
        });
    Map<Long, Move> moves = moves(open.keySet().stream().map(key -> id(invoices, key)).toList());
    Map<LocalKey, InvoiceProgress> work = new LinkedHashMap<>();
    open.forEach(
        (key, steps) -> {
          Followed<Invoice> invoice = Objects.requireNonNull(invoices.get(key));
          Move move = moves.get(id(invoices, key));
          if (move == null) {
            outcomes.put(key, gone(id(invoices, key)));
          } else {
            work.put(
                key,
                new InvoiceProgress(
                    invoice.source(), Objects.requireNonNull(invoice.link()), steps, move));
          }
        });
    return work;
  }

  private static long id(Map<LocalKey, Followed<Invoice>> invoices, LocalKey key) {
    Link link = Objects.requireNonNull(Objects.requireNonNull(invoices.get(key)).link());
    return Objects.requireNonNull(link.odooId());
  }

  private Map<Long, Move> moves(List<Long> ids) {
    Map<Long, Move> moves = new HashMap<>();
    for (OdooRecord record : client.read(MODEL, ids, Move.FIELDS)) {
      moves.put(record.id(), new Move(record));
    }
    return moves;
  }

  /** Originals that were sent with or after their credit notes, a call an original. */
  private void linkOriginals(Collection<InvoiceProgress> work) {
    List<InvoiceProgress> unlinked =
        work.stream().filter(progress -> progress.needs(Step.LINK)).toList();
    directory.findOriginals(unlinked.stream().map(InvoiceProgress::invoice).toList());
    Map<Long, List<InvoiceProgress>> byOriginal = new TreeMap<>();
    for (InvoiceProgress progress : unlinked) {
      Long original = original(progress);
      if (progress.move().hasOriginal()) {
        progress.remember(progress.base().linked());
      } else if (original != null) {
        byOriginal.computeIfAbsent(original, id -> new ArrayList<>()).add(progress);
      }
    }
    byOriginal.forEach(this::link);
  }

  private @Nullable Long original(InvoiceProgress progress) {
    LocalKey original = progress.invoice().original();
    return original == null ? null : directory.sent(original).orElse(null);
  }

  private void link(long original, List<InvoiceProgress> creditNotes) {
    Map<Long, OdooException> failures =
        changes.make(
            ids(creditNotes),
            new BatchWrite() {
              @Override
              public void make(List<Long> moves) {
                client.write(MODEL, moves, Map.of("reversed_entry_id", original));
              }

              @Override
              public Set<Long> made(List<Long> moves) {
                return having(moves, Move::hasOriginal);
              }
            });
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

  private static List<Long> ids(List<InvoiceProgress> work) {
    return work.stream().map(InvoiceProgress::id).toList();
  }

  private Set<Long> having(List<Long> ids, Predicate<Move> condition) {
    return moves(ids).values().stream().filter(condition).map(Move::id).collect(Collectors.toSet());
  }

  /** What became of posting is read back, never taken from the reply. */
  private void post(Collection<InvoiceProgress> work) {
    List<InvoiceProgress> wanted =
        work.stream().filter(progress -> progress.needs(Step.POST)).toList();
    List<InvoiceProgress> drafts =
        wanted.stream().filter(progress -> progress.move().isDraft()).toList();
    Map<Long, OdooException> failures = changes.make(ids(drafts), new Posting());
    Map<Long, Move> now = moves(ids(drafts));
    for (InvoiceProgress progress : drafts) {
      Move move = now.get(progress.id());
      if (move != null) {
        progress.moved(move);
      }
      posted(progress, failures.get(progress.id()));
    }
    for (InvoiceProgress progress : wanted) {
      if (progress.move().isPosted()) {
        progress.remember(progress.base().posted());
      } else if (progress.move().isCancelled()) {
        journal.warn(
            SyncEvent.RECORD_WARNING,
            EntityType.INVOICE,
            progress.key(),
            MODEL + " " + progress.id() + " was cancelled in Odoo and is left as it is");
        progress.remember(progress.base().posted());
      }
    }
  }

  private void posted(InvoiceProgress progress, @Nullable OdooException failure) {
    if (progress.move().isPosted()) {
      progress.changed();
      noteDate(progress);
    } else if (failure != null) {
      progress.failed(Failures.of(failure));
    } else if (progress.move().isDraft()) {
      progress.failed(
          new Outcome.Failed(
              MODEL + ".action_post was accepted, but left " + progress.id() + " a draft",
              "Post it in Odoo, which says what it lacks."));
    }
  }

  /** Odoo moves the accounting date out of a locked period, without a word. */
  private void noteDate(InvoiceProgress progress) {
    if (progress.invoice().invoiceDate() != null
        && !progress.move().date().filter(progress.invoice().invoiceDate()::equals).isPresent()) {
      journal.warn(
          SyncEvent.RECORD_WARNING,
          EntityType.INVOICE,
          progress.key(),
          "its accounting date in Odoo is "
              + progress.move().date().map(Object::toString).orElse("missing")
              + " instead of "
              + progress.invoice().invoiceDate()
              + ", as Odoo does when the period is locked");
    }
  }

  /** Posts drafts. A draft that somebody posted meanwhile needs it no more. */
  private final class Posting implements BatchWrite {
    @Override
    public void make(List<Long> moves) {
      client.call(MethodCall.of(MODEL, "action_post").ids(moves));
    }

    @Override
    public Set<Long> made(List<Long> moves) {
      return having(moves, move -> !move.isDraft());
    }
  }

  private void tell(Collection<InvoiceProgress> work) {
    for (InvoiceProgress progress : work) {
      InvoiceStatus now = progress.move().status(progress.key());
      if (progress.wants(Step.TELL) && !progress.base().wasTold(now)) {
        tell(progress, now);
      }
    }
  }

  private void tell(InvoiceProgress progress, InvoiceStatus now) {
    try {
      source.apply(now);
      progress.remember(progress.base().told(now));
    } catch (RuntimeException e) {
      progress.failed(
          new Outcome.Failed(
              "the invoice source threw when it was told the invoice's status: " + e,
              "Mend the source; the next run tells it again."));
    }
  }

  private static Outcome gone(long move) {
    return new Outcome.Failed(
        MODEL + " " + move + " is no longer in Odoo",
        "Restore the invoice in Odoo, or drop its link to have it sent anew.");
  }
}
