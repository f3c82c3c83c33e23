package io.odoosync.docs.page;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;

/** A text in Markdown, and what can be asked of it. */
public final class Document {

  private final Node root;
  private final List<Heading> headings = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<CodeBlock> blocks = new ArrayList<>();

  private Document(Node root) {
    this.root = root;
    root.accept(new Collector());
  }

  /**
   * Reads a text.
   *
   * @param markdown the text
   * @return the document
   */
  public static Document of(String markdown) {
    return new Document(Markdown.parse(markdown));
  }

  Node root() {
    return root;
  }

  /**
   * Its title.
   *
   * @return the text of the first heading of the first level
   * @throws IllegalStateException if there is none
   */
  public String title() {
    return headings.stream()
        .filter(heading -> heading.level() == 1)
        .map(Heading::text)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a page begins with a heading: # Title"));
  }

  /**
   * All headings.
   *
   * @return in order
   */
  public List<Heading> headings() {
    return List.copyOf(headings);
  }

  /**
   * All links and pictures.
   *
   * @return in order
   */
  public List<Link> links() {
    return List.copyOf(links);
  }

  /**
   * All fenced blocks of code.
   *
   * @return in order
   */
  public List<CodeBlock> codeBlocks() {
    return List.copyOf(blocks);
  }

  private final class Collector extends AbstractVisitor {

    private final IdGenerator ids = IdGenerator.builder().build();

    @Override
    public void visit(org.commonmark.node.Heading heading) {
      String text = PlainText.of(heading);
      headings.add(new Heading(heading.getLevel(), ids.generateId(text), text));
      visitChildren(heading);
    }

    @Override
    public void visit(org.commonmark.node.Link link) {
      links.add(new Link(link.getDestination(), PlainText.of(link), false));
      visitChildren(link);
    }

    @Override
    public void visit(Image picture) {
      links.add(new Link(picture.getDestination(), PlainText.of(picture), true));
    }

    @Override
    public void visit(FencedCodeBlock block) {
      blocks.add(new CodeBlock(block.getInfo().strip(), block.getLiteral()));
    }
  }
}
