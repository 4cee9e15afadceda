package dev.afterbell.prior;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.score.Component;
import dev.afterbell.score.Flag;
import dev.afterbell.score.ItemQuality;
import dev.afterbell.score.Leg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What moved between two score cards of one event, and why: between a stored card and the same one
 * made again, or between two versions of the method.
 *
 * @param moves what a reader of the page sees: quality, uncertainty, axes, probabilities, stance,
 *     flags, recommendation
 * @param causes what these follow from: method and calendar, inputs, components of items, legs,
 *     signals, each with its reason
 */
public record ScoreCardDiff(List<Difference> moves, List<Difference> causes) {

  private static final String NONE = "none";

  /**
   * One thing that is not the same.
   *
   * @param what its name, e.g. {@code item PR-2026-05-27 freshness}
   * @param from as the first card has it; {@code none} if it does not
   * @param to as the second has it
   */
  public record Difference(String what, String from, String to) {}

  public ScoreCardDiff {
    moves = List.copyOf(moves);
    causes = List.copyOf(causes);
  }

  /** Everything that differs, by name. */
  public static ScoreCardDiff between(ScoreCard from, ScoreCard to) {
    return new ScoreCardDiff(
        differences(results(from), results(to)), differences(grounds(from), grounds(to)));
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return moves.isEmpty() && causes.isEmpty();
  }

  private static List<Difference> differences(Map<String, String> from, Map<String, String> to) {
    Set<String> names = new TreeSet<>(from.keySet());
    names.addAll(to.keySet());
    List<Difference> found = new ArrayList<>();
    for (String name : names) {
      String before = from.getOrDefault(name, NONE);
      String after = to.getOrDefault(name, NONE);
      if (!before.equals(after)) {
        found.add(new Difference(name, before, after));
      }
    }
    return found;
  }

  private static Map<String, String> results(ScoreCard card) {
    Map<String, String> results = new TreeMap<>();
    results.put("evidence quality", decimal(card.quality().value(), "pending"));
    results.put("evidence quality, ungated", decimal(card.quality().ungated()));
    results.put("uncertainty", decimal(card.uncertainty().value()));
    results.put("growth axis", decimal(card.axes().growth().value(), NONE));
    results.put("economics axis", decimal(card.axes().economics().value(), NONE));
    results.put("bull", decimal(card.prior().bull()));
    results.put("base", decimal(card.prior().base()));
    results.put("bear", decimal(card.prior().bear()));
    results.put(
        "bull, 80% band",
        decimal(card.prior().bullLow()) + " to " + decimal(card.prior().bullHigh()));
    results.put("stance", card.stance().stance().text());
    results.put("recommendation", card.recommendation().text());
    card.flags().forEach(f -> results.put("flag " + f.code(), f.text()));
    return results;
  }

  private static Map<String, String> grounds(ScoreCard card) {
    Map<String, String> grounds = new TreeMap<>();
    grounds.put("method", card.methodVersion());
    grounds.put("calendar", card.calendarVersion());
    grounds.put("T+3", card.t3().toString());
    grounds.put("stance", "rule " + card.stance().rule() + ": " + card.stance().reason());
    grounds.put("recommendation", card.recommendation().reason());
    grounds.put("contradiction factor", decimal(card.quality().contradictionFactor()));
    grounds.put(
        "zero rules",
        card.quality().zeroRules().stream().map(Enum::name).collect(Collectors.joining(" ")));
    card.inputs().forEach(i -> grounds.put("input " + i.id(), input(i)));
    card.history().forEach(i -> grounds.put("history " + i.id(), input(i)));
    card.items().forEach(i -> item(i, grounds));
    card.legs().forEach(l -> grounds.put("leg " + l.kind().text(), leg(l)));
    card.flags().forEach(f -> grounds.put("flag " + f.code(), flag(f)));
    axis("growth", card.axes().growth(), grounds);
    axis("economics", card.axes().economics(), grounds);
    for (SignalReading r : card.prior().readings()) {
      grounds.put("signal " + r.signal().text(), decimal(r.z(), NONE) + ": " + r.reason());
    }
    grounds.put("size factor", decimal(card.prior().sizeFactor()));
    return grounds;
  }

  private static void axis(String name, Axis axis, Map<String, String> grounds) {
    for (AxisComponent c : axis.components()) {
      grounds.put(name + ": " + c.name(), decimal(c.value(), NONE) + ": " + c.reason());
    }
  }

  private static void item(ItemQuality item, Map<String, String> grounds) {
    String name = "item " + item.id() + " ";
    Map<String, Function<ItemQuality, Component>> components =
        Map.of(
            "verification", ItemQuality::verification,
            "specificity", ItemQuality::specificity,
            "directness", ItemQuality::directness,
            "freshness", ItemQuality::freshness,
            "corroboration", ItemQuality::corroboration);
    components.forEach((component, of) -> grounds.put(name + component, component(of.apply(item))));
    grounds.put(name + "quality", decimal(item.quality()));
    grounds.put(name + "source", item.admiralty() + ", cluster " + item.cluster());
  }

  private static String component(Component component) {
    return decimal(component.value()) + ": " + component.reason();
  }

  private static String input(ScoreCard.Input input) {
    return "document "
        + input.document()
        + ", text "
        + input.text()
        + (input.textRead() ? ", text read" : "");
  }

  private static String leg(Leg leg) {
    return decimal(leg.strength())
        + (leg.verified() ? ", verified" : ", unverified")
        + leg.best().map(EvidenceId::toString).map(b -> ", best " + b).orElse("")
        + ": "
        + leg.reason();
  }

  private static String flag(Flag flag) {
    return flag.detail();
  }

  private static String decimal(BigDecimal value) {
    return value.toPlainString();
  }

  private static String decimal(Optional<BigDecimal> value, String absent) {
    return value.map(BigDecimal::toPlainString).orElse(absent);
  }
}
