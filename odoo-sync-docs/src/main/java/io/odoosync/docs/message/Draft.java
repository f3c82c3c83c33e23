package io.odoosync.docs.message;

import io.odoosync.docs.source.Call;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way from the place where all messages are made to the one that has its words.
 *
 * @param group a cause, or whatever it is listed under
 * @param text what is read
 * @param advice what to do about it
 * @param passed the methods whose callers were looked at
 * @param call the place that was come to, unless none was
 */
record Draft(
    Template group, Template text, Template advice, Set<Element> passed, @Nullable Call call) {

  /** With fewer words than these a text does not say enough, so its callers are asked. */
  private static final int ENOUGH_WORDS = 3;

  static Draft of(Template group, Template text, Template advice) {
    return new Draft(group, text, advice, Set.of(), null);
  }

  /** The parameters that must be known before the message says enough. */
  Stream<VariableElement> wanted() {
    return Stream.of(
            group.parameters(),
            says(text) ? Stream.<VariableElement>empty() : text.wordy(),
            says(advice) ? Stream.<VariableElement>empty() : advice.wordy())
        .flatMap(any -> any)
        .filter(parameter -> !passed.contains(parameter.getEnclosingElement()));
  }

  static boolean says(Template template) {
    return template.size() >= ENOUGH_WORDS;
  }

  /** As one of the callers of a method has it. */
  Draft at(Element method, Call caller, Map<VariableElement, Template> given) {
    Set<Element> further = new HashSet<>(passed);
    further.add(method);
    return new Draft(
        group.with(given),
        says(text) ? text : text.with(given),
        says(advice) ? advice : advice.with(given),
        further,
        caller);
  }
}
