package io.odoosync.internal.exchange;

import io.odoosync.internal.change.Look;
import io.odoosync.internal.field.OdooValues;
import io.odoosync.odoo.CallObserver;
import io.odoosync.odoo.Domain;
import io.odoosync.odoo.OdooClient;
import io.odoosync.odoo.OdooRecord;
import io.odoosync.odoo.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists which of a model's records Odoo has written since a moment, strangers' too, and who wrote
 * them last: no values, so that there may be many. In the order of the ids, which do not move while
 * the pages are read, as the times do.
 */
public final class WrittenRecords {

  /** The most records of a page: some 60 bytes each. */
  static final int PAGE_SIZE = 20_000;

  private static final String WRITER = "write_uid";

  private final OdooClient client;
  private final PageSize pages = PageSize.upTo(PAGE_SIZE);
  private @Nullable Instant asked;
  private @Nullable Instant answered;

  /** Lists with the calls of one run. */
  public WrittenRecords(OdooClient client) {
    this.client = client.observedBy(this::noteTime);
  }

  private void noteTime(CallObserver.Attempt attempt) {
    answered = attempt.serverTime();
    asked = answered == null ? null : answered.minus(attempt.duration());
  }

  /**
   * A record that was written.
   *
   * @param id its database id
   * @param written when, in whole seconds: the beginning of the transaction
   * @param writer the user's id; 0 if Odoo does not tell
   */
  public record Row(long id, Instant written, long writer) {}

  private Look look(List<Row> rows) {
    Instant latest = rows.stream().map(Row::written).max(Comparator.naturalOrder()).orElse(null);
    return new Look(latest, asked, answered);
  }

  /**
   * Lists them, page by page. If there are several pages, the latest time is asked for before them:
   * later times belong to changes that came while the pages were read, of which some were missed.
   *
   * @param from since when; {@code null} for all
   */
  public Look since(OdooModel model, @Nullable Instant from, Consumer<List<Row>> visitor) {
    PagesById ids = new PagesById(model.name());
    List<Row> page = page(model, from, ids);
    Look look = look(page);
    if (isFull(page)) {
      look = latest(model);
      ids = new PagesById(model.name());
      page = page(model, from, ids);
    }
    visitor.accept(page);
    while (isFull(page)) {
      page = page(model, from, ids);
      visitor.accept(page);
    }
    return look;
  }

  private boolean isFull(List<Row> page) {
    return page.size() >= pages.records();
  }

  private List<Row> page(OdooModel model, @Nullable Instant from, PagesById ids) {
    Domain further = model.ours().and(Domain.field("id").isGreaterThan(ids.last()));
    Domain domain =
        from == null ? further : further.and(Domain.field(OdooValues.WRITE_DATE).isAtLeast(from));
    List<Row> page = pages.read(size -> rows(model, domain, PagesById.of(size)));
    page.forEach(row -> ids.took(row.id()));
    return page;
  }

  /** When Odoo last wrote a record of the model, whosever it is. */
  public Look latest(OdooModel model) {
    Page last = Page.first(1).orderedBy(OdooValues.WRITE_DATE + " desc");
    return look(rows(model, model.ours(), last));
  }

  private List<Row> rows(OdooModel model, Domain domain, Page page) {
    return client
        .searchRead(model.name(), domain, List.of(OdooValues.WRITE_DATE, WRITER), page)
        .stream()
        .map(WrittenRecords::row)
        .toList();
  }

  /** One without a time was written by nobody that an Odoo knows of. */
  private static Row row(OdooRecord record) {
    return new Row(
        record.id(),
        record.instant(OdooValues.WRITE_DATE).orElse(Instant.EPOCH),
        record.reference(WRITER).orElse(0L));
  }
}
