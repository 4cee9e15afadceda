package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;

/** Collects where text stands that no person would see; neighbours become one span. */
final class HiddenSpans {

  private final List<ByteSpan> spans = new ArrayList<>();
  private boolean open;

  /** Adds a stretch. */
  void add(ByteSpan span) {
    int last = spans.size() - 1;
    if (open && spans.get(last).start() <= span.start()) {
      ByteSpan before = spans.get(last);
      spans.set(last, new ByteSpan(before.start(), Math.max(before.end(), span.end())));
    } else {
      spans.add(span);
    }
    open = true;
  }

  /** Visible text came: the next hidden stretch is another one. */
  void seen() {
    open = false;
  }

  /** All of them, in file order. */
  List<ByteSpan> all() {
    return spans.stream().sorted().toList();
  }
}
