package io.odoosync.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.odoosync.jdbc.OutboxRow.Subject;
import io.odoosync.store.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One taking from the outbox, in one transaction. What waits is read without a lock, page by page,
 * what was taken before first: it was noted earlier. Of each record, the first row on the page is
 * locked, unless somebody else has it: among those who look at the same rows, one goes on.
 *
 * <p>That alone would not keep two apart: a row that was noted earlier may become visible later, by
 * the commit of its transaction, and then another row of the record is the first. So whoever takes
 * a record has locked all its rows that are to be seen, and none of them is another's. Of two that
 * take the same record, the one that looked later sees the row that the other one has: it was to be
 * seen before. The rest of the rows is deleted: the run reads the record after all of them.
 */
final class OutboxTaking {

  private final OutboxTable table;
  private final Connection connection;
  private final int limit;
  private final Instant now;
  private final Instant end;
  private final Set<Subject> seen = new HashSet<>();
  private final List<OutboxRow> taken = new ArrayList<>();

  /** Prepares it; the time is cut as the database's times are. */
  OutboxTaking(OutboxTable table, Connection connection, int limit, Instant now, Instant end) {
    this.table = table;
    this.connection = connection;
    this.limit = limit;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
    this.end = end;
  }

  List<Outbox.Entry> run() throws SQLException {
    takeFrom(last -> table.again(connection, now, last));
    takeFrom(last -> table.fresh(connection, last));
    return taken.stream()
        .sorted(Comparator.comparingLong(OutboxRow::id))
        .map(OutboxRow::entry)
        .toList();
  }

  private void takeFrom(Pages pages) throws SQLException {
    OutboxRow last = null;
    while (taken.size() < limit) {
      List<OutboxRow> page = pages.after(last);
      if (page.isEmpty()) {
        return;
      }
      last = takeSome(page);
    }
  }

  /** Takes no more than is wanted, and answers the last row that was looked at. */
  private OutboxRow takeSome(List<OutboxRow> page) throws SQLException {
    Set<Subject> held = held(page);
    Map<Subject, OutboxRow> firsts = new LinkedHashMap<>();
    OutboxRow last = page.get(0);
    for (OutboxRow row : page) {
      if (taken.size() + firsts.size() == limit) {
        break;
      }
      if (seen.add(row.subject()) && !held.contains(row.subject())) {
        firsts.put(row.subject(), row);
      }
      last = row;
    }
    List<Subject> free = lock(firsts);
    if (!free.isEmpty()) {
      take(free);
    }
    return last;
  }

  private Set<Subject> held(List<OutboxRow> page) throws SQLException {
    List<Subject> subjects = page.stream().map(OutboxRow::subject).distinct().toList();
    return table.taken(connection, subjects).stream()
        .filter(row -> row.isHeld(now))
        .map(OutboxRow::subject)
        .collect(toSet());
  }

  private List<Subject> lock(Map<Subject, OutboxRow> firsts) throws SQLException {
    if (firsts.isEmpty()) {
      return List.of();
    }
    Set<Long> locked =
        table.lock(connection, firsts.values().stream().map(OutboxRow::id).sorted().toList());
    return firsts.values().stream()
        .filter(row -> locked.contains(row.id()))
        .map(OutboxRow::subject)
        .toList();
  }

  private void take(List<Subject> subjects) throws SQLException {
    Set<Long> locked = table.lockAll(connection, subjects);
    Map<Subject, List<OutboxRow>> rows =
        table.all(connection, subjects).stream().collect(groupingBy(OutboxRow::subject));
    rows.values().removeIf(ofOne -> !areFree(ofOne, locked));
    Map<Subject, OutboxRow> due = new LinkedHashMap<>();
    rows.forEach((subject, ofOne) -> firstDue(ofOne).ifPresent(row -> due.put(subject, row)));
    table.delete(connection, rest(rows, due));
    table.claim(connection, due.values(), end);
    taken.addAll(due.values());
  }

  private boolean areFree(List<OutboxRow> ofOne, Set<Long> locked) {
    return ofOne.stream().allMatch(row -> locked.contains(row.id()) && !row.isHeld(now));
  }

  private Optional<OutboxRow> firstDue(List<OutboxRow> ofOne) {
    return ofOne.stream().filter(row -> row.isDue(now)).findFirst();
  }

  private static List<OutboxRow> rest(
      Map<Subject, List<OutboxRow>> rows, Map<Subject, OutboxRow> due) {
    return rows.values().stream()
        .flatMap(List::stream)
        .filter(row -> due.containsKey(row.subject()) && !row.equals(due.get(row.subject())))
        .toList();
  }

  /** What waits, page by page. */
  private interface Pages {
    List<OutboxRow> after(@Nullable OutboxRow last) throws SQLException;
  }
}
