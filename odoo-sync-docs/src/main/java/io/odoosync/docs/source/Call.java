package io.odoosync.docs.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.util.List;
import javax.lang.model.element.Element;

/**
 * A place that calls a method or a constructor.
 *
 * @param tree the call
 * @param arguments what it is given; empty for a method reference, which says nothing of that
 * @param isReference whether it is a method reference
 * @param within the method or field that it is in
 * @param unit the file that it is in
 */
public record Call(
    Tree tree,
    List<? extends ExpressionTree> arguments,
    boolean isReference,
    Element within,
    CompilationUnitTree unit) {}
