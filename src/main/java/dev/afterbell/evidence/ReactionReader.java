package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentEvent.MarketSession;
import dev.afterbell.evidence.DocumentEvent.ReactionClaim;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what an article says of the share price: "dropped 23% in pre-market trading". Only moves of
 * shares count, never those of a company's figures.
 */
final class ReactionReader {

  /** Most claims of one article. */
  private static final int CLAIMS_MAX = 8;

  private static final String DOWN =
      "dropp?(?:ed|ing|s)?|fell|falls?|falling|slid|slides?|sliding|plung(?:ed|es|ing)|tumbl(?:ed|es|ing)"
          + "|sank|sinks?|sinking|declin(?:ed|es|ing)|lost|loses|losing|slump(?:ed|s|ing)|shed|sheds|crash(?:ed|es|ing)"
          + "|skidd?(?:ed|s)|dipp?(?:ed|s)|down|lower|retreat(?:ed|s)|plummet(?:ed|s|ing)";
  private static final String UP =
      "rose|rises?|rising|gain(?:ed|s|ing)|jump(?:ed|s|ing)|surg(?:ed|es|ing)|climb(?:ed|s|ing)|soar(?:ed|s|ing)"
          + "|rall(?:ied|ies|ying)|advanc(?:ed|es|ing)|add(?:ed|s)|up|higher|popp?(?:ed|s)|spik(?:ed|es)|rocketed|leap(?:ed|t|s)";

  private static final Pattern SHARES =
      Pattern.compile("\\b(?:shares?|stock|ADSs?|ADRs?|units)\\b", Pattern.CASE_INSENSITIVE);

  /** Names of figures, whose moves are no reaction. */
  private static final Pattern FIGURES =
      Pattern.compile(
          "\\b(?:revenues?|sales|profits?|earnings|income|margins?|EBITDA|EPS|loss(?:es)?|costs?"
              + "|bookings|orders|volumes?|cash|expenses?|guidance|dividends?)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern VERB =
      Pattern.compile(
          "\\b(?:(?<down>" + DOWN + ")|(?<up>" + UP + "))\\b", Pattern.CASE_INSENSITIVE);

  /** What may stand between verb and figure. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?:[ ,]|\\b(?:by|as|much|more|than|about|around|nearly|almost|roughly|over|some|approximately|to"
              + "|sharply|another|a|further|in|pre-?market|after-?hours|extended|early|late|trading|on|heavy|volume|the"
              + "|monday|tuesday|wednesday|thursday|friday|was|were)\\b)*+",
          Pattern.CASE_INSENSITIVE);

  /** "a 23% pre-market decline". */
  private static final Pattern NOUN =
      Pattern.compile(
          "^ (?:[a-z-]+ ){0,3}?(?:(?<down>drop|decline|fall|slide|plunge|slump|sell-?off|loss|dip|tumble|retreat)"
              + "|(?<up>gain|jump|rally|rise|surge|advance|pop|climb|leap|spike))\\b",
          Pattern.CASE_INSENSITIVE);

  /** "23% lower". */
  private static final Pattern AFTER =
      Pattern.compile("^ (?:(?<down>lower|down)|(?<up>higher|up))\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern PRE =
      Pattern.compile(
          "\\bpre-?market\\b|\\bbefore the (?:opening )?bell\\b|\\bbefore the (?:market )?open(?:s|ing)?\\b|\\bahead of the open\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern POST =
      Pattern.compile(
          "\\bafter-?hours\\b|\\bextended (?:trading|hours)\\b|\\bpost-?market\\b|\\b(?:late|aftermarket) trading\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REGULAR =
      Pattern.compile(
          "\\bclos(?:ed|ing|es)\\b|\\bat the close\\b|\\b(?:regular|morning|afternoon|midday|intraday|hong kong)"
              + "(?: session| trading| trade)\\b|\\bended the (?:day|session)\\b|\\bfinished\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(?:no|not|never|nothing of|rather than|despite)\\b[^,;.]{0,25}$",
          Pattern.CASE_INSENSITIVE);

  private static final List<Framing> FRAMINGS =
      RuleTable.rows("framings.csv", 2).stream()
          .map(r -> new Framing(r.text(0), r.pattern(1)))
          .toList();

  private record Framing(String name, Pattern cue) {}

  private ReactionReader() {}

  static List<DocumentEvent> read(Narrative narrative) {
    List<Wording> sentences =
        narrative.paragraphs().stream().map(Paragraph::told).flatMap(List::stream).toList();
    List<DocumentEvent> claims = new ArrayList<>();
    for (int i = 0; i < sentences.size() && claims.size() < CLAIMS_MAX; i++) {
      if (SHARES.matcher(sentences.get(i)).find() || session(sentences.get(i)).isPresent()) {
        Optional<String> framing = framing(sentences, i);
        claims(sentences.get(i), framing).forEach(c -> addNew(c, claims));
      }
    }
    return claims;
  }

  private static void addNew(ReactionClaim claim, List<DocumentEvent> claims) {
    boolean known =
        claims.stream()
            .map(ReactionClaim.class::cast)
            .anyMatch(
                c ->
                    c.percent().compareTo(claim.percent()) == 0
                        && (c.session() == claim.session()
                            || claim.session() == MarketSession.UNSTATED));
    if (!known) {
      claims.add(claim);
    }
  }

  private static List<ReactionClaim> claims(Wording sentence, Optional<String> framing) {
    List<ReactionClaim> claims = new ArrayList<>();
    MarketSession session = session(sentence).orElse(MarketSession.UNSTATED);
    for (Figure figure : sentence.figures()) {
      if (figure.kind() == Figure.Kind.PERCENT && figure.printed().signum() != 0) {
        sign(sentence, figure)
            .ifPresent(
                sign ->
                    claims.add(
                        new ReactionClaim(
                            figure.value().abs().multiply(BigDecimal.valueOf(sign)),
                            session,
                            framing,
                            Narrative.passage(sentence, figure.from(), figure.to()))));
      }
    }
    return claims;
  }

  /**
   * −1 for a fall of the shares, 1 for a rise; nothing where the figure is not a move of shares.
   */
  private static Optional<Integer> sign(Wording sentence, Figure figure) {
    String before = sentence.text().substring(0, figure.from());
    String after = sentence.text().substring(figure.to());
    for (Pattern tail : List.of(NOUN, AFTER)) {
      Matcher m = tail.matcher(after);
      boolean ofShares =
          session(sentence).isPresent() && tail.equals(NOUN) || SHARES.matcher(sentence).find();
      if (m.find() && ofShares && !figureIsSubject(before, after, m.end())) {
        return Optional.of(m.group("down") != null ? -1 : 1);
      }
    }
    Matcher verb = VERB.matcher(before);
    Optional<Integer> sign = Optional.empty();
    while (verb.find()) {
      boolean close = BETWEEN.matcher(before.substring(verb.end())).matches();
      if (close && sharesMoved(before.substring(0, verb.start()))) {
        sign = Optional.of(verb.group("down") != null ? -1 : 1);
      }
    }
    return sign;
  }

  private static boolean figureIsSubject(String before, String after, int nounEnd) {
    int lastShares = last(SHARES, before);
    return last(FIGURES, before) > lastShares
        || after
            .substring(nounEnd)
            .matches("(?i)^ in (?:revenues?|sales|profits?|earnings|net|operating|costs?).*");
  }

  /** Whether shares are the last thing named before the verb. */
  private static boolean sharesMoved(String before) {
    int shares = last(SHARES, before);
    return shares >= 0 && last(FIGURES, before) < shares;
  }

  private static int last(Pattern pattern, String text) {
    int at = -1;
    Matcher m = pattern.matcher(text);
    while (m.find()) {
      at = m.start();
    }
    return at;
  }

  private static Optional<MarketSession> session(Wording sentence) {
    if (PRE.matcher(sentence).find()) {
      return Optional.of(MarketSession.PRE_MARKET);
    }
    if (POST.matcher(sentence).find()) {
      return Optional.of(MarketSession.AFTER_HOURS);
    }
    return REGULAR.matcher(sentence).find() ? Optional.of(MarketSession.REGULAR) : Optional.empty();
  }

  /** From the sentence itself, else the next one that frames, else an earlier one. */
  private static Optional<String> framing(List<Wording> sentences, int at) {
    for (int i = at; i < sentences.size(); i++) {
      Optional<String> framing = framing(sentences.get(i));
      if (framing.isPresent()) {
        return framing;
      }
    }
    for (int i = at - 1; i >= 0; i--) {
      Optional<String> framing = framing(sentences.get(i));
      if (framing.isPresent()) {
        return framing;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> framing(Wording sentence) {
    for (Framing framing : FRAMINGS) {
      Matcher m = framing.cue().matcher(sentence);
      if (m.find() && !NEGATION.matcher(sentence.text().substring(0, m.start())).find()) {
        return Optional.of(framing.name());
      }
    }
    return Optional.empty();
  }
}
