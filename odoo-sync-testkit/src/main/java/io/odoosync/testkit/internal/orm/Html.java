package io.odoosync.testkit.internal.orm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Odoo makes of rich text: dangerous parts go, tags are closed, bare text becomes a paragraph.
 * Common markup comes out as on real servers; exotic markup may differ.
 */
final class Html {
  private static final Pattern DANGEROUS =
      Pattern.compile("(?is)<(script|style|iframe|object|embed)\\b.*?(</\\1\\s*>|$)");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:\\s[^<>]*)?)(/?)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([\\w-]+)\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>\"']+)");
  private static final Pattern LONE_AMPERSAND = Pattern.compile("&(?!#?\\w+;)");
  private static final Set<String> VOID = Set.of("br", "hr", "img", "input");
  private static final Set<String> BLOCK =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "table",
          "pre",
          "blockquote",
          "section",
          "hr");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private String firstTag = "";
  private boolean startsWithText;
  private int parts;

  private Html() {}

  static String sanitized(String source) {
    String safe = DANGEROUS.matcher(source).replaceAll("");
    return safe.isEmpty() ? safe : new Html().run(safe);
  }

  private String run(String source) {
    Matcher tag = TAG.matcher(source);
    int from = 0;
    while (tag.find()) {
      text(source.substring(from, tag.start()));
      tag(tag);
      from = tag.end();
    }
    text(source.substring(from));
    open.forEach(name -> out.append("</").append(name).append('>'));
    return wrapped();
  }

  private String wrapped() {
    if (startsWithText) {
      return "<p>" + out.toString().stripLeading() + "</p>";
    }
    boolean single = parts == 1 || BLOCK.contains(firstTag);
    return single ? out.toString() : "<span>" + out + "</span>";
  }

  private void text(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (open.isEmpty()) {
      startsWithText |= parts == 0 && !text.isBlank();
      parts++;
    }
    String escaped = LONE_AMPERSAND.matcher(text).replaceAll("&amp;");
    out.append(escaped.replace("<", "&lt;").replace(">", "&gt;"));
  }

  private void tag(Matcher tag) {
    String name = tag.group(2).toLowerCase(Locale.ROOT);
    if (tag.group(1).isEmpty()) {
      open(name, attributes(tag.group(3)));
    } else if (open.contains(name)) {
      close(name);
    }
  }

  private void open(String name, String attributes) {
    if (open.isEmpty()) {
      firstTag = parts == 0 ? name : firstTag;
      parts++;
    }
    out.append('<').append(name).append(attributes).append('>');
    if (!VOID.contains(name)) {
      open.push(name);
    }
  }

  private void close(String name) {
    String last;
    do {
      last = open.pop();
      out.append("</").append(last).append('>');
    } while (!last.equals(name));
  }

  private static String attributes(String source) {
    StringBuilder kept = new StringBuilder();
    Matcher attribute = ATTRIBUTE.matcher(source);
    while (attribute.find()) {
      String name = attribute.group(1).toLowerCase(Locale.ROOT);
      if (!name.startsWith("on")) {
        String value = attribute.group(2).replaceAll("^[\"']|[\"']$", "").replace("\"", "&quot;");
        kept.append(' ').append(name).append("=\"").append(value).append('"');
      }
    }
    return kept.toString();
  }
}
