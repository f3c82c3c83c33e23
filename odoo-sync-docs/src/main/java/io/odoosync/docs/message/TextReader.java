package io.odoosync.docs.message;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.YieldTree;
import io.odoosync.docs.source.Declarations;
import io.odoosync.docs.source.Flow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads what texts an expression can give: follows constants, variables, methods that return texts,
 * both branches of a condition. What is known only when it runs is a gap; a gap that a parameter
 * fills says which. A constant of an enum is read as its name.
 */
final class TextReader {

  /** A part of a text that can be more things than these is a gap. */
  private static final int MOST_ALTERNATIVES = 24;

  /** What these hold are values of records, not words. */
  private static final Set<String> VALUES = Set.of("OdooValue", "FieldValue");

  /** Methods of a text that give the same words again. */
  private static final Set<String> SAME_WORDS =
      Set.of("strip", "trim", "toString", "get", "orElseThrow", "toLowerCase", "stripTrailing");

  /** What is handed on in the hands of others. */
  private static final Set<String> HANDED_ON =
      Set.of("of", "ofNullable", "valueOf", "requireNonNull", "requireNonNullElse");

  /** Names of methods that say nothing of what they give. */
  private static final Set<String> SILENT =
      Set.of(
          "get",
          "toString",
          "orElse",
          "orElseGet",
          "orElseThrow",
          "of",
          "collect",
          "map",
          "valueOf",
          "toList",
          "formatted",
          "stream",
          "sorted",
          "getSimpleName",
          "toPlainString",
          "name",
          "join",
          "strip",
          "distinct",
          "filter",
          "value",
          "text",
          "words");

  private final Flow flow;
  private final Deque<Element> open = new ArrayDeque<>();

  TextReader(Flow flow) {
    this.flow = flow;
  }

  /** All texts that it can give, at least one. */
  Set<Template> read(ExpressionTree expression) {
    Set<Template> texts = alternatives(expression);
    return texts.isEmpty() || texts.size() > MOST_ALTERNATIVES
        ? Set.of(Template.gap(name(expression)))
        : texts;
  }

  private Set<Template> alternatives(ExpressionTree expression) {
    if (expression instanceof LiteralTree literal) {
      return literal.getValue() == null
          ? Set.of()
          : Set.of(Template.words(String.valueOf(literal.getValue())));
    } else if (expression instanceof ParenthesizedTree inner) {
      return read(inner.getExpression());
    } else if (expression instanceof TypeCastTree cast) {
      return read(cast.getExpression());
    } else if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      return flow.type(sum).toString().equals("java.lang.String")
          ? sums(read(sum.getLeftOperand()), read(sum.getRightOperand()))
          : Set.of();
    } else if (expression instanceof ConditionalExpressionTree either) {
      return union(List.of(either.getTrueExpression(), either.getFalseExpression()));
    } else if (expression instanceof SwitchExpressionTree choice) {
      return union(results(choice).toList());
    } else if (expression instanceof IdentifierTree || expression instanceof MemberSelectTree) {
      return named(expression);
    } else if (expression instanceof MethodInvocationTree call) {
      return returned(call);
    } else if (expression instanceof LambdaExpressionTree lambda
        && lambda.getBody() instanceof ExpressionTree body) {
      return read(body);
    } else if (expression instanceof MemberReferenceTree reference) {
      return union(flow.returns(Objects.requireNonNull(flow.element(reference))));
    }
    return Set.of();
  }

  private Set<Template> union(List<? extends ExpressionTree> expressions) {
    Set<Template> all = new LinkedHashSet<>();
    expressions.stream()
        .filter(expression -> !isNothing(expression))
        .forEach(expression -> all.addAll(read(expression)));
    return all;
  }

  /** {@code null} and {@code Optional.empty()} are no texts. */
  private static boolean isNothing(ExpressionTree expression) {
    return expression.getKind() == Tree.Kind.NULL_LITERAL
        || (expression instanceof MethodInvocationTree call
            && call.getArguments().isEmpty()
            && call.getMethodSelect().toString().equals("Optional.empty"));
  }

  private static Set<Template> sums(Set<Template> left, Set<Template> right) {
    Set<Template> all = new LinkedHashSet<>();
    left.forEach(first -> right.forEach(second -> all.add(first.plus(second))));
    return all;
  }

  private static Stream<ExpressionTree> results(SwitchExpressionTree choice) {
    return choice.getCases().stream().flatMap(TextReader::results);
  }

  private static Stream<ExpressionTree> results(CaseTree branch) {
    List<ExpressionTree> results = new ArrayList<>();
    if (branch.getBody() instanceof ExpressionTree value) {
      results.add(value);
    } else if (branch.getBody() instanceof ExpressionStatementTree statement) {
      results.add(statement.getExpression());
    } else {
      new com.sun.source.util.TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitYield(YieldTree yield, @Nullable Void none) {
          results.add(yield.getValue());
          return null;
        }
      }.scan(branch, null);
    }
    return results.stream();
  }

  private Set<Template> named(ExpressionTree expression) {
    Element element = flow.element(expression);
    if (!(element instanceof VariableElement variable) || isValue(element)) {
      return Set.of();
    } else if (variable.getKind() == ElementKind.ENUM_CONSTANT) {
      return Set.of(Template.words(variable.getSimpleName().toString()));
    } else if (variable.getConstantValue() != null) {
      return Set.of(Template.words(String.valueOf(variable.getConstantValue())));
    } else if (variable.getEnclosingElement() instanceof ExecutableElement method
        && method.getParameters().contains(variable)) {
      return Set.of(Template.gap(variable));
    }
    Set<Template> texts = once(variable, () -> union(flow.values(variable)));
    return saysLess(texts, 1) ? Set.of() : texts;
  }

  /** Unless it is being read already. */
  private Set<Template> once(Element element, java.util.function.Supplier<Set<Template>> reading) {
    if (open.contains(element)) {
      return Set.of();
    }
    open.push(element);
    try {
      return reading.get();
    } finally {
      open.pop();
    }
  }

  private Set<Template> returned(MethodInvocationTree call) {
    if (!(flow.element(call.getMethodSelect()) instanceof ExecutableElement method)) {
      return Set.of();
    }
    if (isValue(method)) {
      return Set.of();
    } else if (method.getSimpleName().contentEquals("getMessage")) {
      return Set.of(Template.gap(Message.WORDS_OF_EXCEPTION));
    } else if (isGeneralAdvice(call, method)) {
      return Set.of(Template.gap(Message.GENERAL_ADVICE));
    }
    VariableElement component = component(method);
    if (component != null) {
      return Set.of(Template.gap(component));
    } else if (!flow.returns(method).isEmpty()) {
      return ofOurs(call, method);
    }
    return ofOthers(call, method);
  }

  /** {@code cause.advice()}: which one it is depends on the cause, which is known later. */
  private boolean isGeneralAdvice(MethodInvocationTree call, ExecutableElement method) {
    return method.toString().equals("advice()")
        && Declarations.around(method).getKind() == ElementKind.ENUM
        && call.getMethodSelect() instanceof MemberSelectTree select
        && constant(select.getExpression()) == null;
  }

  /** The constant of an enum that an expression names, if it names one. */
  private @Nullable VariableElement constant(ExpressionTree expression) {
    Element element = flow.element(expression);
    return element instanceof VariableElement variable
            && element.getKind() == ElementKind.ENUM_CONSTANT
        ? variable
        : null;
  }

  /** The parameter of a record's constructor that an accessor gives back. */
  private static @Nullable VariableElement component(ExecutableElement method) {
    if (Declarations.around(method).getKind() != ElementKind.RECORD
        || !method.getParameters().isEmpty()
        || isValue(method)) {
      return null;
    }
    TypeElement record = Declarations.type(method);
    return ElementFilter.constructorsIn(record.getEnclosedElements()).stream()
        .filter(any -> any.getParameters().size() == record.getRecordComponents().size())
        .flatMap(any -> any.getParameters().stream())
        .filter(parameter -> parameter.getSimpleName().equals(method.getSimpleName()))
        .findFirst()
        .orElse(null);
  }

  private Set<Template> ofOurs(MethodInvocationTree call, ExecutableElement method) {
    Set<Template> texts = once(method, () -> union(flow.returns(method)));
    Set<Template> filled = filled(texts, given(method, call.getArguments()));
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      VariableElement constant = constant(select.getExpression());
      if (constant != null) {
        filled = filled(filled, givenTo(constant));
      }
    }
    return isText(method) && saysLess(filled, 2) ? Set.of() : filled;
  }

  private static boolean isValue(Element member) {
    Element type = Declarations.around(member);
    return Stream.of(type, Declarations.around(type))
        .anyMatch(any -> VALUES.contains(any.getSimpleName().toString()));
  }

  private static boolean isText(ExecutableElement method) {
    return method.getReturnType().toString().contains("String");
  }

  /** Fewer words, and no hope of more from a caller. */
  private static boolean saysLess(Set<Template> texts, int words) {
    return texts.stream()
        .allMatch(text -> text.size() < words && text.parameters().findAny().isEmpty());
  }

  /** What a constant of an enum gave to its constructor. */
  private Map<VariableElement, Set<Template>> givenTo(VariableElement constant) {
    return flow.values(constant).stream()
        .filter(NewClassTree.class::isInstance)
        .map(NewClassTree.class::cast)
        .flatMap(
            made ->
                flow.element(made) instanceof ExecutableElement constructor
                    ? Stream.of(given(constructor, made.getArguments()))
                    : Stream.empty())
        .findFirst()
        .orElse(Map.of());
  }

  private Map<VariableElement, Set<Template>> given(
      ExecutableElement method, List<? extends ExpressionTree> arguments) {
    Map<VariableElement, Set<Template>> given = new HashMap<>();
    Flow.arguments(method, arguments)
        .forEach((parameter, argument) -> given.put(parameter, read(argument)));
    return given;
  }

  private static Set<Template> filled(
      Set<Template> texts, Map<VariableElement, Set<Template>> given) {
    Set<Template> all = new LinkedHashSet<>(texts);
    for (Map.Entry<VariableElement, Set<Template>> argument : given.entrySet()) {
      Set<Template> next = new LinkedHashSet<>();
      for (Template text : all) {
        argument.getValue().forEach(value -> next.add(text.with(Map.of(argument.getKey(), value))));
      }
      all = next;
    }
    return all;
  }

  /** Of a library: what hands a text on, and what chooses between texts. */
  private Set<Template> ofOthers(MethodInvocationTree call, ExecutableElement method) {
    String name = method.getSimpleName().toString();
    @Nullable ExpressionTree receiver =
        call.getMethodSelect() instanceof MemberSelectTree select ? select.getExpression() : null;
    List<? extends ExpressionTree> arguments = call.getArguments();
    if (HANDED_ON.contains(name) && arguments.size() == 1) {
      return read(arguments.get(0));
    } else if (receiver != null && SAME_WORDS.contains(name) && arguments.isEmpty()) {
      return read(receiver);
    } else if (receiver != null && (name.equals("orElse") || name.equals("orElseGet"))) {
      return union(List.of(receiver, arguments.get(0)));
    } else if (name.equals("map") || name.equals("flatMap")) {
      return read(arguments.get(0));
    }
    return Set.of();
  }

  /** What a reader may call what is not known. */
  private static String name(ExpressionTree expression) {
    if (expression instanceof IdentifierTree identifier) {
      return identifier.getName().toString();
    } else if (expression instanceof MemberSelectTree select) {
      return select.getIdentifier().toString();
    } else if (expression instanceof MethodInvocationTree call) {
      return ofCall(call);
    } else if (expression instanceof ParenthesizedTree inner) {
      return name(inner.getExpression());
    } else if (expression instanceof BinaryTree sum) {
      return name(sum.getLeftOperand());
    }
    return "…";
  }

  /** A method's name, unless it is one that says less than what it is called on. */
  private static String ofCall(MethodInvocationTree call) {
    String name = name(call.getMethodSelect());
    boolean says = !SILENT.contains(name);
    if (says) {
      return name;
    } else if (call.getMethodSelect() instanceof MemberSelectTree select) {
      return name(select.getExpression());
    }
    return name;
  }
}
