package dev.afterbell.snapshot;

import dev.afterbell.evidence.EvidenceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence with the place of every figure in it and the evidence that it cites.
 *
 * @param text the sentence, without citation marks
 * @param figures figures in order of their place; they do not overlap
 * @param cites evidence that it rests on, in order of first use
 */
public record Statement(String text, List<Placed> figures, List<EvidenceId> cites) {

  public Statement {
    figures = List.copyOf(figures);
    cites = List.copyOf(cites);
  }

  /**
   * A figure at characters {@code [start, end)} of the sentence.
   *
   * @param start first character
   * @param end the character after the last
   * @param figure what stands there
   */
  public record Placed(int start, int end, Figure figure) {}

  /** A sentence to be put together from words and figures. */
  public static Composer compose() {
    return new Composer();
  }

  /** Puts a sentence together piece by piece. Not thread-safe. */
  public static final class Composer {
    private final StringBuilder text = new StringBuilder();
    private final List<Placed> figures = new ArrayList<>();
    private final Set<EvidenceId> cites = new LinkedHashSet<>();

    private Composer() {}

    /** Appends words that hold no figure. */
    public Composer say(String words) {
      text.append(words);
      return this;
    }

    /** Appends a figure. Whoever writes the sentence says what it cites. */
    public Composer figure(Figure figure) {
      int start = text.length();
      text.append(figure.printed());
      figures.add(new Placed(start, text.length(), figure));
      return this;
    }

    /** Appends a part that was composed apart, with its figures and citations. */
    public Composer part(Statement part) {
      int offset = text.length();
      text.append(part.text());
      part.figures()
          .forEach(p -> figures.add(new Placed(p.start() + offset, p.end() + offset, p.figure())));
      cites.addAll(part.cites());
      return this;
    }

    /** Cites evidence. */
    public Composer cite(EvidenceId id) {
      cites.add(id);
      return this;
    }

    /** The sentence. */
    public Statement done() {
      return new Statement(text.toString(), figures, List.copyOf(cites));
    }
  }
}
