package io.odoosync.docs.source;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.DocTreePath;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What is written above a declaration, as Markdown on one line. */
public final class Javadoc {

  private static final Set<String> BREAKS = Set.of("p", "ul", "ol", "pre", "table", "h2");

  private final DocTrees trees;
  private final TreePath declaration;
  private final DocCommentTree comment;

  Javadoc(DocTrees trees, TreePath declaration, DocCommentTree comment) {
    this.trees = trees;
    this.declaration = declaration;
    this.comment = comment;
  }

  /**
   * Its first paragraph.
   *
   * @return sentences; what comes after the first break is left out
   */
  public String paragraph() {
    return markdown(comment.getFullBody());
  }

  /**
   * What is said of a parameter or a component.
   *
   * @param name its name
   * @return empty if nothing is said
   */
  public String parameter(String name) {
    return comment.getBlockTags().stream()
        .filter(tag -> tag instanceof ParamTree)
        .map(tag -> (ParamTree) tag)
        .filter(tag -> tag.getName().getName().contentEquals(name))
        .map(tag -> markdown(tag.getDescription()))
        .findFirst()
        .orElse("");
  }

  private String markdown(List<? extends DocTree> body) {
    StringBuilder text = new StringBuilder();
    for (DocTree part : body) {
      if (part instanceof StartElementTree tag
          && BREAKS.contains(tag.getName().toString().toLowerCase(java.util.Locale.ROOT))) {
        break;
      }
      text.append(part(part));
    }
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  private String part(DocTree part) {
    if (part instanceof TextTree text) {
      return text.getBody();
    } else if (part instanceof LiteralTree literal) {
      return "`" + literal.getBody().getBody() + "`";
    } else if (part instanceof EntityTree entity) {
      return "&" + entity.getName() + ";";
    } else if (part instanceof ValueTree value) {
      return value(value);
    } else if (part instanceof LinkTree link) {
      return link.getLabel().isEmpty()
          ? "`" + name(link.getReference().getSignature()) + "`"
          : markdown(link.getLabel());
    }
    return "";
  }

  /** As a caller would write it. */
  private static String name(String signature) {
    String type = signature.replaceFirst("#.*", "");
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String member = signature.substring(type.length()).replace("#", "");
    return simple.isEmpty() || member.isEmpty() ? simple + member : simple + "." + member;
  }

  /** The value of the constant that is named, or of the one that this is written above. */
  private String value(ValueTree value) {
    @Nullable Element constant =
        value.getReference() == null
            ? trees.getElement(declaration)
            : trees.getElement(
                new DocTreePath(new DocTreePath(declaration, comment), value.getReference()));
    if (!(constant instanceof VariableElement variable) || variable.getConstantValue() == null) {
      throw new IllegalStateException("no constant: " + value);
    }
    return String.valueOf(variable.getConstantValue());
  }
}
