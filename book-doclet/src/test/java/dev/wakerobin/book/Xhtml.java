package dev.wakerobin.book;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// Reads pages with a parser of XML, which forgives nothing.
final class Xhtml {
  private Xhtml() {}

  static Document parse(String page) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
  }

  static List<String> attributes(Document page, String element, String attribute) {
    List<String> values = new ArrayList<>();
    NodeList all = page.getElementsByTagName(element);
    for (int i = 0; i < all.getLength(); i++) {
      Element each = (Element) all.item(i);
      if (each.hasAttribute(attribute)) {
        values.add(each.getAttribute(attribute));
      }
    }
    return values;
  }
}
