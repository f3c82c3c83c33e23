package io.odoosync.internal.lead;

import io.odoosync.internal.field.Html;
import io.odoosync.odoo.OdooRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Odoo writes down about a lead when it merges others into it, in whatever language. It names
 * them and quotes what they held. Later merges take it along to the lead that is left.
 *
 * @param lead the lead that it is written down about
 * @param merged those that are no longer there
 */
record MergeNote(long lead, List<Merged> merged) {

  /** How the note is marked since Odoo 15. */
  static final String MARK = "crm_lead_merge_summary";

  /** Odoo 15 and later: each name stands out and is followed by more words. */
  static final Pattern MARKED_NAME =
      Pattern.compile("<span class=\"([^\"]*+)\">([^<]*+)</span>\\s*+<span>");

  /** Odoo 14: each name ends the first line of its paragraph. */
  static final Pattern PLAIN_NAME = Pattern.compile("(?:^|\n\n)[^\n:]* : ([^\n]*)\n<br");

  /** Copies the list. */
  MergeNote {
    merged = List.copyOf(merged);
  }

  /**
   * A lead that was merged.
   *
   * @param name its name, as {@link #essence}
   * @param content what it held, as {@link #essence}
   */
  record Merged(String name, String content) {}

  /** Reads a message of a lead; one that is no such note names none. */
  static MergeNote of(OdooRecord message) {
    String body = message.text("body").orElse("");
    List<Merged> merged = quoted(body);
    long lead = message.number("res_id").map(Number::longValue).orElse(0L);
    message.text("subject").ifPresent(subject -> addFromSubject(merged, subject, body));
    return new MergeNote(lead, merged);
  }

  private static List<Merged> quoted(String body) {
    Pattern pattern = body.contains(MARK) ? MARKED_NAME : PLAIN_NAME;
    List<MatchResult> names = pattern.matcher(body).results().filter(MergeNote::standsOut).toList();
    List<Merged> merged = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int end = i + 1 < names.size() ? names.get(i + 1).start() : body.length();
      String content = body.substring(names.get(i).end(), end);
      merged.add(new Merged(essence(name(names.get(i))), essence(content)));
    }
    return merged;
  }

  private static boolean standsOut(MatchResult found) {
    return found.groupCount() == 1 || found.group(1).contains("bold");
  }

  private static String name(MatchResult found) {
    return found.group(found.groupCount());
  }

  /** Odoo 14 lists the names there too, which it damages in the body if they look like HTML. */
  private static void addFromSubject(List<Merged> merged, String subject, String body) {
    if (body.contains(MARK) || merged.isEmpty()) {
      return;
    }
    String content = essence(body);
    Stream.of(subject.split(": |, "))
        .map(MergeNote::essence)
        .filter(name -> merged.stream().noneMatch(known -> known.name().equals(name)))
        .forEach(name -> merged.add(new Merged(name, content)));
  }

  /** A text by which two can be compared however Odoo wrote them: its letters and digits. */
  static String essence(String text) {
    return Html.text(text).replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
  }
}
