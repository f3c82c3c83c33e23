package io.odoosync.internal.change;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of Odoo's latest writes of our records were looked into, although what the links remember
 * does not tell. A time of Odoo's has whole seconds, so another person's second change within the
 * same one looks like the first: it is looked into once more after that second is over.
 */
public final class SeenRows {

  /** How many are remembered; others are looked into in each run while they are listed. */
  static final int MAX_ROWS = 20_000;

  private static final Duration SAME_SECOND = Duration.ofSeconds(2);

  private final Map<Long, Row> before;
  private final Map<Long, Row> now = new LinkedHashMap<>();
  private final Instant clock;

  /**
   * A write that was looked into.
   *
   * @param first when it was seen first, by our clock
   * @param isFinal whether it was looked into after its second was over
   */
  private record Row(Instant written, long writer, Instant first, boolean isFinal) {

    boolean is(Instant otherWritten, long otherWriter) {
      return written.equals(otherWritten) && writer == otherWriter;
    }

    Row at(Instant now) {
      return new Row(written, writer, first, !now.isBefore(first.plus(SAME_SECOND)));
    }

    private String text() {
      return written.getEpochSecond()
          + " "
          + writer
          + " "
          + first.getEpochSecond()
          + (isFinal ? " 1" : " 0");
    }

    private static Row parse(String[] parts) {
      return new Row(
          Instant.ofEpochSecond(Long.parseLong(parts[1])),
          Long.parseLong(parts[2]),
          Instant.ofEpochSecond(Long.parseLong(parts[3])),
          parts[4].equals("1"));
    }
  }

  /**
   * Takes up what {@link #text()} wrote.
   *
   * @param text {@code null} if nothing was written yet
   * @param clock the time of this look
   */
  SeenRows(@Nullable String text, Instant clock) {
    this.before = parse(text);
    this.clock = clock;
  }

  private static Map<Long, Row> parse(@Nullable String text) {
    Map<Long, Row> rows = new LinkedHashMap<>();
    if (text != null) {
      text.lines()
          .map(line -> line.split(" ", 5))
          .forEach(parts -> rows.put(Long.valueOf(parts[0]), Row.parse(parts)));
    }
    return rows;
  }

  /**
   * Notes a write that is listed.
   *
   * @param isOurs whether the sync's own user made it: a person's change in the same second would
   *     have another writer
   * @return whether it is to be looked into
   */
  public boolean isNews(long id, Instant written, long writer, boolean isOurs) {
    Row known = before.get(id);
    if (known == null || !known.is(written, writer)) {
      note(id, new Row(written, writer, clock, isOurs));
      return true;
    }
    note(id, known.isFinal() ? known : known.at(clock));
    return !known.isFinal();
  }

  private void note(long id, Row row) {
    if (now.size() < MAX_ROWS) {
      now.put(id, row);
    }
  }

  /** The form in which it is remembered; what is listed no more is forgotten. */
  String text() {
    StringBuilder text = new StringBuilder();
    now.forEach((id, row) -> text.append(id).append(' ').append(row.text()).append('\n'));
    return text.toString();
  }
}
