package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows what the words around a mention make of it: whether it is of the whole company, and whether
 * the words up to an amount are those of a plain statement.
 */
final class MentionScope {

  private static final CuePatterns CUES = ProseFacts.CUES;
  private static final Pattern ALLOWED = CUES.get("allowed");
  private static final Pattern ATTRIBUTABLE = CUES.get("attributable");
  private static final Pattern LEFT_FINE = CUES.get("left-fine");
  private static final Pattern LEFT_PART = CUES.get("left-part");
  private static final Pattern RIGHT_PART = CUES.get("right-part");
  private static final Pattern COMPARING = CUES.get("comparing");
  private static final Pattern LEADS = CUES.get("leads");
  private static final Pattern ASIDE = CUES.get("aside");
  private static final Pattern LEFT_OUT = CUES.get("left-out");
  private static final Pattern OTHERS = CUES.get("others");
  private static final Pattern IN_PART = CUES.get("in-part");
  private static final Pattern NO_PLACE = CUES.get("no-place");
  private static final int COMPARING_CHARS = 50;
  private static final int TAIL_CHARS = 40;

  private static final Pattern SUBJECT = CUES.get("subject");
  private static final Pattern OWN_SUBJECT = CUES.get("own-subject");
  private static final Pattern EARNINGS = CUES.get("earnings-before");
  private static final Pattern OWN_GENITIVE = CUES.get("own-genitive");
  private static final Pattern WHICH = CUES.get("which");
  private static final Pattern LEGAL_FORM = CUES.get("legal-form");
  private static final Pattern BACK_TO_OWN = CUES.get("back-to-own");
  private static final String REPORTED = "reported ";

  private final OwnNames names;

  MentionScope(OwnNames names) {
    this.names = names;
  }

  /**
   * Whether the figures after {@code m} are of what it names.
   *
   * @param s the sentence in lower case
   * @param written the same as written
   */
  boolean stated(String s, String written, Mention m) {
    return (part(m) ? leads(s, m) : whole(s, m) && !ofAnother(s, written, m))
        && !comparing(s, m)
        && !aside(s, m);
  }

  /**
   * "North America posted revenue of": who had it bears a name that is none of the issuer's, in a
   * document that gives that name.
   */
  private boolean ofAnother(String s, String written, Mention m) {
    if (!names.told()) {
      return false;
    }
    String before = s.substring(0, named(s, m));
    Matcher subject = SUBJECT.matcher(before);
    boolean found = false;
    int behind = 0;
    while (subject.find(behind)) {
      boolean which = WHICH.matcher(subject.group("last")).matches();
      boolean named = Character.isUpperCase(written.charAt(subject.start("last")));
      found =
          which
              ? ofNameBefore(s, written, subject.start())
              : (named || bare(s, m)) && !ownSubject(subject);
      behind = subject.end("verb");
    }
    return found && !BACK_TO_OWN.matcher(before.substring(behind)).find();
  }

  /** "Acme, which had revenue of": whether the name before a comma is none of the issuer's. */
  private boolean ofNameBefore(String s, String written, int comma) {
    int from = s.lastIndexOf(' ', comma - 1) + 1;
    return from < comma
        && Character.isUpperCase(written.charAt(from))
        && !own(s.substring(from, comma).replace(")", ""));
  }

  /** Whether the subject of a verb is the issuer; "Acme Drilling, Inc." is told by its name. */
  private boolean ownSubject(Matcher subject) {
    String last = subject.group("last");
    boolean generic =
        subject.group("form") == null && OWN_SUBJECT.matcher(subject.group("who")).matches();
    return generic || own(last);
  }

  /** Whether a word is of the issuer's name, also in the genitive. */
  private boolean own(String word) {
    return names.words().contains(word)
        || (word.endsWith("'s") && names.words().contains(word.substring(0, word.length() - 2)));
  }

  /** Where the name of the metric begins, behind "reported", which may be a verb. */
  private static int named(String s, Mention m) {
    return s.startsWith(REPORTED, m.from()) ? m.from() + REPORTED.length() : m.from();
  }

  private static boolean part(Mention m) {
    return m.label().isPresent() || m.segment().isPresent();
  }

  /** Whether a part of the business is what the clause is about, and not a cause named in it. */
  private static boolean leads(String s, Mention m) {
    return m.segment().isPresent() || LEADS.matcher(s.substring(0, m.from())).find();
  }

  /** Whether the mention names what another figure is compared with. */
  private static boolean comparing(String s, Mention m) {
    return COMPARING.matcher(s.substring(Math.max(0, m.from() - COMPARING_CHARS), m.from())).find();
  }

  /**
   * "In the prior year,", "excluding acquisitions,", "the acquired business had": another matter.
   */
  private static boolean aside(String s, Mention m) {
    String before = s.substring(0, named(s, m));
    return ASIDE.matcher(before).find()
        || (m.basis() == Basis.GAAP && LEFT_OUT.matcher(before).find())
        || (!part(m) && (OTHERS.matcher(before).find() || inPart(before, m)));
  }

  /** "In North America, sales were": of the place or business that stands before the comma. */
  private static boolean inPart(String before, Mention m) {
    Matcher part = IN_PART.matcher(before);
    return (m.metric() == Metric.REVENUE || m.metric() == Metric.NET_SALES)
        && part.find()
        && PeriodReader.read(part.group("words")).empty()
        && !NO_PLACE.matcher(part.group("words")).find();
  }

  /** Whether the mention is of the whole company and is not a part of another notion. */
  private boolean whole(String s, Mention m) {
    String before = s.substring(0, m.from()).strip();
    if (bare(s, m) && !EARNINGS.matcher(before).find()) {
      return false;
    }
    if (LEFT_PART.matcher(s.substring(0, m.from())).find()
        || RIGHT_PART.matcher(s).region(m.to(), s.length()).lookingAt()) {
      return false;
    }
    String tail = before.substring(Math.max(0, before.length() - TAIL_CHARS));
    String owner = tail.substring(tail.lastIndexOf(' ') + 1);
    if (names.told() && owner.endsWith("'s") && !own(owner)) {
      return OWN_GENITIVE.matcher(owner).matches();
    }
    if (LEFT_FINE.matcher(tail).find() || before.isEmpty()) {
      return true;
    }
    // "(NYSE: NWH) reported": the symbol is the issuer's name
    String last = tail.substring(tail.lastIndexOf(' ') + 1).replace(")", "");
    boolean verb = named(s, m) > m.from();
    boolean company =
        OWN_SUBJECT.matcher(lastTwo(tail)).matches() || LEGAL_FORM.matcher(last).matches();
    return own(last)
        || (verb && company)
        || (m.metric() != Metric.REVENUE
            && m.metric() != Metric.NET_SALES
            && ALLOWED.matcher(last).replaceAll("").isBlank());
  }

  /** Whether a result is called earnings, or a loss, and nothing else. */
  private static boolean bare(String s, Mention m) {
    String name = s.substring(m.from(), m.to());
    return m.metric() == Metric.NET_INCOME
        && (name.endsWith("earnings") || name.endsWith("loss"))
        && !name.contains("net ");
  }

  private static String lastTwo(String words) {
    int last = words.lastIndexOf(' ');
    return words.substring(words.lastIndexOf(' ', last - 1) + 1);
  }

  /** Whether {@code words} are only those that a plain statement puts before its amount. */
  boolean plain(String words) {
    String unowned = ATTRIBUTABLE.matcher(words).replaceAll(" ");
    String left = ALLOWED.matcher(unowned).replaceAll(" ").strip();
    if (left.isEmpty()) {
      return true;
    }
    for (String w : left.split(" +")) {
      if (!names.words().contains(w)) {
        return false;
      }
    }
    return true;
  }
}
