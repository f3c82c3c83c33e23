package io.odoosync.docs.check;

import io.odoosync.docs.page.CodeBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties of the starter that a page's blocks of settings name. */
final class NamedProperties {

  private static final String OURS = "odoo.sync.";
  private static final Pattern IN_FULL =
      Pattern.compile("odoo\\.sync\\.[a-z0-9-]+(\\.[a-z0-9-]+)*");
  private static final Pattern KEY = Pattern.compile("( *)([A-Za-z0-9.-]+):(.*)");

  private NamedProperties() {}

  static List<String> of(CodeBlock block) {
    return switch (block.language()) {
      case "properties", "xml", "kotlin", "gradle" ->
          IN_FULL.matcher(block.text()).results().map(MatchResult::group).toList();
      case "yaml", "yml" -> ofYaml(block.text());
      default -> List.of();
    };
  }

  /** Of maps in maps, which is all that settings are. */
  private static List<String> ofYaml(String text) {
    List<String> names = new ArrayList<>();
    Deque<String> path = new ArrayDeque<>();
    Deque<Integer> indents = new ArrayDeque<>();
    for (Matcher line : text.lines().map(KEY::matcher).filter(Matcher::matches).toList()) {
      int indent = line.group(1).length();
      while (!indents.isEmpty() && indents.getLast() >= indent) {
        indents.removeLast();
        path.removeLast();
      }
      indents.addLast(indent);
      path.addLast(line.group(2));
      String name = String.join(".", path);
      if (name.startsWith(OURS) && !line.group(3).isBlank()) {
        names.add(name);
      }
    }
    return names;
  }
}
