package io.odoosync.testkit.internal.orm;

import io.odoosync.testkit.Fact;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A search domain: conditions in prefix notation, joined by {@code &} where nothing is said. */
final class Domain {

  /** A part of a domain. */
  sealed interface Node {}

  record And(Node left, Node right) implements Node {}

  record Or(Node left, Node right) implements Node {}

  record Not(Node inner) implements Node {}

  record Constant(boolean value) implements Node {}

  record Leaf(Condition condition) implements Node {}

  private final Model model;
  private final List<Object> source;
  private final Node root;
  private final Set<String> mentioned = new HashSet<>();

  private Domain(Model model, List<?> source) {
    this.model = model;
    this.source = List.copyOf(source);
    this.root = parse(source);
  }

  static Domain parse(Model model, List<?> source) {
    return new Domain(model, source);
  }

  Node root() {
    return root;
  }

  boolean mentions(String field) {
    return mentioned.contains(field);
  }

  Node andActive() {
    return new And(new Leaf(new Condition(model, "active", "=", true)), root);
  }

  boolean matches(Node node, int id) {
    if (node instanceof And and) {
      return matches(and.left(), id) && matches(and.right(), id);
    }
    if (node instanceof Or or) {
      return matches(or.left(), id) || matches(or.right(), id);
    }
    if (node instanceof Not not) {
      return !matches(not.inner(), id);
    }
    return node instanceof Leaf leaf ? leaf.condition().matches(id) : ((Constant) node).value();
  }

  /** The only ids that the domain can match, if it names them. */
  static Optional<List<Integer>> onlyIds(Node node) {
    if (node instanceof And and) {
      Optional<List<Integer>> left = onlyIds(and.left());
      return left.isPresent() ? left : onlyIds(and.right());
    }
    return node instanceof Leaf leaf ? leaf.condition().onlyIds() : Optional.empty();
  }

  /** An id below which the domain matches nothing. */
  static int lowestId(Node node) {
    if (node instanceof And and) {
      return Math.max(lowestId(and.left()), lowestId(and.right()));
    }
    return node instanceof Leaf leaf ? leaf.condition().lowestId() : 0;
  }

  private Node parse(List<?> source) {
    Deque<Node> stack = new ArrayDeque<>();
    for (int i = source.size() - 1; i >= 0; i--) {
      stack.push(node(source.get(i), stack));
    }
    return stack.stream().reduce(And::new).orElse(new Constant(true));
  }

  private Node node(Object term, Deque<Node> operands) {
    if (term instanceof String operator) {
      return joined(operator, operands);
    }
    List<Object> parts = Python.list(term);
    if (parts.size() != 3) {
      throw OdooError.value("Invalid leaf " + Python.repr(term));
    }
    return leaf(parts);
  }

  private Node joined(String operator, Deque<Node> operands) {
    int needed = operator.equals("!") ? 1 : 2;
    if (operands.size() < needed) {
      throw malformed();
    }
    return switch (operator) {
      case "&" -> new And(operands.pop(), operands.pop());
      case "|" -> new Or(operands.pop(), operands.pop());
      case "!" -> new Not(operands.pop());
      default -> throw OdooError.value("Invalid domain term " + Python.repr(operator));
    };
  }

  private OdooError malformed() {
    String shown = Python.repr(source);
    return model.env().has(Fact.DOMAINS_ARE_OBJECTS)
        ? OdooError.value("Domain() malformed domain " + shown)
        : OdooError.python("AssertionError", "This domain is syntactically not correct: " + shown);
  }

  private Node leaf(List<Object> parts) {
    if (parts.get(0) instanceof Integer left) {
      return new Constant(left.equals(parts.get(2)));
    }
    String path = String.valueOf(parts.get(0));
    mentioned.add(path);
    return new Leaf(new Condition(model, path, String.valueOf(parts.get(1)), parts.get(2)));
  }
}
