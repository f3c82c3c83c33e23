package io.odoosync.docs.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A text as the code has it: words, and gaps that are filled when it is shown.
 *
 * @param parts in order
 */
record Template(List<Part> parts) {

  /** Nothing at all. */
  static final Template EMPTY = new Template(List.of());

  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  /** A piece of a text. */
  sealed interface Part {}

  /** What is always there. */
  record Words(String text) implements Part {}

  /**
   * What is filled in.
   *
   * @param name says what
   * @param parameter the parameter that it comes from, if it comes from one
   */
  record Gap(String name, @Nullable VariableElement parameter) implements Part {}

  static Template words(String text) {
    return text.isEmpty() ? EMPTY : new Template(List.of(new Words(text)));
  }

  static Template gap(String name) {
    return new Template(List.of(new Gap(name, null)));
  }

  static Template gap(VariableElement parameter) {
    return new Template(List.of(new Gap(parameter.getSimpleName().toString(), parameter)));
  }

  Template plus(Template more) {
    List<Part> joined = new ArrayList<>(parts);
    joined.addAll(more.parts);
    return new Template(joined);
  }

  /** With other texts in the place of parameters. */
  Template with(Map<VariableElement, Template> known) {
    return parts.stream()
        .map(
            part ->
                part instanceof Gap gap
                        && gap.parameter() != null
                        && known.containsKey(gap.parameter())
                    ? known.get(gap.parameter())
                    : new Template(List.of(part)))
        .reduce(EMPTY, Template::plus);
  }

  /** The parameters that gaps come from. */
  Stream<VariableElement> parameters() {
    return parts.stream()
        .filter(Gap.class::isInstance)
        .map(part -> ((Gap) part).parameter())
        .filter(parameter -> parameter != null);
  }

  /**
   * The parameters that may bring words: not what is in quotes or beside a dot, which is a name,
   * and not what comes first, before a colon, which says where.
   */
  Stream<VariableElement> wordy() {
    return IntStream.range(0, parts.size())
        .filter(place -> !isName(place))
        .mapToObj(parts::get)
        .filter(Gap.class::isInstance)
        .map(part -> ((Gap) part).parameter())
        .filter(parameter -> parameter != null);
  }

  private boolean isName(int place) {
    String before = place > 0 && parts.get(place - 1) instanceof Words words ? words.text() : "";
    String after =
        place + 1 < parts.size() && parts.get(place + 1) instanceof Words words ? words.text() : "";
    return before.matches("(?s).*['.]")
        || after.matches("(?s)['.].*")
        || (place == 0 && after.matches("(?s)[:,].*"));
  }

  /** How many words are always there. */
  long size() {
    return parts.stream()
        .filter(Words.class::isInstance)
        .flatMap(part -> WORD.matcher(((Words) part).text()).results())
        .count();
  }

  /** As a reader sees it: {@code ‹gap›}. */
  String text() {
    return parts.stream()
        .map(
            part ->
                part instanceof Gap gap ? "‹" + spaced(gap.name()) + "›" : ((Words) part).text())
        .collect(Collectors.joining());
  }

  private static String spaced(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
