package io.odoosync.docs.page;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What a reader sees of a part of a page, or hears in a picture's stead: no mark, one line. */
final class PlainText extends AbstractVisitor {

  private final StringBuilder words = new StringBuilder();

  private PlainText() {}

  static String of(Node node) {
    PlainText text = new PlainText();
    text.visitChildren(node);
    return text.words.toString().strip();
  }

  @Override
  public void visit(Text text) {
    words.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    words.append(code.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak end) {
    words.append(' ');
  }

  @Override
  public void visit(HardLineBreak end) {
    words.append(' ');
  }
}
