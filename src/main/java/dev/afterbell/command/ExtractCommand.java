package dev.afterbell.command;

import dev.afterbell.evidence.EvidenceJson;
import dev.afterbell.evidence.ExtractionContext;
import dev.afterbell.evidence.FilingExtractor;
import dev.afterbell.filing.FilingReader;
import dev.afterbell.filing.Reading;
import dev.afterbell.limit.Limits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code extract FILE… [--ticker T --form F --published I]}: what a document yields, as JSON, a
 * line for each file. Nothing is stored.
 */
final class ExtractCommand implements Command {

  @Override
  public String name() {
    return "extract";
  }

  @Override
  public String synopsis() {
    return "FILE… [--ticker TICKER] [--form FORM] [--published INSTANT]";
  }

  @Override
  public void run(List<String> arguments, PrintStream out) {
    Arguments words = Arguments.parse(this, arguments, Set.of("ticker", "form", "published"));
    if (words.positional().isEmpty()) {
      throw Arguments.wrong(this, "which file?");
    }
    words.option("ticker").ifPresent(t -> Words.ticker(this, t));
    ExtractionContext context =
        new ExtractionContext(
            words.option("form"),
            words.option("published").map(i -> Words.instant(this, i)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<String> lines = words.positional().stream().map(file -> extracted(file, context)).toList();
    lines.forEach(out::println);
  }

  private String extracted(String file, ExtractionContext context) {
    Reading reading = new FilingReader().read(bytes(file));
    if (reading instanceof Reading.Unusable unusable) {
      throw CommandFailure.input(name() + ": " + file + ": " + unusable.detail());
    }
    return EvidenceJson.toJson(FilingExtractor.extract(((Reading.Read) reading).filing(), context))
        .toString();
  }

  private byte[] bytes(String file) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > Limits.BODY_BYTES_MAX) {
        throw CommandFailure.input(
            name() + ": " + file + " has more than " + Limits.BODY_BYTES_MAX + " bytes");
      }
      return Files.readAllBytes(path);
    } catch (IOException | InvalidPathException e) {
      throw CommandFailure.input(name() + ": " + file + " cannot be read");
    }
  }
}
