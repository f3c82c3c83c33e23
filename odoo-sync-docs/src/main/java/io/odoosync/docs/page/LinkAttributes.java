package io.odoosync.docs.page;

import java.util.Map;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** Writes on the links and pictures of one page where they lead once all pages are HTML. */
final class LinkAttributes implements AttributeProvider {

  private final String page;
  private final LinkRewriter links;

  LinkAttributes(String page, LinkRewriter links) {
    this.page = page;
    this.links = links;
  }

  @Override
  public void setAttributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Link link) {
      attributes.put("href", rewritten(link.getDestination(), false));
    } else if (node instanceof Image picture) {
      attributes.put("src", rewritten(picture.getDestination(), true));
      attributes.put("loading", "lazy");
    }
  }

  private String rewritten(String target, boolean picture) {
    return links.rewritten(page, new io.odoosync.docs.page.Link(target, "", picture));
  }
}
