package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * The rules of a page's {@code style} elements that decide whether text is seen: a small part of
 * CSS, read in order. The later rule wins; specificity is left out, for pages that hide text do not
 * depend on it.
 */
final class Stylesheet {

  /** Rules with combined selectors that are tried against each element. */
  private static final int COMBINED_RULES_MAX = 64;

  /** Rules kept at all. */
  private static final int RULES_MAX = 4096;

  private record Combined(Evaluator selector, Declarations declarations) {}

  private final Map<String, Declarations> simple = new HashMap<>();
  private final List<Combined> combined = new ArrayList<>();

  /** Adds the rules of one {@code style} element. */
  void add(String css) {
    String text = withoutComments(css);
    int position = 0;
    while (position < text.length() && simple.size() + combined.size() < RULES_MAX) {
      int open = text.indexOf('{', position);
      if (open < 0) {
        return;
      }
      String selectors = text.substring(position, open).trim();
      if (selectors.startsWith("@media") && forPrintOnly(selectors)) {
        position = endOfBlock(text, open);
      } else if (selectors.startsWith("@")) {
        position = selectors.startsWith("@media") ? open + 1 : endOfBlock(text, open);
      } else {
        int close = text.indexOf('}', open);
        int end = close < 0 ? text.length() : close;
        addRule(selectors, text.substring(open + 1, end));
        position = end + 1;
      }
    }
  }

  private static String withoutComments(String css) {
    StringBuilder kept = new StringBuilder(css.length());
    int from = 0;
    int open = css.indexOf("/*");
    while (open >= 0) {
      kept.append(css, from, open).append(' ');
      int close = css.indexOf("*/", open + 2);
      from = close < 0 ? css.length() : close + 2;
      open = css.indexOf("/*", from);
    }
    return kept.append(css, from, css.length()).toString().replace("<!--", " ").replace("-->", " ");
  }

  private static boolean forPrintOnly(String query) {
    return query.contains("print") && !query.contains("screen") && !query.contains("all");
  }

  private static int endOfBlock(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      if (text.charAt(i) == '{') {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private void addRule(String selectors, String body) {
    Declarations declarations = Declarations.parse(body);
    if (declarations.isEmpty()) {
      return;
    }
    for (String selector : selectors.replace("}", "").split(",")) {
      String one = selector.trim();
      if (isSimple(one)) {
        simple.merge(one.toLowerCase(Locale.ROOT), declarations, Declarations::then);
      } else if (declarations.mayHide() && combined.size() < COMBINED_RULES_MAX) {
        addCombined(one, declarations);
      }
    }
  }

  private void addCombined(String selector, Declarations declarations) {
    try {
      combined.add(new Combined(QueryParser.parse(selector), declarations));
    } catch (SelectorParseException | IllegalArgumentException e) {
      // A selector that jsoup does not know (":hover", "::before") says nothing of text at rest.
      return;
    }
  }

  private static boolean isSimple(String selector) {
    for (int i = 0; i < selector.length(); i++) {
      char c = selector.charAt(i);
      boolean name = Character.isLetterOrDigit(c) || c == '-' || c == '_';
      if (!name && (i > 0 || (c != '.' && c != '#'))) {
        return false;
      }
    }
    return !selector.isEmpty();
  }

  /** Whether some rule has a selector of several parts. */
  boolean needsTree() {
    return !combined.isEmpty();
  }

  /** Everything that the rules say of an element. */
  Declarations of(StartTag tag) {
    Declarations found = Declarations.NONE;
    if (simple.isEmpty() && combined.isEmpty()) {
      return found;
    }
    found = found.then(simple.getOrDefault(tag.name(), Declarations.NONE));
    String classes = tag.value("class");
    if (!classes.isEmpty()) {
      for (String name : classes.trim().split("\\s+")) {
        found =
            found.then(simple.getOrDefault("." + name.toLowerCase(Locale.ROOT), Declarations.NONE));
      }
    }
    String id = tag.value("id");
    if (!id.isEmpty()) {
      found = found.then(simple.getOrDefault("#" + id.toLowerCase(Locale.ROOT), Declarations.NONE));
    }
    for (Combined rule : combined) {
      if (tag.is(rule.selector())) {
        found = found.then(rule.declarations());
      }
    }
    return found;
  }
}
