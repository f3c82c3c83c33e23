package io.odoosync.docs.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;

/**
 * The order of the pages, as {@code SUMMARY.md} has it: its own title, headings, and lists of links
 * that may lie in each other. A link before the first heading stands alone.
 */
public final class Summary {

  /**
   * A part of the documentation.
   *
   * @param title its heading; empty before the first one
   * @param entries its pages
   */
  public record Part(String title, List<Entry> entries) {}

  /**
   * A page in its place.
   *
   * @param title what the navigation calls it
   * @param file relative to the folder of {@code SUMMARY.md}
   * @param depth 0, or how many pages it lies below
   */
  public record Entry(String title, String file, int depth) {}

  private final List<Part> parts;

  private Summary(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Reads it.
   *
   * @param markdown the text of {@code SUMMARY.md}
   * @return parts without a page are left out
   */
  public static Summary of(String markdown) {
    List<Part> parts = new ArrayList<>();
    Part part = new Part("", new ArrayList<>());
    parts.add(part);
    for (Node node = Markdown.parse(markdown).getFirstChild();
        node != null;
        node = node.getNext()) {
      if (node instanceof Heading && node.getPrevious() != null) {
        part = new Part(PlainText.of(node), new ArrayList<>());
        parts.add(part);
      } else {
        collect(node, 0, part.entries());
      }
    }
    return new Summary(parts.stream().filter(any -> !any.entries().isEmpty()).toList());
  }

  private static void collect(Node node, int depth, List<Entry> entries) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Link link) {
        entries.add(new Entry(PlainText.of(link), link.getDestination(), depth));
      } else if (child instanceof ListBlock) {
        collect(child, depth + 1, entries);
      } else {
        collect(child, depth, entries);
      }
    }
  }

  /**
   * Its parts.
   *
   * @return in order, none empty
   */
  public List<Part> parts() {
    return parts;
  }

  /**
   * All pages.
   *
   * @return in the order in which they are read
   */
  public List<Entry> entries() {
    return parts.stream().flatMap(part -> part.entries().stream()).toList();
  }

  /** The pages that are read before and after one: at most one each. */
  Stream<Entry> neighbour(String file, int step) {
    List<Entry> all = entries();
    return IntStream.range(0, all.size())
        .filter(place -> all.get(place).file().equals(file))
        .map(place -> place + step)
        .filter(place -> place >= 0 && place < all.size())
        .mapToObj(all::get)
        .limit(1);
  }
}
