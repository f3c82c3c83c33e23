package io.odoosync.docs.message;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import io.odoosync.docs.source.Call;
import io.odoosync.docs.source.Declarations;
import io.odoosync.docs.source.Flow;
import io.odoosync.docs.source.JavaSources;
import io.odoosync.docs.source.Javadoc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Finds every message in the sources. All failures are made by one constructor, and so are all
 * exceptions of the client: from there each message is followed to the callers that give it its
 * words, however many methods hand it on.
 */
public final class MessageScan {

  /** The group of failures that have the cause of another one. */
  static final String ANY_CAUSE = "ANY";

  /** The group of what a call to Odoo ends with. */
  static final String CALLS = "CALLS";

  private static final String FAILURE = "io.odoosync.Failure";
  private static final String CAUSE = "io.odoosync.FailureCause";
  private static final String EXCEPTION = "io.odoosync.odoo.OdooException";
  private static final String FINDING = "io.odoosync.report.CheckFinding";
  private static final String TEXT = "java.lang.String";
  private static final Set<String> REFUSALS =
      Set.of("java.lang.IllegalArgumentException", "java.lang.IllegalStateException");

  private final JavaSources sources;
  private final Flow flow;
  private final TextReader reader;
  private final Map<String, String> generalAdvice;

  /**
   * Scans some sources.
   *
   * @param sources those of the core and whatever makes messages with it
   */
  public MessageScan(JavaSources sources) {
    this.sources = sources;
    this.flow = new Flow(sources);
    this.reader = new TextReader(flow);
    this.generalAdvice = causes();
  }

  /** What each cause advises, in the order in which they are declared. */
  private Map<String, String> causes() {
    Map<String, String> advice = new LinkedHashMap<>();
    sources.type(CAUSE).getEnclosedElements().stream()
        .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
        .forEach(constant -> advice.put(constant.getSimpleName().toString(), advice(constant)));
    return advice;
  }

  private String advice(Element constant) {
    NewClassTree made = (NewClassTree) flow.values(constant).get(0);
    return reader.read(made.getArguments().get(1)).iterator().next().text();
  }

  /**
   * What each cause advises in general.
   *
   * @return by the cause's name, in the order in which causes are declared
   */
  public Map<String, String> generalAdvice() {
    return new LinkedHashMap<>(generalAdvice);
  }

  /** What is written above a cause. */
  String meaning(String cause) {
    return sources.type(CAUSE).getEnclosedElements().stream()
        .filter(constant -> constant.getSimpleName().contentEquals(cause))
        .flatMap(constant -> sources.javadoc(constant).stream())
        .map(Javadoc::paragraph)
        .collect(Collectors.joining());
  }

  /**
   * The messages that have no words of their own.
   *
   * @return the files that make them
   */
  public Set<String> wordless() {
    return Stream.of(failures(), exceptions(), refusals(), information())
        .flatMap(Set::stream)
        .filter(message -> !message.hasWords())
        .map(message -> message.place().replaceFirst(":.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The failures of records, stages and runs, grouped by their cause.
   *
   * @return each once
   */
  public Set<Message> failures() {
    List<? extends VariableElement> parts = constructor(sources.type(FAILURE)).getParameters();
    Draft root =
        Draft.of(
            Template.gap(parts.get(0)), Template.gap(parts.get(1)), Template.gap(parts.get(2)));
    return messages(Stream.of(root));
  }

  /**
   * The exceptions of the client, grouped by their type.
   *
   * @return each once
   */
  public Set<Message> exceptions() {
    ExecutableElement made = constructor(sources.type(EXCEPTION));
    return messages(
        flow.calls(made).stream()
            .filter(call -> call.within().getKind() == ElementKind.CONSTRUCTOR)
            .flatMap(this::exceptions));
  }

  private Stream<Draft> exceptions(Call superCall) {
    TypeElement type = Declarations.type(superCall.within());
    Set<Template> advice =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> method.toString().equals("advice()"))
            .flatMap(method -> flow.returns(method).stream())
            .flatMap(returned -> reader.read(returned).stream())
            .collect(Collectors.toSet());
    Template name = Template.words(CALLS);
    return reader.read(superCall.arguments().get(0)).stream()
        .flatMap(text -> advice.stream().map(what -> Draft.of(name, text, what)));
  }

  /**
   * What is refused at once, with words that say the rule, grouped by the type that refuses it.
   *
   * @return each once
   */
  public Set<Message> refusals() {
    return messages(
        flow.called().stream()
            .filter(called -> called.getKind() == ElementKind.CONSTRUCTOR)
            .filter(called -> isRefusal(Declarations.type(called)))
            .flatMap(called -> flow.calls(called).stream())
            .filter(call -> call.tree() instanceof NewClassTree)
            .flatMap(this::refusals));
  }

  /** An exception of ours, or one of the JDK's for what must not be asked. */
  private boolean isRefusal(TypeElement type) {
    return REFUSALS.contains(type.toString())
        || (sources.has(type)
            && sources.isThrowable(type)
            && !type.toString().equals(EXCEPTION)
            && !type.getSuperclass().toString().equals(EXCEPTION));
  }

  private Stream<Draft> refusals(Call call) {
    return call.arguments().stream()
        .filter(argument -> flow.type(argument).toString().equals(TEXT))
        .limit(1)
        .flatMap(argument -> reader.read(argument).stream())
        .map(
            text ->
                new Draft(
                    Template.words(Declarations.name(Declarations.type(call.within()))),
                    text,
                    Template.EMPTY,
                    Set.of(),
                    call))
        .filter(draft -> !isHandedOn(draft));
  }

  /**
   * What a check tells for information only.
   *
   * @return each once
   */
  public Set<Message> information() {
    return messages(
        ElementFilter.methodsIn(sources.type(FINDING).getEnclosedElements()).stream()
            .filter(method -> method.getSimpleName().contentEquals("info"))
            .map(
                method ->
                    Draft.of(
                        Template.words("INFO"),
                        Template.gap(method.getParameters().get(0)),
                        Template.EMPTY)));
  }

  private static ExecutableElement constructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).get(0);
  }

  private Set<Message> messages(Stream<Draft> roots) {
    return roots
        .flatMap(this::followed)
        .filter(draft -> !isHandedOn(draft))
        .map(this::message)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toMap(
                    Message::shape, any -> any, (first, same) -> first, LinkedHashMap::new),
                byShape -> new LinkedHashSet<>(byShape.values())));
  }

  /** To where its words are; to the callers of callers if need be. */
  private Stream<Draft> followed(Draft draft) {
    Optional<Element> method =
        draft
            .wanted()
            .map(Declarations::around)
            .filter(any -> !flow.calls(any).isEmpty())
            .findFirst();
    return method.isEmpty()
        ? Stream.of(draft)
        : flow.calls(method.get()).stream()
            .flatMap(call -> atCall(draft, (ExecutableElement) method.get(), call))
            .flatMap(this::followed);
  }

  /** A method reference gives its method what nobody can read here. */
  private Stream<Draft> atCall(Draft draft, ExecutableElement method, Call call) {
    List<Map<VariableElement, Template>> given = new ArrayList<>();
    given.add(Map.of());
    Set<VariableElement> wanted = draft.wanted().collect(Collectors.toSet());
    Flow.arguments(method, call.arguments())
        .forEach(
            (parameter, argument) -> {
              if (wanted.contains(parameter)) {
                combine(given, parameter, argument);
              }
            });
    return given.stream().map(values -> draft.at(method, call, values));
  }

  private void combine(
      List<Map<VariableElement, Template>> given,
      VariableElement parameter,
      ExpressionTree argument) {
    List<Map<VariableElement, Template>> before = List.copyOf(given);
    given.clear();
    for (Template text : reader.read(argument)) {
      for (Map<VariableElement, Template> values : before) {
        Map<VariableElement, Template> more = new HashMap<>(values);
        more.put(parameter, text);
        given.add(more);
      }
    }
  }

  /** Made from another failure or an exception, with its words: they are listed where that is. */
  private boolean isHandedOn(Draft draft) {
    return draft.text().parts().size() == 1
        && (draft.text().text().equals("‹" + Message.WORDS_OF_EXCEPTION + "›")
            || draft.text().parameters().anyMatch(this::isOfFailure));
  }

  private boolean isOfFailure(VariableElement parameter) {
    return Declarations.around(parameter).equals(constructor(sources.type(FAILURE)));
  }

  private Message message(Draft draft) {
    String group =
        draft.group().parameters().anyMatch(this::isOfFailure) ? ANY_CAUSE : draft.group().text();
    String advice =
        draft
            .advice()
            .text()
            .replace(
                "‹" + Message.GENERAL_ADVICE + "›",
                generalAdvice.getOrDefault(group, "What the cause advises."));
    return new Message(group, draft.text().text(), advice, place(draft));
  }

  private String place(Draft draft) {
    Call call = draft.call();
    if (call == null) {
      return "";
    }
    long start = sources.trees().getSourcePositions().getStartPosition(call.unit(), call.tree());
    String file = call.unit().getSourceFile().getName().replaceFirst(".*[/\\\\]", "");
    return file + ":" + call.unit().getLineMap().getLineNumber(start);
  }
}
