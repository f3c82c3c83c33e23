package io.odoosync.docs.message;

/** Plain texts in Markdown. */
final class MarkdownText {

  private MarkdownText() {}

  /** So that it reads as it is. */
  static String of(String text) {
    return text.replaceAll("\\s+", " ").strip().replaceAll("[\\\\`*_{}\\[\\]<>#|&!~]", "\\\\$0");
  }
}
