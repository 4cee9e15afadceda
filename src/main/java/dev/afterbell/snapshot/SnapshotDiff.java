package dev.afterbell.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.prior.ScenarioPrior;
import dev.afterbell.score.Flag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What changed in one event's snapshot between two as-of times. */
public final class SnapshotDiff {

  private SnapshotDiff() {}

  /** Evidence that came, flags that rose or cleared, and every judgement before and after. */
  public static ObjectNode between(Snapshot before, Snapshot after) {
    ObjectNode diff = JsonNodeFactory.instance.objectNode();
    diff.put("ticker", after.issuer().ticker().symbol());
    diff.put("eventDate", after.event().eventDate().toString());
    diff.put("from", before.card().asOf().toString());
    diff.put("to", after.card().asOf().toString());
    diff.put("priorLabel", ScenarioPrior.LABEL);
    diff.put("priorCaveat", ScenarioPrior.CAVEAT);
    names(diff, "evidenceAdded", ids(after), ids(before));
    names(diff, "evidenceGone", ids(before), ids(after));
    names(diff, "flagsRaised", codes(after), codes(before));
    names(diff, "flagsCleared", codes(before), codes(after));
    ObjectNode values = diff.putObject("values");
    value(
        values, "evidenceQuality", before.card().quality().value(), after.card().quality().value());
    value(
        values,
        "uncertainty",
        Optional.of(before.card().uncertainty().value()),
        Optional.of(after.card().uncertainty().value()));
    value(
        values,
        "bull",
        Optional.of(before.card().prior().bull()),
        Optional.of(after.card().prior().bull()));
    value(
        values,
        "base",
        Optional.of(before.card().prior().base()),
        Optional.of(after.card().prior().base()));
    value(
        values,
        "bear",
        Optional.of(before.card().prior().bear()),
        Optional.of(after.card().prior().bear()));
    value(
        values,
        "growthAxis",
        before.card().axes().growth().value(),
        after.card().axes().growth().value());
    value(
        values,
        "economicsAxis",
        before.card().axes().economics().value(),
        after.card().axes().economics().value());
    values
        .putObject("stance")
        .put("from", before.card().stance().stance().text())
        .put("to", after.card().stance().stance().text());
    return diff;
  }

  private static Set<String> ids(Snapshot snapshot) {
    return snapshot.evidence().stream()
        .map(Evidence::id)
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  private static Set<String> codes(Snapshot snapshot) {
    return snapshot.flags().stream().map(Flag::code).map(Enum::name).collect(Collectors.toSet());
  }

  private static void names(ObjectNode diff, String name, Set<String> present, Set<String> absent) {
    ArrayNode array = diff.putArray(name);
    List<String> only = present.stream().filter(p -> !absent.contains(p)).sorted().toList();
    only.forEach(array::add);
  }

  private static void value(
      ObjectNode values, String name, Optional<BigDecimal> from, Optional<BigDecimal> to) {
    ObjectNode change = values.putObject(name);
    from.ifPresentOrElse(
        v -> change.put("from", v.toPlainString()), () -> change.put("from", "none"));
    to.ifPresentOrElse(v -> change.put("to", v.toPlainString()), () -> change.put("to", "none"));
  }
}
