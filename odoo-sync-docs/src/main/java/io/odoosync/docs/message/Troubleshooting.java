package io.odoosync.docs.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page that lists every message by its words, with what to do about it. */
public final class Troubleshooting {

  private static final String HEAD =
      """
      # Troubleshooting

      Every message of the library, with what to do about it. Search this page for some words of the one that you see; ‹this›
      stands for what differs: a name, a number, Odoo's words. Where several remedies are listed, the message comes with the one
      that fits. The page is written from the code when the documentation is built.

      Each [failure](failures.md) has a cause, which a program can act on; the messages are grouped by it.

      """;
  private static final String ANY =
      """
      ## About another failure

      These begin with their own words, and go on with those of another failure, whose cause they have.

      """;
  private static final String CALLS =
      """
      ## A call to Odoo

      What a call ends with, in a failure as in the `OdooException` of a host that calls Odoo itself. ‹what› is the model and the
      method. A message that has Odoo's words and the name of its error is Odoo's own.

      """;
  private static final String INFORMATION =
      """
      ## A check, for information

      """;
  private static final String REFUSALS =
      """
      ## Refused at once

      What a builder, a record or the command line refuses as soon as it is given, by an exception that says the rule. Here the
      message is the remedy. A part that is `null` and must not be is refused by its name alone.

      """;

  private final MessageScan scan;

  private Troubleshooting(MessageScan scan) {
    this.scan = scan;
  }

  /**
   * Writes it.
   *
   * @param scan of everything that makes messages
   * @return Markdown
   */
  public static String page(MessageScan scan) {
    return new Troubleshooting(scan).page();
  }

  private String page() {
    Map<String, Set<Message>> failures = byGroup(scan.failures());
    StringBuilder page = new StringBuilder(HEAD);
    scan.generalAdvice()
        .forEach(
            (cause, advice) ->
                page.append(cause(cause, advice, failures.getOrDefault(cause, Set.of()))));
    page.append(ANY).append(entries(failures.getOrDefault(MessageScan.ANY_CAUSE, Set.of())));
    page.append(CALLS).append(entries(scan.exceptions()));
    page.append(INFORMATION).append(entries(scan.information()));
    page.append(REFUSALS);
    page.append(list(scan.refusals()));
    return page.toString();
  }

  private static Map<String, Set<Message>> byGroup(Collection<Message> messages) {
    return messages.stream()
        .filter(Message::hasWords)
        .sorted(Comparator.comparing(Message::text, String.CASE_INSENSITIVE_ORDER))
        .collect(
            Collectors.groupingBy(
                Message::group, TreeMap::new, Collectors.toCollection(LinkedHashSet::new)));
  }

  private String cause(String cause, String advice, Set<Message> messages) {
    return "## "
        + cause
        + "\n\n"
        + scan.meaning(cause)
        + " In general: "
        + MarkdownText.of(advice)
        + "\n\n"
        + (messages.isEmpty()
            ? "All its messages are those of [a call to Odoo](#a-call-to-odoo).\n\n"
            : entries(messages));
  }

  /** A heading each, so that it has an anchor, and the remedies below it. */
  private static String entries(Collection<Message> messages) {
    Map<String, Set<String>> advice = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    messages.stream()
        .filter(message -> !message.isOneGap())
        .forEach(
            message ->
                advice
                    .computeIfAbsent(message.text(), text -> new LinkedHashSet<>())
                    .add(message.advice()));
    return advice.entrySet().stream()
        .map(
            entry ->
                "#### " + MarkdownText.of(entry.getKey()) + "\n\n" + remedies(entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String remedies(Set<String> advice) {
    String before = advice.size() == 1 ? "" : "- ";
    return advice.stream()
        .filter(text -> !text.isEmpty())
        .map(text -> before + MarkdownText.of(text) + "\n")
        .collect(Collectors.joining("", "", "\n"));
  }

  private static String list(Set<Message> messages) {
    return messages.stream()
        .filter(Message::hasWords)
        .map(message -> "- " + MarkdownText.of(message.text()) + " (`" + message.group() + "`)\n")
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .distinct()
        .collect(Collectors.joining("", "", "\n"));
  }
}
