package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentEvent.AddedScope;
import dev.afterbell.evidence.DocumentEvent.Holding;
import dev.afterbell.evidence.DocumentEvent.TermExtension;
import dev.afterbell.filing.SourceText;
import dev.afterbell.filing.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an agreement's change says beside ceilings: longer terms, added services, a stake. */
final class ContractTerms {

  /** Most extensions or additions of one document. */
  private static final int TERMS_MAX = 20;

  /** Longest addition, in words. */
  private static final int ADDED_WORDS_MAX = 8;

  private static final Expression EXTENDED =
      Expression.of("(?i)\\b(?:extend(?:ed|s|ing)?|extension|renew(?:ed|s|ing|al)?)\\b");
  private static final Pattern UNTIL =
      Pattern.compile(
          "(?i)\\b(?:through|until|till|to|ending on|ending|expir(?:es?|ing|y) on|expire on|up to)(?: and including)?(?: \\(?and including\\)?)? (?:the )?$");

  private static final Expression ADDED =
      Expression.of(
          "(?i)\\b(?:add(?:ed|s|ing)?|addition of|includ(?:e|es|ing) (?:the )?new)\\s+(?<what>[a-z][\\w&/\\- ]{2,80}?)\\s+(?:to|into|under|within)\\s+(?:the\\s+)?(?:scope|services|products|agreement|list|portfolio|premises|\\w+(?: \\w+){0,4} agreement)\\b");
  private static final Expression SCOPE_TO_INCLUDE =
      Expression.of(
          "(?i)\\b(?:expand|extend|broaden|enlarge)(?:ed|s|ing)? the scope (?:of [^.;]{2,80}? )?to (?:include|cover) (?<what>[a-z][\\w&/\\- ]{2,80}?)(?=[.,;]| in | for | from | and )");
  private static final Pattern ADDED_LABEL =
      Pattern.compile(
          "(?i)^(?:added|additional|new) (?:services?|products?|goods|scope|premises|spaces?)\\b.*");
  private static final Pattern DETAIL =
      Pattern.compile("(?i),? (?:including|such as|being|namely|which)\\b|[,;:.(]");

  private static final Pattern HELD =
      Pattern.compile(
          "(?i)\\b(?:held|holds|holding|owned|owns|(?:is|was|are) interested in|(?:has|had) an interest in|beneficially (?:owns?|owned))\\b[^.;%]{0,80}$");

  private static final Pattern NOT_YET =
      Pattern.compile(
          "(?i).*\\b(?:may|might|could|option to|right to|if|unless)\\b[^.;]{0,40}\\b(?:extend|renew).*");
  private static final Pattern CLAUSE_END =
      Pattern.compile(
          ";|, and (?:added|revised|amended|increased|removed)\\b|, (?:added|revised|amended|increased|removed)\\b");

  private ContractTerms() {}

  static List<TermExtension> extensions(Narrative narrative, Optional<String> instrument) {
    Optional<String> fallback = instrument.flatMap(ContractSubjects::ofAgreement);
    List<TermExtension> found = new ArrayList<>();
    for (Wording sentence : narrative.sentences()) {
      extension(sentence, ContractSubjects.ofLastAgreement(before(sentence)).or(() -> fallback))
          .ifPresent(e -> addNew(found, e));
    }
    rows(narrative)
        .forEach(
            row -> {
              String label = row.cells().get(0).text().text();
              if (label.toLowerCase(Locale.ROOT).contains("term")) {
                for (Table.Cell cell : row.cells().subList(1, row.cells().size())) {
                  extension(
                          Wording.of(cell.text()),
                          ContractSubjects.ofAgreement(label).or(() -> fallback))
                      .ifPresent(e -> addNew(found, e));
                }
              }
            });
    return found.size() > TERMS_MAX ? found.subList(0, TERMS_MAX) : found;
  }

  private static String before(Wording sentence) {
    Matcher m = EXTENDED.matcher(sentence.text());
    return EXTENDED.mayBeIn(sentence) && m.find() ? sentence.text().substring(0, m.start()) : "";
  }

  /** "extended the term of the X Agreement through D": X, or the subject named before. */
  private static Optional<TermExtension> extension(Wording sentence, Optional<String> before) {
    String text = sentence.text();
    Matcher verb = EXTENDED.matcher(text);
    if (!EXTENDED.mayBeIn(sentence) || !verb.find() || NOT_YET.matcher(text).matches()) {
      return Optional.empty();
    }
    WrittenDates.Found last = null;
    int clauseEnd = clauseEnd(text, verb.end());
    for (WrittenDates.Found date : WrittenDates.scan(text)) {
      boolean until = UNTIL.matcher(text.substring(0, date.from())).find();
      if (until && date.from() > verb.end() && date.to() <= clauseEnd) {
        last = date;
      }
    }
    if (last == null) {
      return Optional.empty();
    }
    String mid = text.substring(verb.end(), last.from());
    Optional<String> subject = ContractSubjects.ofAgreement(mid).or(() -> before);
    WrittenDates.Found until = last;
    return subject.map(
        s ->
            new TermExtension(
                s, until.date(), Narrative.passage(sentence, until.from(), until.to())));
  }

  /** A semicolon or a new finite verb after "and" ends the clause. */
  private static int clauseEnd(String text, int from) {
    Matcher m = CLAUSE_END.matcher(text);
    return m.find(from) ? m.start() : text.length();
  }

  private static void addNew(List<TermExtension> found, TermExtension extension) {
    boolean known =
        found.stream()
            .anyMatch(
                e ->
                    e.until().equals(extension.until()) && e.subject().equals(extension.subject()));
    if (!known) {
      found.add(extension);
    }
  }

  static List<AddedScope> added(Narrative narrative) {
    List<AddedScope> found = new ArrayList<>();
    for (Wording sentence : narrative.sentences()) {
      for (Expression pattern : List.of(ADDED, SCOPE_TO_INCLUDE)) {
        if (pattern.mayBeIn(sentence)) {
          pattern.forEach(
              sentence.text(), m -> add(found, sentence.source(), m.start("what"), m.end("what")));
        }
      }
    }
    for (Table.Row row : rows(narrative)) {
      if (row.cells().size() >= 2 && ADDED_LABEL.matcher(row.cells().get(0).text()).matches()) {
        SourceText value = row.cells().get(1).text();
        Matcher detail = DETAIL.matcher(value);
        add(found, value, 0, detail.find() && detail.start() > 0 ? detail.start() : value.length());
      }
    }
    return found.size() > TERMS_MAX ? found.subList(0, TERMS_MAX) : found;
  }

  private static void add(List<AddedScope> found, SourceText text, int start, int end) {
    int from = start;
    for (String article : List.of("the ", "certain ", "new ")) {
      if (text.text().startsWith(article, from)) {
        from += article.length();
      }
    }
    String what = text.text().substring(from, end).strip();
    boolean known = found.stream().anyMatch(a -> a.what().equalsIgnoreCase(what));
    if (!known && !what.isEmpty() && what.split(" ").length <= ADDED_WORDS_MAX) {
      found.add(new AddedScope(what, Narrative.passage(text, from, from + what.length())));
    }
  }

  /**
   * The counterparty's stake: a sentence whose subject is that party.
   *
   * @param aliases words by which the document calls it
   */
  static Optional<Holding> holding(Narrative narrative, List<String> aliases) {
    for (Wording sentence : narrative.sentences()) {
      String text = sentence.text();
      for (Figure figure : sentence.figures()) {
        String before = text.substring(0, figure.from());
        Matcher held = HELD.matcher(before);
        String after = text.substring(figure.to());
        if (figure.kind() == Figure.Kind.PERCENT
            && held.find()
            && names(before.substring(0, held.start()), aliases)
            && after.matches("(?is)^ (?:of|equity|interest|in|stake|shareholding).*")
            && ofIssuer(after)) {
          return Optional.of(
              new Holding(figure.value(), Narrative.passage(sentence, figure.from(), figure.to())));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean names(String text, List<String> aliases) {
    return aliases.stream().anyMatch(a -> text.contains(a));
  }

  private static boolean ofIssuer(String after) {
    return after.matches(
        "(?is)^[^.;]{0,140}\\b(?:the (?:company|group|registrant|issuer|bank)|our|us|outstanding|issued)\\b.*");
  }

  private static List<Table.Row> rows(Narrative narrative) {
    return narrative.rows().stream().filter(r -> r.cells().size() >= 2).toList();
  }

  /** The day of signing in a table of terms: the row "Date". */
  static Optional<LocalDate> dateRow(Narrative narrative) {
    return rows(narrative).stream()
        .filter(
            r ->
                r.cells()
                    .get(0)
                    .text()
                    .text()
                    .matches("(?i)(?:date|date of (?:the )?(?:\\w+ )*agreement|signing date):?"))
        .flatMap(r -> WrittenDates.scan(r.cells().get(1).text()).stream())
        .map(WrittenDates.Found::date)
        .findFirst();
  }
}
