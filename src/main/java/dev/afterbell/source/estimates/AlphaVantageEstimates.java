package dev.afterbell.source.estimates;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.JsonView;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Unit;
import dev.afterbell.limit.Limits;
import dev.afterbell.source.estimates.Estimate.Snapshot;
import dev.afterbell.source.estimates.EstimateFile.Estimates;
import dev.afterbell.source.estimates.EstimateFile.Reason;
import dev.afterbell.source.estimates.EstimateFile.Setting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what Alpha Vantage answers to {@code EARNINGS_ESTIMATES} (shape in docs/drops.md): numbers
 * as strings, an unknown one as {@code "None"}, {@code ""} or {@code null}; earnings per share now
 * and 7, 30, 60 and 90 days ago. The service gives adjusted earnings and says neither the unit nor
 * the moment.
 */
final class AlphaVantageEstimates {

  private static final String PROVIDER = "Alpha Vantage";
  private static final String EPS = "eps_estimate_";
  private static final String REVENUE = "revenue_estimate_";
  private static final int[] DAYS_AGO = {7, 30, 60, 90};
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,12})?");

  private final Setting setting;

  AlphaVantageEstimates(Setting setting) {
    this.setting = setting;
  }

  /**
   * Whether a file is what the service says instead of estimates, with HTTP status 200. It may
   * repeat the key of whoever asked, so nobody quotes it.
   */
  static boolean isNotice(JsonNode json) {
    return !json.has("estimates")
        && Stream.of("Information", "Note", "Error Message")
            .anyMatch(member -> json.path(member).isTextual());
  }

  /** Whether a file has this shape. */
  static boolean is(JsonNode json) {
    JsonNode estimates = json.path("estimates");
    return json.path("symbol").isTextual()
        && estimates.isArray()
        && !json.has("provider")
        && (estimates.isEmpty() || estimates.get(0).has("horizon"));
  }

  Estimates read(JsonNode json) {
    JsonView view = JsonView.of(json);
    List<JsonView> entries = view.list("estimates", v -> v);
    if (entries.size() > Limits.ESTIMATES_MAX) {
      throw new EstimateFault(
          Reason.TOO_LARGE, "$.estimates: at most " + Limits.ESTIMATES_MAX + " are read");
    }
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = new Entry(entries.get(i), json.path("estimates").get(i));
      eps(entry).ifPresent(estimates::add);
      revenue(entry).ifPresent(estimates::add);
    }
    if (estimates.isEmpty()) {
      throw new EstimateFault(
          Reason.NO_ESTIMATES, "$.estimates: not one has an average and a count of analysts");
    }
    return new Estimates(
        Optional.of(PROVIDER), Optional.of(view.text("symbol")), List.copyOf(estimates));
  }

  private Optional<Estimate> eps(Entry entry) {
    Optional<BigDecimal> mean = entry.number(EPS + "average");
    Optional<Integer> analysts = entry.count(EPS + "analyst_count");
    if (mean.isEmpty() || analysts.isEmpty()) {
      return Optional.empty();
    }
    List<Snapshot> snapshots = new ArrayList<>();
    snapshots.add(
        new Snapshot(
            setting.asOf(),
            mean.get(),
            analysts.get(),
            entry.number(EPS + "high"),
            entry.number(EPS + "low"),
            newest(entry)));
    for (int days : DAYS_AGO) {
      entry
          .number(EPS + "average_" + days + "_days_ago")
          .ifPresent(m -> snapshots.add(earlier(days, m, analysts.get())));
    }
    Unit unit = unit(setting.perShare());
    return Optional.of(entry.estimate(Metric.EPS_DILUTED, Basis.NON_GAAP, unit, snapshots));
  }

  private Snapshot earlier(int days, BigDecimal mean, int analysts) {
    AsOf asOf = setting.asOf().minusDays(days, setting.venue());
    return new Snapshot(asOf, mean, analysts, Optional.empty(), Optional.empty(), asOf.date());
  }

  private Optional<Estimate> revenue(Entry entry) {
    Optional<BigDecimal> mean = entry.number(REVENUE + "average");
    Optional<Integer> analysts = entry.count(REVENUE + "analyst_count");
    if (mean.isEmpty() || analysts.isEmpty()) {
      return Optional.empty();
    }
    Snapshot now =
        new Snapshot(
            setting.asOf(),
            mean.get(),
            analysts.get(),
            entry.number(REVENUE + "high"),
            entry.number(REVENUE + "low"),
            setting.asOf().date());
    Unit unit = unit(setting.money());
    return Optional.of(entry.estimate(Metric.REVENUE, Basis.GAAP, unit, List.of(now)));
  }

  /** A period in which no estimate went up or down holds no new one. */
  private LocalDate newest(Entry entry) {
    LocalDate today = setting.asOf().date();
    if (entry.unchanged(30)) {
      return today.minusDays(30);
    }
    return entry.unchanged(7) ? today.minusDays(7) : today;
  }

  private static Unit unit(Optional<Unit> known) {
    return known.orElseThrow(
        () ->
            new EstimateFault(
                Reason.NO_UNIT,
                "The file does not say the currency of its figures, and the issuer reports in"
                    + " another than its shares are quoted in. Name it as estimateCurrency in"
                    + " issuer.json, or as currency in the object's metadata or side-car."));
  }

  /**
   * One period.
   *
   * @param view for strict reading
   * @param node for members that come as strings or not at all
   */
  private record Entry(JsonView view, JsonNode node) {

    Estimate estimate(Metric metric, Basis basis, Unit unit, List<Snapshot> snapshots) {
      return JsonView.built(view, v -> new Estimate(metric, basis, period(), unit, snapshots));
    }

    private FactPeriod period() {
      LocalDate end = view.date("date");
      String horizon = view.text("horizon").toLowerCase(Locale.ROOT);
      if (horizon.contains("year")) {
        return new FactPeriod(FactPeriod.Kind.FY, Optional.empty(), Optional.of(end));
      }
      if (horizon.contains("quarter")) {
        return new FactPeriod(FactPeriod.Kind.QTD, Optional.empty(), Optional.of(end));
      }
      throw new CorruptJson(
          view.path() + ".horizon", "a fiscal quarter or year is expected, not " + horizon);
    }

    Optional<BigDecimal> number(String member) {
      JsonNode value = node.path(member);
      String text = value.isTextual() ? value.textValue().strip() : value.asText("");
      if (value.isMissingNode() || value.isNull() || text.isEmpty() || text.equals("None")) {
        return Optional.empty();
      }
      if (!NUMBER.matcher(text).matches()) {
        throw new CorruptJson(view.path() + "." + member, "a number is expected");
      }
      return Optional.of(new BigDecimal(text));
    }

    /** A count of analysts; 0 is none. */
    Optional<Integer> count(String member) {
      Optional<BigDecimal> number = number(member);
      try {
        return number.map(BigDecimal::intValueExact).filter(n -> n > 0);
      } catch (ArithmeticException e) {
        throw new CorruptJson(view.path() + "." + member, "a whole number is expected", e);
      }
    }

    /** Whether the service counts no revision in the days before. */
    boolean unchanged(int days) {
      Optional<BigDecimal> up = number("eps_estimate_revision_up_trailing_" + days + "_days");
      Optional<BigDecimal> down = number("eps_estimate_revision_down_trailing_" + days + "_days");
      return up.isPresent()
          && down.isPresent()
          && up.get().signum() == 0
          && down.get().signum() == 0;
    }
  }
}
