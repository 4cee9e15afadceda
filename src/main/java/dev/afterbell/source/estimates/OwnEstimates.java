package dev.afterbell.source.estimates;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.JsonView;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Unit;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.Venue;
import dev.afterbell.source.estimates.Estimate.Snapshot;
import dev.afterbell.source.estimates.EstimateFile.Estimates;
import dev.afterbell.source.estimates.EstimateFile.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads estimates in Afterbell's own shape (docs/drops.md). */
final class OwnEstimates {

  private final Venue venue;

  OwnEstimates(Venue venue) {
    this.venue = venue;
  }

  Estimates read(JsonNode json) {
    JsonView view = JsonView.of(json);
    String provider = view.parsed("provider", OwnEstimates::named);
    AsOf asOf = asOf(view);
    List<Estimate> estimates = view.list("estimates", v -> estimate(v, asOf));
    if (estimates.isEmpty()) {
      throw new EstimateFault(Reason.NO_ESTIMATES, "$.estimates: the list is empty");
    }
    if (estimates.size() > Limits.ESTIMATES_MAX) {
      throw new EstimateFault(
          Reason.TOO_LARGE, "$.estimates: at most " + Limits.ESTIMATES_MAX + " are read");
    }
    return new Estimates(Optional.of(provider), view.optionalText("symbol"), estimates);
  }

  private Estimate estimate(JsonView view, AsOf fileAsOf) {
    Metric metric = view.parsed("metric", OwnEstimates::metric);
    Basis basis =
        metric.perShare()
            ? view.parsed("basis", OwnEstimates::basis)
            : view.optionalParsed("basis", OwnEstimates::basis).orElse(Basis.GAAP);
    List<Snapshot> snapshots = new ArrayList<>();
    if (view.has("consensus")) {
      snapshots.add(snapshot(view, view.has("asOf") ? asOf(view) : fileAsOf));
    }
    if (view.has("snapshots")) {
      snapshots.addAll(view.list("snapshots", v -> snapshot(v, asOf(v))));
    }
    if (snapshots.size() > Limits.ESTIMATE_SNAPSHOTS_MAX) {
      throw new EstimateFault(
          Reason.TOO_LARGE,
          view.path() + ".snapshots: at most " + Limits.ESTIMATE_SNAPSHOTS_MAX + " are read");
    }
    return new Estimate(metric, basis, period(view), view.parsed("unit", Unit::new), snapshots);
  }

  private Snapshot snapshot(JsonView view, AsOf asOf) {
    return new Snapshot(
        asOf,
        number(view, "consensus"),
        view.integer("analysts"),
        view.optionalNumber("high"),
        view.optionalNumber("low"),
        view.optionalDate("newest").orElse(asOf.date()));
  }

  private AsOf asOf(JsonView view) {
    return view.parsed("asOf", text -> AsOf.parse(text, venue));
  }

  private static FactPeriod period(JsonView view) {
    LocalDate end = view.date("periodEnd");
    FactPeriod.Kind kind =
        view.optionalParsed("periodKind", OwnEstimates::periodKind).orElse(FactPeriod.Kind.QTD);
    return new FactPeriod(kind, Optional.empty(), Optional.of(end));
  }

  private static BigDecimal number(JsonView view, String field) {
    return view.optionalNumber(field)
        .orElseThrow(() -> new CorruptJson(view.path() + "." + field, "missing"));
  }

  private static Metric metric(String text) {
    return switch (text) {
      case "eps" -> Metric.EPS_DILUTED;
      case "revenue" -> Metric.REVENUE;
      default -> throw new IllegalArgumentException("eps or revenue is expected, not " + text);
    };
  }

  private static Basis basis(String text) {
    return switch (text) {
      case "gaap" -> Basis.GAAP;
      case "adjusted" -> Basis.NON_GAAP;
      default -> throw new IllegalArgumentException("gaap or adjusted is expected, not " + text);
    };
  }

  private static FactPeriod.Kind periodKind(String text) {
    return switch (text) {
      case "quarter" -> FactPeriod.Kind.QTD;
      case "half-year" -> FactPeriod.Kind.HY;
      case "year" -> FactPeriod.Kind.FY;
      default ->
          throw new IllegalArgumentException("quarter, half-year or year is expected, not " + text);
    };
  }

  private static String named(String text) {
    if (text.isBlank() || text.length() > 200) {
      throw new IllegalArgumentException("1 to 200 characters are expected");
    }
    return text.strip();
  }
}
