package io.odoosync;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page, read as strictly as XML is: what is not well-formed fails. */
public final class PageText {

  private final List<Element> elements = new ArrayList<>();

  private PageText(Document document) {
    collect(document.getDocumentElement());
  }

  public static PageText of(String html) {
    try {
      return new PageText(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(html))));
    } catch (SAXException | ParserConfigurationException | IOException e) {
      throw new AssertionError("not well-formed: " + html, e);
    }
  }

  private void collect(Element element) {
    elements.add(element);
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        collect(inner);
      }
    }
  }

  /** The names of all elements, each once for each time. */
  public List<String> names() {
    return elements.stream().map(Element::getTagName).toList();
  }

  /** The names of all attributes. */
  public List<String> attributes() {
    List<String> names = new ArrayList<>();
    for (Element element : elements) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        names.add(element.getAttributes().item(i).getNodeName());
      }
    }
    return names;
  }

  /** What is in each element of a name. */
  public List<String> texts(String name) {
    return elements.stream()
        .filter(element -> element.getTagName().equals(name))
        .map(Element::getTextContent)
        .toList();
  }

  /** What each element of a name has as an attribute. */
  public List<String> values(String name, String attribute) {
    return elements.stream()
        .filter(element -> element.getTagName().equals(name))
        .map(element -> element.getAttribute(attribute))
        .toList();
  }

  /** All that a person reads. */
  public String text() {
    return String.join("\n", texts("body"));
  }
}
