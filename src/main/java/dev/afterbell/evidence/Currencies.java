package dev.afterbell.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs and codes of currencies as filings write them. */
final class Currencies {

  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("US$", "USD"),
          Map.entry("U.S.$", "USD"),
          Map.entry("HK$", "HKD"),
          Map.entry("NT$", "TWD"),
          Map.entry("C$", "CAD"),
          Map.entry("CA$", "CAD"),
          Map.entry("CDN$", "CAD"),
          Map.entry("A$", "AUD"),
          Map.entry("AU$", "AUD"),
          Map.entry("NZ$", "NZD"),
          Map.entry("S$", "SGD"),
          Map.entry("R$", "BRL"),
          Map.entry("RMB", "CNY"),
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("₹", "INR"),
          Map.entry("RS", "INR"),
          Map.entry("RS.", "INR"),
          Map.entry("￥", "¥"),
          Map.entry("NIS", "ILS"));

  /** Finds one before digits. */
  static final String ANY =
      "(?:(?:U\\.S\\.|US|HK|NT|CDN|CA|AU|NZ|[CASR])?\\$|[€£¥￥₹]"
          + "|(?:RMB|CNY|USD|HKD|TWD|EUR|GBP|JPY|INR|CAD|AUD|CHF|SEK|NOK|DKK|KRW|SGD|BRL|MXN|ZAR"
          + "|ILS|NIS|TRY)(?![A-Za-z])|Rs\\.?(?![A-Za-z]))";

  private static final String WITH_SCALE = "(?:SEK|NOK|DKK|EUR|USD|GBP|CHF)";

  /** Finds a code and its millions or thousands before digits: {@code MSEK}, {@code EURm}. */
  static final String SCALED_BEFORE =
      "(?:[MTK]" + WITH_SCALE + "|" + WITH_SCALE + " ?[mM])(?![A-Za-z])";

  /** Finds the same behind digits, where a space may stand between. */
  static final String SCALED_AFTER = " ?(?-i:[MTK]" + WITH_SCALE + ")(?![A-Za-z])";

  private static final Pattern CODE_AFTER =
      Pattern.compile(
          "\\s?(?:of )?(RMB|USD|CNY|EUR|GBP|JPY|CAD|AUD|CHF|SEK|NOK|DKK|INR|KRW|yuan|yen|euros?"
              + "|pounds sterling|Swiss francs|(?:Swedish |Norwegian |Danish )kron(?:or|er?)"
              + "|(?:Canadian |Australian |U\\.S\\. |US )dollars)\\b");

  private static final Pattern SCALED = Pattern.compile(SCALED_BEFORE);

  private static final int CODE = 3;
  private static final int THOUSANDS = 3;
  private static final int MILLIONS = 6;

  /** Pesos that are written with a bare dollar sign, where they are the document's currency. */
  private static final List<String> PESOS = List.of("CLP", "COP", "MXN", "ARS");

  private Currencies() {}

  /** Whether a bare dollar sign can stand for {@code code}. */
  static boolean dollarSign(String code) {
    return code.endsWith("D") || PESOS.contains(code);
  }

  /** The ISO code of a currency as written; {@code $} and {@code ¥} stay as they are. */
  static String code(String written) {
    String upper = written.trim().toUpperCase(Locale.ROOT);
    if (isScaled(written)) {
      return upper.endsWith("M") ? upper.substring(0, CODE) : upper.substring(1);
    }
    return CODES.getOrDefault(upper, upper);
  }

  /** Whether a currency as written holds a scale: {@code MSEK}, {@code EURm}. */
  static boolean isScaled(String written) {
    return SCALED.matcher(written.trim()).matches();
  }

  /** The power of ten in a currency as written: 6 for {@code MSEK}; 0 where it holds none. */
  static int power(String written) {
    if (!isScaled(written)) {
      return 0;
    }
    char first = written.trim().charAt(0);
    return first == 'T' || first == 'K' ? THOUSANDS : MILLIONS;
  }

  /** The code of the currency that is named right behind {@code to}. */
  static Optional<String> after(CharSequence text, int to) {
    Matcher code = CODE_AFTER.matcher(text).region(to, text.length());
    if (!code.lookingAt()) {
      return Optional.empty();
    }
    String c = code.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(c.length() == CODE && !c.equals("yen") ? code(c) : named(c));
  }

  private static String named(String words) {
    return switch (words.substring(0, 2)) {
      case "yu" -> "CNY";
      case "ye" -> "JPY";
      case "eu" -> "EUR";
      case "po" -> "GBP";
      case "sw" -> words.startsWith("swi") ? "CHF" : "SEK";
      case "no" -> "NOK";
      case "da" -> "DKK";
      case "ca" -> "CAD";
      case "au" -> "AUD";
      default -> "USD";
    };
  }
}
