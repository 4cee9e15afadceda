package dev.afterbell.flow;

import dev.afterbell.evidence.Ticker;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Key of a dropped object: {@code inbox/<TICKER>/<path>}.
 *
 * @param ticker folder of the issuer
 * @param path the rest; no empty, {@code .} or {@code ..} segment and no control character
 */
public record DropKey(Ticker ticker, String path) {

  private static final Pattern FORM =
      Pattern.compile("inbox/([A-Z0-9][A-Z0-9.-]{0,11})/(.+)", Pattern.DOTALL);
  private static final int KEY_BYTES_MAX = 1024;

  /** What a dropped object is, by the name that its kind must have. */
  public enum Kind {
    ISSUER_PROFILE,
    ARTICLE,
    PRICES,
    ESTIMATES,
    EARNINGS,
    SIDE_CAR,
    DOCUMENT
  }

  /** Reads a decoded key; absent if it does not have the form. */
  public static Optional<DropKey> parse(String key) {
    Matcher m = FORM.matcher(key);
    if (key.getBytes(StandardCharsets.UTF_8).length > KEY_BYTES_MAX
        || !m.matches()
        || !wellFormed(m.group(2))) {
      return Optional.empty();
    }
    return Optional.of(new DropKey(new Ticker(m.group(1)), m.group(2)));
  }

  private static boolean wellFormed(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    return path.chars()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }

  /** What kind of drop its name makes it. What it really is, its content decides. */
  public Kind kind() {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (name.endsWith(".meta.json")) {
      return Kind.SIDE_CAR;
    }
    if (name.equals("issuer.json")) {
      return Kind.ISSUER_PROFILE;
    }
    if (name.startsWith("article") && name.endsWith(".json")) {
      return Kind.ARTICLE;
    }
    if (name.startsWith("estimates") && name.endsWith(".json")) {
      return Kind.ESTIMATES;
    }
    if (name.startsWith("earnings") && name.endsWith(".json")) {
      return Kind.EARNINGS;
    }
    boolean table = name.endsWith(".csv") || name.endsWith(".json");
    return name.startsWith("prices") && table ? Kind.PRICES : Kind.DOCUMENT;
  }
}
