package dev.afterbell.evidence;

import dev.afterbell.filing.Block;
import dev.afterbell.filing.Prose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows what stands under the name of a part of the business: "Data Center" over "Revenue was $3.1
 * billion". Such figures are of the part, however plainly they are stated.
 *
 * <p>A heading names a part if it says so ("Domestic segment"), if tables or sentences of the
 * document name the part, or if several headings stand over revenue that is less than the
 * company's.
 */
final class PartHeadings {

  private static final Expression SEGMENT = ProseFacts.CUES.expression("part-heading");
  private static final Pattern WHOLE = ProseFacts.CUES.get("whole-heading");
  private static final Pattern AFTER_NAME = ProseFacts.CUES.get("after-part-name");
  private static final Pattern DETAIL = ProseFacts.CUES.get("detail-heading");
  private static final Pattern PARENTHESIS = Pattern.compile("\\(.*");
  private static final Pattern END = Pattern.compile("[:\\s]+$");
  private static final int NAME_CHARS_MAX = 70;
  private static final int NAME_WORDS_MAX = 6;

  /** Less than this share of the company's revenue is the revenue of a part. */
  private static final BigDecimal PART_MAX = new BigDecimal("0.95");

  private static final int SIBLINGS_MIN = 2;

  /** For each block the heading over it; absent before the first. */
  private final List<Optional<Head>> heads;

  private PartHeadings(List<Optional<Head>> heads) {
    this.heads = heads;
  }

  /**
   * A heading.
   *
   * @param block its number
   * @param marked whether the document marks it as a heading
   * @param text as printed
   * @param name the part that it names by its words or by a name known from elsewhere
   */
  private record Head(int block, boolean marked, String text, Optional<String> name) {}

  /** The headings of {@code blocks}; {@code known} are the folded names of parts. */
  static PartHeadings of(List<Block> blocks, Paragraphs paragraphs, Set<String> known) {
    List<Optional<Head>> heads = new ArrayList<>();
    Optional<Head> head = Optional.empty();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Prose p) {
        String text = p.text().text().strip();
        Optional<String> name = name(text, paragraphs.of(p).whole(), known);
        boolean below =
            head.isPresent() && head.get().name().isPresent() && DETAIL.matcher(text).find();
        boolean ends = p.heading() || (head.filter(h -> !h.marked()).isPresent() && title(text));
        if (name.isPresent() || (ends && !below)) {
          head = Optional.of(new Head(i, p.heading(), text, name));
        }
      }
      heads.add(head);
    }
    return new PartHeadings(heads);
  }

  /** A line that can be a heading though nothing marks it as one. */
  private static boolean title(String text) {
    return !text.isEmpty()
        && text.length() <= NAME_CHARS_MAX
        && Character.isUpperCase(text.charAt(0))
        && !text.endsWith(".");
  }

  private static Optional<String> name(String text, Wording whole, Set<String> known) {
    boolean may = !known.isEmpty() || SEGMENT.mayBeIn(whole);
    if (!may || text.length() > NAME_CHARS_MAX || text.isEmpty() || text.endsWith(".")) {
      return Optional.empty();
    }
    String written = END.matcher(PARENTHESIS.matcher(text).replaceAll("")).replaceAll("");
    Optional<Matcher> segment =
        SEGMENT.mayBeIn(whole) ? SEGMENT.first(written, 0) : Optional.empty();
    if (segment.isPresent()) {
      return segment.map(m -> m.group("name"));
    }
    if (known.isEmpty()) {
      return Optional.empty();
    }
    String bare = AFTER_NAME.matcher(" " + MetricNames.fold(written)).replaceAll("").strip();
    return known.contains(Breakdown.folded(bare)) ? Optional.of(written) : Optional.empty();
  }

  /**
   * The readings with what stands under a part named as the part's: revenue and its growth become
   * the part's revenue, and all else of the whole company is left out.
   */
  List<Candidate> settled(List<Candidate> candidates) {
    Map<Integer, String> parts = parts(candidates);
    List<Candidate> told = new ArrayList<>();
    for (Candidate c : candidates) {
      Optional<String> part =
          heads.get(c.source()).flatMap(h -> Optional.ofNullable(parts.get(h.block())));
      if (part.isEmpty() || c.key().segment().isPresent() || c.key().label().isPresent()) {
        told.add(c);
      } else if (sales(c) && c.place() == Fact.Place.BODY) {
        told.add(c.ofPart(part.get()));
      }
    }
    return told;
  }

  /** For each heading over a part its name. */
  private Map<Integer, String> parts(List<Candidate> candidates) {
    Map<Integer, String> parts = new HashMap<>();
    heads.forEach(
        head -> head.ifPresent(h -> h.name().ifPresent(name -> parts.put(h.block(), name))));
    Map<Integer, String> siblings = new LinkedHashMap<>();
    for (Candidate c : candidates) {
      heads
          .get(c.source())
          .filter(h -> h.name().isEmpty() && smaller(c, candidates) && nameLike(h.text()))
          .ifPresent(h -> siblings.put(h.block(), h.text()));
    }
    if (siblings.values().stream().distinct().count() >= SIBLINGS_MIN) {
      parts.putAll(siblings);
    }
    return parts;
  }

  private static boolean nameLike(String text) {
    return text.length() <= NAME_CHARS_MAX
        && text.split(" +").length <= NAME_WORDS_MAX
        && Character.isUpperCase(text.charAt(0))
        && !WHOLE.matcher(text).find()
        && PeriodReader.read(text).empty()
        && MetricNames.shipped().read(text).isEmpty();
  }

  private static boolean sales(Candidate c) {
    return c.key().metric() == Metric.REVENUE || c.key().metric() == Metric.NET_SALES;
  }

  /** Whether {@code c} is told in a sentence as revenue and a table has more for the same. */
  private static boolean smaller(Candidate c, List<Candidate> all) {
    return c.place() == Fact.Place.BODY
        && sales(c)
        && c.key().role() == Fact.Role.LEVEL
        && all.stream()
            .filter(o -> o.place() == Fact.Place.TABLE && o.key().equals(c.key()))
            .anyMatch(o -> o.value().multiply(PART_MAX).compareTo(c.value()) > 0);
  }
}
