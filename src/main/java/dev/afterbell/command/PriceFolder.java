package dev.afterbell.command;

import dev.afterbell.evaluation.Prices;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.Venue;
import dev.afterbell.source.prices.PriceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A folder with a file {@code SYMBOL.csv} for each share and benchmark, in the formats that can be
 * dropped (docs/drops.md). Prices are in the currency of the venue. Each file is read once.
 */
final class PriceFolder implements Prices {

  private final Path folder;
  private final Map<String, Answer> answers = new HashMap<>();

  PriceFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Answer find(String symbol, Venue venue) {
    return answers.computeIfAbsent(symbol + " " + venue.currency(), key -> read(symbol, venue));
  }

  private Answer read(String symbol, Venue venue) {
    Path file = folder.resolve(symbol + ".csv");
    try {
      if (Files.size(file) > Limits.PRICE_FILE_BYTES_MAX) {
        return new Refused("more than " + Limits.PRICE_FILE_BYTES_MAX + " bytes");
      }
      PriceFile read =
          PriceFile.read(Files.readAllBytes(file), new PriceFile.Subject(symbol, venue.currency()));
      if (read instanceof PriceFile.Refused refused) {
        return new Refused(refused.message());
      }
      PriceFile.Prices prices = (PriceFile.Prices) read;
      return new Found(prices.series(), prices.adjusted());
    } catch (NoSuchFileException e) {
      return new Missing();
    } catch (IOException e) {
      return new Refused("the file cannot be read");
    }
  }
}
