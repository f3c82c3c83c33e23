package io.odoosync.docs.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Where values go in some sources: what is called from where, returned, and assigned. */
public final class Flow {

  /** Methods that give what they are called on to their lambda. */
  private static final Set<String> HAND_OVER =
      Set.of("map", "flatMap", "ifPresent", "ifPresentOrElse", "filter");

  private final JavaSources sources;
  private final Map<Element, List<Call>> calls = new HashMap<>();
  private final Map<Element, List<ExpressionTree>> returns = new HashMap<>();
  private final Map<Element, List<ExpressionTree>> values = new HashMap<>();
  private final Set<Element> composed = new HashSet<>();

  /**
   * Follows the values of some sources.
   *
   * @param sources the sources
   */
  public Flow(JavaSources sources) {
    this.sources = sources;
    for (CompilationUnitTree unit : sources.units()) {
      new Scanner(unit).scan(unit, null);
    }
  }

  /**
   * What a name or a call stands for.
   *
   * @param tree an expression of these sources
   * @return its declaration, or {@code null} if it is none
   */
  public @Nullable Element element(Tree tree) {
    return sources.trees().getElement(path(tree));
  }

  /**
   * The type of an expression.
   *
   * @param tree an expression of these sources
   * @return its type
   */
  public TypeMirror type(Tree tree) {
    return sources.trees().getTypeMirror(path(tree));
  }

  /** The compiler looks at the leaf, which is attributed; above it may be any file. */
  private TreePath path(Tree tree) {
    return new TreePath(new TreePath(sources.units().get(0)), tree);
  }

  /**
   * The places that call something.
   *
   * @param called a method or a constructor
   * @return in the order of the files
   */
  public List<Call> calls(Element called) {
    return calls.getOrDefault(called, List.of());
  }

  /**
   * Everything that is called.
   *
   * @return methods and constructors
   */
  public Set<Element> called() {
    return Set.copyOf(calls.keySet());
  }

  /**
   * What a method returns.
   *
   * @param method the method
   * @return one expression for each {@code return}; none if it has no body here
   */
  public List<ExpressionTree> returns(Element method) {
    return returns.getOrDefault(method, List.of());
  }

  /**
   * What a variable is set to.
   *
   * @param variable a field or a local variable
   * @return one expression for each assignment; none if it is put together bit by bit
   */
  public List<ExpressionTree> values(Element variable) {
    return composed.contains(variable) ? List.of() : values.getOrDefault(variable, List.of());
  }

  /**
   * What a call gives to the parameters of what it calls.
   *
   * @param called a method or a constructor
   * @param arguments those of a call of it
   * @return an expression for each parameter that is given one
   */
  public static Map<VariableElement, ExpressionTree> arguments(
      ExecutableElement called, List<? extends ExpressionTree> arguments) {
    Map<VariableElement, ExpressionTree> given = new HashMap<>();
    for (int i = 0; i < called.getParameters().size() && i < arguments.size(); i++) {
      given.put(called.getParameters().get(i), arguments.get(i));
    }
    return given;
  }

  private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final CompilationUnitTree unit;
    private int lambdas;

    private Scanner(CompilationUnitTree unit) {
      this.unit = unit;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
      note(element(call.getMethodSelect()), call, call.getArguments(), false);
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && HAND_OVER.contains(select.getIdentifier().toString())) {
        call.getArguments().stream()
            .filter(LambdaExpressionTree.class::isInstance)
            .map(lambda -> ((LambdaExpressionTree) lambda).getParameters())
            .filter(parameters -> parameters.size() == 1)
            .forEach(taken -> assigned(element(taken.get(0)), select.getExpression()));
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree call, @Nullable Void none) {
      note(element(call), call, call.getArguments(), false);
      return super.visitNewClass(call, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree call, @Nullable Void none) {
      note(element(call), call, List.of(), true);
      return super.visitMemberReference(call, null);
    }

    private void note(
        @Nullable Element called,
        Tree tree,
        List<? extends ExpressionTree> arguments,
        boolean isReference) {
      if (called != null) {
        calls
            .computeIfAbsent(called, key -> new ArrayList<>())
            .add(new Call(tree, arguments, isReference, within(), unit));
      }
    }

    private Element within() {
      TreePath path = getCurrentPath();
      while (!(path.getLeaf() instanceof MethodTree)
          && !(path.getLeaf() instanceof VariableTree
              && path.getParentPath().getLeaf() instanceof com.sun.source.tree.ClassTree)
          && !(path.getLeaf() instanceof com.sun.source.tree.ClassTree)) {
        path = path.getParentPath();
      }
      return java.util.Objects.requireNonNull(element(path.getLeaf()));
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void none) {
      lambdas++;
      super.visitLambdaExpression(lambda, null);
      lambdas--;
      return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree statement, @Nullable Void none) {
      ExpressionTree value = statement.getExpression();
      if (value != null && lambdas == 0) {
        returns.computeIfAbsent(within(), key -> new ArrayList<>()).add(value);
      }
      return super.visitReturn(statement, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
      if (variable.getInitializer() != null) {
        assigned(element(variable), variable.getInitializer());
      }
      return super.visitVariable(variable, null);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void none) {
      assigned(element(assignment.getVariable()), assignment.getExpression());
      return super.visitAssignment(assignment, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
        CompoundAssignmentTree assignment, @Nullable Void none) {
      Element variable = element(assignment.getVariable());
      if (variable != null) {
        composed.add(variable);
      }
      return super.visitCompoundAssignment(assignment, null);
    }

    private void assigned(@Nullable Element variable, ExpressionTree value) {
      if (variable != null) {
        values.computeIfAbsent(variable, key -> new ArrayList<>()).add(value);
      }
    }
  }
}
