package dev.afterbell.evidence;

import dev.afterbell.filing.Block;
import dev.afterbell.filing.Prose;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The paragraphs of one filing, each taken apart once however many readers ask for it. */
final class Paragraphs {

  private final Map<Prose, Paragraph> byProse = new IdentityHashMap<>();

  /** The paragraph made of {@code prose}, which is told from others by identity. */
  Paragraph of(Prose prose) {
    return byProse.computeIfAbsent(prose, Paragraph::of);
  }

  /** Blocks without the paragraphs that only speak to the reader, so that these head nothing. */
  List<Block> withoutInstructions(List<Block> blocks) {
    return blocks.stream().filter(b -> !(b instanceof Prose p && of(p).instructions())).toList();
  }
}
