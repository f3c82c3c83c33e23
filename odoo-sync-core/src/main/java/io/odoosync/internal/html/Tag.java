package io.odoosync.internal.html;

import java.util.List;
import java.util.regex.Pattern;

/** An element that is begun: its name and attributes, which are ours. Immutable. */
public final class Tag {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

  private final String name;
  private final String attributes;

  private Tag(String name, String attributes) {
    this.name = name;
    this.attributes = attributes;
  }

  /**
   * Begins an element.
   *
   * @throws IllegalArgumentException if that is no name
   */
  public static Tag of(String name) {
    return new Tag(checked(name), "");
  }

  /** Begins an element of a class of the page's style. */
  public static Tag of(String name, String style) {
    return of(name).with("class", style);
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of an element or attribute: " + name);
    }
    return name;
  }

  /**
   * The same with an attribute.
   *
   * @param value whatever is to be in it, escaped here
   */
  public Tag with(String attribute, String value) {
    return new Tag(
        name, attributes + " " + checked(attribute) + "=\"" + Html.escaped(value) + "\"");
  }

  /** The same with an attribute. */
  public Tag with(String attribute, long value) {
    return with(attribute, Long.toString(value));
  }

  /** The element with a text in it. */
  public Html text(String text) {
    return holding(Html.text(text));
  }

  /** The element with pieces in it. */
  public Html holding(Html... pieces) {
    return holding(List.of(pieces));
  }

  /** The element with pieces in it. */
  public Html holding(List<Html> pieces) {
    return Html.markup(
        "<" + name + attributes + ">" + Html.all(pieces) + "</" + name + ">" + lineEnd());
  }

  /** The element, of those that have no content. */
  public Html alone() {
    return Html.markup("<" + name + attributes + "/>");
  }

  /** Keeps lines of the page short without putting space where it would show. */
  private String lineEnd() {
    return switch (name) {
      case "tr", "p", "section", "article", "header", "li", "h1", "h2", "h3", "h4" -> "\n";
      default -> "";
    };
  }
}
