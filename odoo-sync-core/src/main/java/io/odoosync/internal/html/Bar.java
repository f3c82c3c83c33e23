package io.odoosync.internal.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A bar of parts, each as long as its share. Parts of nothing are left out. */
public final class Bar {

  private static final int WIDTH = 1_000;
  private static final int HEIGHT = 20;

  /** So wide is the smallest part: one failure of a million records is to be seen. */
  private static final int NARROWEST = 10;

  /**
   * A part.
   *
   * @param style a class of the page's style
   * @param words what it counts
   * @param count how many
   */
  public record Part(String style, String words, long count) {

    private String told() {
      return Numbers.of(count) + " " + words;
    }
  }

  private final List<Part> parts;

  private Bar(List<Part> parts) {
    this.parts = parts.stream().filter(part -> part.count() > 0).toList();
  }

  /** A bar of some parts. */
  public static Bar of(List<Part> parts) {
    return new Bar(parts);
  }

  /**
   * The picture; of a bar without parts an empty one.
   *
   * @param what it shows, for people who can't see it
   */
  public Html picture(String what) {
    return Tag.of("svg", "bar")
        .with("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
        .with("preserveAspectRatio", "none")
        .with("role", "img")
        .with("aria-label", what + ": " + words())
        .holding(parts.isEmpty() ? List.of(rectangle("none", 0, WIDTH)) : rectangles());
  }

  private String words() {
    return parts.isEmpty()
        ? "nothing"
        : parts.stream().map(Part::told).collect(Collectors.joining(", "));
  }

  private List<Html> rectangles() {
    long all = parts.stream().mapToLong(Part::count).sum();
    double shared = WIDTH - (double) NARROWEST * parts.size();
    List<Html> rectangles = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < parts.size(); i++) {
      long from = Math.round(i * NARROWEST + shared * before / all);
      before += parts.get(i).count();
      long to = Math.round((i + 1) * NARROWEST + shared * before / all);
      rectangles.add(rectangle(parts.get(i), from, to));
    }
    return rectangles;
  }

  private static Html rectangle(Part part, long from, long to) {
    return shape(part.style(), from, to).holding(Tag.of("title").text(part.told()));
  }

  private static Html rectangle(String style, long from, long to) {
    return shape(style, from, to).alone();
  }

  private static Tag shape(String style, long from, long to) {
    return Tag.of("rect", style)
        .with("x", from)
        .with("y", 0)
        .with("width", to - from)
        .with("height", HEIGHT);
  }

  /** What the colours stand for, with the numbers. */
  public Html legend() {
    return Tag.of("ul", "legend").holding(parts.stream().map(Bar::entry).toList());
  }

  private static Html entry(Part part) {
    return Tag.of("li")
        .holding(
            Tag.of("svg", "key")
                .with("viewBox", "0 0 10 10")
                .with("aria-hidden", "true")
                .holding(Tag.of("rect", part.style()).with("width", 10).with("height", 10).alone()),
            Html.text(part.told()));
  }
}
