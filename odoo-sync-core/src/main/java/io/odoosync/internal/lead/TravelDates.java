package io.odoosync.internal.lead;

import io.odoosync.source.Travel;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a travel as the description of its lead tells them, for which Odoo has no fields.
 * They stand at its head when the host writes it; people may write above, between and around them,
 * so they are known by their words wherever they are, and never told twice.
 *
 * @param departure {@code null} if there is none
 * @param returnDate {@code null} if there is none
 */
record TravelDates(@Nullable LocalDate departure, @Nullable LocalDate returnDate) {

  private static final String DEPARTURE = "Departure: ";
  private static final String RETURN = "Return: ";

  private static final String BLANKS = "[ \\t\\u00a0\\u200b\\ufeff]*+";

  /** Both dates in Odoo's text, whatever blanks an editor makes of ours. */
  private static final Pattern TOLD =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(Departure|Return)"
              + BLANKS
              + ":"
              + BLANKS
              + "([0-9]{4}-[0-9]{2}-[0-9]{2})(?![\\p{L}\\p{N}])");

  /** What is left of a line when its dates are taken out, such as the marker of a list. */
  private static final Pattern ONLY_SIGNS = Pattern.compile("[^\\p{L}\\p{N}]*|[0-9]+\\. ");

  /** What the host says. */
  static TravelDates of(Travel travel) {
    return new TravelDates(travel.departure(), travel.returnDate());
  }

  /** These dates above a text, which tells none of them by a line of its own. */
  String above(@Nullable String text) {
    List<String> lines = lines();
    String rest =
        text == null
            ? ""
            : withoutLines(text, line -> lines.contains(line.strip()) ? "" : line).strip();
    return Stream.of(String.join("\n", lines), rest)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private List<String> lines() {
    return Stream.of(
            departure == null ? null : DEPARTURE + departure,
            returnDate == null ? null : RETURN + returnDate)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The dates that a description tells; those that it does not are these. */
  TravelDates toldIn(String text) {
    return new TravelDates(told(text, DEPARTURE, departure), told(text, RETURN, returnDate));
  }

  /**
   * On a line of its own, the first counts. Within a line it is what we wrote only if we had
   * something to write.
   */
  private static @Nullable LocalDate told(
      String text, String label, @Nullable LocalDate otherwise) {
    Stream<String> alone = text.lines().filter(line -> ONLY_SIGNS.matcher(bare(line)).matches());
    Stream<String> within = otherwise == null ? Stream.empty() : text.lines();
    return Stream.concat(alone, within)
        .flatMap(line -> TOLD.matcher(line).results())
        .filter(told -> label.startsWith(told.group(1)))
        .flatMap(told -> date(told).stream())
        .findFirst()
        .orElse(otherwise);
  }

  private static String bare(String line) {
    return TOLD.matcher(line).replaceAll("");
  }

  private static Optional<LocalDate> date(MatchResult told) {
    try {
      return Optional.of(LocalDate.parse(told.group(2)));
    } catch (DateTimeParseException e) {
      // No date after all, such as the 30th of February: then it is a text.
      return Optional.empty();
    }
  }

  /** What else than these dates a description says, {@code null} if that is nothing. */
  @Nullable String leftOutOf(String text) {
    String rest = withoutLines(text, this::leftOutOfLine).strip();
    return rest.isEmpty() ? null : rest;
  }

  private String leftOutOfLine(String line) {
    String rest = TOLD.matcher(line).replaceAll(told -> isThis(told) ? "" : told.group());
    if (rest.equals(line)) {
      return line;
    }
    return ONLY_SIGNS.matcher(rest).matches()
        ? ""
        : rest.replaceAll("(?<=\\S)[ \\u00a0]{2,}", " ").stripTrailing();
  }

  private boolean isThis(MatchResult told) {
    LocalDate mine = DEPARTURE.startsWith(told.group(1)) ? departure : returnDate;
    return date(told).filter(date -> date.equals(mine)).isPresent();
  }

  /** The lines that are left; where one is taken out, so is the empty line below it. */
  private static String withoutLines(String text, UnaryOperator<String> change) {
    List<String> kept = new ArrayList<>();
    boolean taken = false;
    for (String line : text.lines().toList()) {
      String changed = change.apply(line);
      boolean goes = changed.isEmpty() && (!line.isEmpty() || (taken && endsEmpty(kept)));
      if (!goes) {
        kept.add(changed);
      }
      taken = goes;
    }
    return String.join("\n", kept);
  }

  private static boolean endsEmpty(List<String> lines) {
    return lines.isEmpty() || lines.get(lines.size() - 1).isBlank();
  }
}
