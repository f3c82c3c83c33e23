package io.odoosync.internal.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text as it reads once its escapes are undone, and where each of its characters stood in the
 * text as it is.
 */
final class Reading {

  /** An escaped text in an escaped text, such as JSON in JSON, or an address in JSON. */
  private static final int DEPTH = 2;

  private final String text;
  private final int[] origins;

  private Reading(String text, int[] origins) {
    this.text = text;
    this.origins = origins;
  }

  /** Shows a text in each way in which it can be read; mostly there is but one. */
  static void each(String text, Consumer<Reading> visitor) {
    int[] origins = new int[text.length() + 1];
    Arrays.setAll(origins, place -> place);
    new Reading(text, origins).visit(visitor, DEPTH);
  }

  private void visit(Consumer<Reading> visitor, int depth) {
    visitor.accept(this);
    if (depth > 0) {
      for (Escape escape : Escape.values()) {
        undone(escape).ifPresent(reading -> reading.visit(visitor, depth - 1));
      }
    }
  }

  /** Nothing if there is nothing to undo. No escape is shorter than what it stands for. */
  private Optional<Reading> undone(Escape escape) {
    if (text.chars().noneMatch(escape::begins)) {
      return Optional.empty();
    }
    StringBuilder read = new StringBuilder(text.length());
    int[] places = new int[text.length() + 1];
    int at = 0;
    while (at < text.length()) {
      int begin = read.length();
      int length = escape.copy(text, at, read);
      Arrays.fill(places, begin, read.length(), origins[at]);
      at += length;
    }
    places[read.length()] = origins[text.length()];
    return read.length() == text.length() && text.contentEquals(read)
        ? Optional.empty()
        : Optional.of(new Reading(read.toString(), places));
  }

  String text() {
    return text;
  }

  /** Where a part of this reading is in the text as it is. */
  Span origin(int from, int to) {
    return new Span(origins[from], origins[to]);
  }

  /** A part of a text, up to but without its end. */
  record Span(int from, int to) {}
}
