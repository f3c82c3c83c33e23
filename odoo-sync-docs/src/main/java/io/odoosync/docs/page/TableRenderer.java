package io.odoosync.docs.page;

import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Tables in a box of their own, which scrolls where the page is narrower. */
final class TableRenderer implements NodeRenderer {

  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;

  TableRenderer(HtmlNodeRendererContext context) {
    this.context = context;
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(TableBlock.class, TableHead.class, TableBody.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof TableHead) {
      element("thead", node);
    } else if (node instanceof TableBody) {
      element("tbody", node);
    } else {
      html.line();
      html.tag("div", Attributes.of("class", "table", "tabindex", "0"));
      element("table", node);
      html.tag("/div");
      html.line();
    }
  }

  private void element(String name, Node node) {
    html.line();
    html.tag(name);
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    html.tag("/" + name);
    html.line();
  }
}
