package dev.afterbell.filing;

import dev.afterbell.limit.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeVisitor;

/**
 * Walks any page as a full parser mends it: each element is taken in when it is complete and then
 * dropped from the tree, so that memory does not grow with the page, and nothing recurses on its
 * depth.
 */
final class TreeWalk {

  private final List<Element> path = new ArrayList<>();
  private final InlineStyles styles;
  private final PageText page;

  private TreeWalk(Element root, InlineStyles styles, PageText page) {
    this.styles = styles;
    this.page = page;
    path.add(root);
  }

  /** Reads a page. */
  static HtmlReader.Page read(ByteText source, HiddenSpans hidden, Allowance allowance) {
    Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(Limits.HTML_DEPTH_MAX);
    LineEndsAsSpaces characters = new LineEndsAsSpaces(source.text());
    try (StreamParser stream = new StreamParser(parser).parse(characters, "")) {
      InlineStyles styles = new InlineStyles();
      TreeTag root = new TreeTag(stream.document(), styles);
      PageText page = new PageText(source, root, hidden, allowance);
      TreeWalk walk = new TreeWalk(stream.document(), styles, page);
      Iterator<Element> complete = stream.iterator();
      while (!allowance.isSpent() && complete.hasNext()) {
        walk.take(complete.next());
      }
      walk.end();
      return page.finish();
    }
  }

  private void end() {
    while (path.size() > 1) {
      leave();
    }
    descend(path.get(0));
  }

  private Element top() {
    return path.get(path.size() - 1);
  }

  private void enter(Element element) {
    path.add(element);
    page.enter(new TreeTag(element, styles));
  }

  private void leave() {
    path.remove(path.size() - 1);
    page.leave();
  }

  private void leaf(Node node) {
    int from = node.sourceRange().startPos();
    int to = node.sourceRange().endPos();
    if (node instanceof TextNode words) {
      page.words(words.getWholeText(), from, to);
    } else if (node instanceof DataNode data) {
      page.data(data.getWholeData(), from, to);
    } else if (node instanceof Comment comment) {
      page.comment(comment.getData(), from, to);
    }
  }

  /** Takes in a complete element and what stands before it, and drops both from the tree. */
  private void take(Element element) {
    Element parent = element.parent();
    if (parent == null || !standIn(parent, element)) {
      return;
    }
    visitBefore(element);
    visit(element);
    drop(parent, element.siblingIndex() + 1);
  }

  /** Takes in the text that stands before an element, so that nothing is read out of order. */
  private void visitBefore(Element element) {
    Element parent = element.parent();
    int count = element.siblingIndex();
    if (parent != null && count > 0) {
      for (int i = 0; i < count; i++) {
        visit(parent.childNode(i));
      }
      drop(parent, count);
    }
  }

  /**
   * Moves to a parent: leaves what is closed, enters what is new.
   *
   * @return false if the element is not to be taken now: it was taken with an ancestor, or it was
   *     moved before a table that is still open, and its turn comes after that
   */
  private boolean standIn(Element parent, Element element) {
    if (top() == parent) {
      return true;
    }
    Deque<Element> toEnter = new ArrayDeque<>();
    Element ancestor = parent;
    int at = indexOnPath(ancestor);
    while (at < 0) {
      toEnter.push(ancestor);
      ancestor = ancestor.parent();
      if (ancestor == null) {
        return false;
      }
      at = indexOnPath(ancestor);
    }
    if (at + 1 < path.size()) {
      Element below = path.get(at + 1);
      Element turn = toEnter.isEmpty() ? element : toEnter.peek();
      if (turn != below
          && below.parent() == ancestor
          && turn.siblingIndex() < below.siblingIndex()) {
        return false;
      }
      if (below == element) {
        at++;
      }
    }
    while (path.size() > at + 1) {
      leave();
    }
    for (Element open : toEnter) {
      visitBefore(open);
      enter(open);
    }
    return true;
  }

  private int indexOnPath(Element element) {
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i) == element) {
        return i;
      }
    }
    return -1;
  }

  /** Takes in one node with all below it. */
  private void visit(Node node) {
    if (!(node instanceof Element element)) {
      leaf(node);
      return;
    }
    if (top() != element) {
      enter(element);
    }
    descend(element);
    leave();
  }

  /** Takes in what is left below the open element, without recursion. */
  private void descend(Element root) {
    root.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof Element element) {
              if (element != root) {
                enter(element);
              }
            } else {
              leaf(node);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element && node != root) {
              leave();
            }
          }
        });
  }

  /** Removes the first {@code count} children. */
  private static void drop(Element parent, int count) {
    int size = parent.childNodeSize();
    List<Node> kept = new ArrayList<>(parent.childNodes().subList(count, size));
    parent.empty();
    kept.forEach(parent::appendChild);
  }
}
