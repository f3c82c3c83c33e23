package io.odoosync.docs.page;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as our pages use it: CommonMark, tables, addresses that are links. */
final class Markdown {

  private static final Set<Extension> EXTENSIONS =
      Set.of(TablesExtension.create(), AutolinkExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  private Markdown() {}

  static Node parse(String text) {
    return PARSER.parse(text);
  }

  /**
   * As HTML.
   *
   * @param headings those of the page, in order
   */
  static String html(Node node, List<Heading> headings, AttributeProvider attributes) {
    return HtmlRenderer.builder()
        .nodeRendererFactory(context -> new HeadingRenderer(context, headings.iterator()))
        .nodeRendererFactory(TableRenderer::new)
        .extensions(EXTENSIONS) // after ours: the first that takes a node renders it
        .attributeProviderFactory(context -> attributes)
        .build()
        .render(node);
  }
}
