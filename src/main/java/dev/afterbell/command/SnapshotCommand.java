package dev.afterbell.command;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code snapshot TICKER DATE [--as-of I] [--format json|html|md] --endpoint URL}: the page from a
 * running Afterbell.
 */
final class SnapshotCommand implements Command {

  private static final Set<String> FORMATS = Set.of("json", "html", "md");

  @Override
  public String name() {
    return "snapshot";
  }

  @Override
  public String synopsis() {
    return "TICKER DATE [--as-of INSTANT] [--format json|html|md] --endpoint URL";
  }

  @Override
  public void run(List<String> arguments, PrintStream out) {
    Arguments words =
        Arguments.parse(this, arguments, Set.of("as-of", "format", "endpoint")).exactly(this, 2);
    String ticker = Words.ticker(this, words.positional().get(0)).symbol();
    String date = Words.date(this, words.positional().get(1)).toString();
    String format = words.option("format").orElse("json");
    if (!FORMATS.contains(format)) {
      throw Arguments.wrong(this, "--format is json, html or md");
    }
    Optional<Instant> asOf = words.option("as-of").map(i -> Words.instant(this, i));
    Endpoint endpoint = Endpoint.of(this, words);
    String suffix = format.equals("json") ? "" : "." + format;
    String query =
        asOf.map(i -> "?asOf=" + URLEncoder.encode(i.toString(), StandardCharsets.UTF_8))
            .orElse("");
    String page = endpoint.get("/v1/snapshots/" + ticker + "/" + date + suffix + query);
    out.print(page.endsWith("\n") ? page : page + "\n");
  }
}
