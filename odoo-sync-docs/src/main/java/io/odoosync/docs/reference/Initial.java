package io.odoosync.docs.reference;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import io.odoosync.docs.source.JavaSources;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;

/** What a field begins with, as code; the value of a constant in its stead. */
final class Initial {

  private Initial() {}

  /** Empty if it is not initialised. */
  static String of(JavaSources sources, VariableElement field) {
    Object constant = field.getConstantValue();
    if (constant != null) {
      return constant.toString();
    }
    TreePath path = sources.trees().getPath(field);
    ExpressionTree initializer =
        path == null ? null : ((VariableTree) path.getLeaf()).getInitializer();
    if (initializer == null) {
      return "";
    }
    Element named = sources.trees().getElement(new TreePath(path, initializer));
    return named instanceof VariableElement other && named.getKind() == ElementKind.FIELD
        ? of(sources, other)
        : initializer.toString();
  }
}
