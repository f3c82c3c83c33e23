package io.odoosync.docs.page;

import java.util.Iterator;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Headings with an id, and behind them a link to themselves that can be copied. */
final class HeadingRenderer implements NodeRenderer {

  private final HtmlNodeRendererContext context;
  private final Iterator<Heading> headings;

  /**
   * Renders those of one page.
   *
   * @param headings all of them, in order
   */
  HeadingRenderer(HtmlNodeRendererContext context, Iterator<Heading> headings) {
    this.context = context;
    this.headings = headings;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(org.commonmark.node.Heading.class);
  }

  @Override
  public void render(Node node) {
    Heading heading = headings.next();
    HtmlWriter html = context.getWriter();
    html.line();
    html.tag("h" + heading.level(), Attributes.of("id", heading.id()));
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    html.tag(
        "a",
        Attributes.of(
            "class", "anchor", "href", "#" + heading.id(), "aria-label", "Link to this part"));
    html.text("#");
    html.tag("/a");
    html.tag("/h" + heading.level());
    html.line();
  }
}
