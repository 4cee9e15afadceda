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

  /** Another that goes on where these end, so that what it collects may be dropped. */
  HiddenSpans fork() {
    HiddenSpans fork = new HiddenSpans();
    fork.open = open;
    if (!spans.isEmpty()) {
      fork.spans.add(spans.get(spans.size() - 1));
    }
    return fork;
  }

  /** Takes in what a fork collected. */
  void join(HiddenSpans fork) {
    if (!spans.isEmpty()) {
      spans.remove(spans.size() - 1);
    }
    spans.addAll(fork.spans);
    open = fork.open;
  }

  /** All of them, in file order. */
  List<ByteSpan> all() {
    return spans.stream().sorted().toList();
  }
}
