package dev.afterbell.evidence;

import dev.afterbell.filing.SourceText;
import dev.afterbell.filing.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who the other side of an agreement is: by the terms that the document defines, else by the names
 * after "with", else by its table of parties.
 */
final class ContractParties {

  private static final Pattern DEFINITION =
      Pattern.compile("\\((?<inside>[^()]{0,160}?[“\"][^”\"()]{1,60}[”\"][^()]{0,80})\\)");
  private static final Pattern TERM =
      Pattern.compile("(?<the>\\bthe )?[“\"](?<term>[^”\"]{1,60})[”\"]");

  private static final Pattern ISSUER_TERM =
      Pattern.compile(
          "(?:company|group|registrant|issuer|corporation|we|us|our|bancorp)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ROLE = whole("role-words.txt");

  /** Things that are defined and are no party. */
  private static final Pattern THING =
      Pattern.compile(
          "\\b(?:agreements?|amendments?|contracts?|leases?|caps?|transactions?|term|date|services?"
              + "|products?|plan|notes?|shares?|facility|board|directors?|rules|exchange|sec|prc|rmb|period"
              + "|premises|territory|licen[sc]e|fees?|msa|mou|act|announcement|supplement)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern APPOSITION =
      Pattern.compile(
          ",\\s+(?:a|an)\\s+(?:[\\p{L}'’.\\-]+\\s+){0,8}?(?:corporation|company|partnership|bank|authority"
              + "|corporate|subsidiary|entity|agency|body|trust|association|cooperative|municipality)\\b[^()]*$");

  private static final Pattern SUFFIX_WORD =
      Pattern.compile(
          "(?:Inc|Ltd|LLC|L\\.L\\.C|LLP|L\\.P|LP|PLC|plc|Co|Limited|Corp|S\\.A|N\\.V|B\\.V|AG|SE)\\.?,?");

  private static final Pattern OWN_SUBSIDIARY =
      Pattern.compile(
          "^[^.;()]{0,20}(?:a|an|the|its|our) (?:[\\w-]+ ){0,4}subsidiary of (?:the )?(?:Company|Registrant|Group|Issuer)");

  private static final Pattern WITH =
      Pattern.compile(
          "\\b(?:with|WITH)\\s+(?<name>(?:[A-Z][\\p{L}\\p{N}&.'’\\-]*,?\\s+|of\\s+|&\\s+){0,5}[A-Z][\\p{L}\\p{N}&.'’\\-]*)");

  private final Set<String> issuer = new HashSet<>();
  private final List<Party> parties = new ArrayList<>();

  /**
   * A party.
   *
   * @param name its short name
   * @param terms other words by which the document calls it
   * @param at the sentence that defines it
   */
  private record Party(String name, List<String> terms, CharSequence at) {}

  private static final Pattern PARTY_LABEL =
      Pattern.compile("(?i)(?:the )?part(?:y|ies)(?: to.*)?:?");

  private ContractParties() {}

  static ContractParties of(Narrative narrative, Optional<String> issuerName) {
    ContractParties found = new ContractParties();
    issuerName.or(() -> registrant(narrative)).ifPresent(found::issuer);
    for (Wording text : narrative.sentences()) {
      found.define(text);
    }
    narrative.rows().forEach(found::listed);
    narrative.headings().forEach(found::named);
    return found;
  }

  /** The line above "(Exact name of registrant …)" on a cover. */
  private static Optional<String> registrant(Narrative narrative) {
    String last = "";
    for (Paragraph paragraph : narrative.paragraphs()) {
      String text = paragraph.whole().text();
      int exact = text.toLowerCase(java.util.Locale.ROOT).indexOf("(exact name of");
      if (exact >= 0) {
        return Optional.of(exact > 0 ? text.substring(0, exact) : last).filter(n -> !n.isBlank());
      }
      last = text;
    }
    return Optional.empty();
  }

  private void issuer(String name) {
    issuer.add(PartyNames.normal(name));
  }

  /** The other side: of the sentence that announces the agreement, else of the document. */
  Optional<String> counterparty(Optional<Wording> announcement) {
    if (announcement.isPresent()) {
      Optional<String> defined = first(p -> p.at() == announcement.get());
      if (defined.isPresent()) {
        return defined;
      }
      Optional<String> named = with(announcement.get());
      if (named.isPresent()) {
        return named;
      }
    }
    return first(p -> true);
  }

  /** Words by which the document calls a party: its leading word and its defined terms. */
  List<String> aliases(Optional<String> counterparty) {
    List<String> aliases = new ArrayList<>();
    for (String name : counterparty.stream().toList()) {
      aliases.add(name.split(" ")[0]);
      parties.stream().filter(p -> p.name().equals(name)).forEach(p -> aliases.addAll(p.terms()));
    }
    return aliases;
  }

  /** Whether a name is the issuer's. */
  boolean isIssuer(String name) {
    String normal = PartyNames.normal(name);
    return normal.isEmpty()
        || ISSUER_TERM.matcher(name.strip()).matches()
        || issuer.stream().anyMatch(i -> i.equals(normal));
  }

  private Optional<String> first(java.util.function.Predicate<Party> wanted) {
    return parties.stream().filter(wanted).map(Party::name).filter(n -> !isIssuer(n)).findFirst();
  }

  private void define(Wording text) {
    Matcher m = DEFINITION.matcher(text);
    while (m.find()) {
      List<String> proper = new ArrayList<>();
      List<String> terms = new ArrayList<>();
      boolean ofIssuer = false;
      boolean ofThing = false;
      Matcher term = TERM.matcher(m.group("inside"));
      while (term.find()) {
        String word = term.group("term").strip().replaceAll(",$", "");
        terms.add(word);
        ofIssuer |= ISSUER_TERM.matcher(word).matches();
        ofThing |= THING.matcher(word).find();
        if (!ROLE.matcher(word).matches()) {
          proper.add(word);
        }
      }
      String name = nameBefore(text.text().substring(0, m.start()));
      if (ofIssuer || (!name.isEmpty() && isIssuer(name))) {
        issuer.add(PartyNames.normal(name));
        proper.forEach(p -> issuer.add(PartyNames.normal(p)));
      } else if (!ofThing
          && !name.isEmpty()
          && !THING.matcher(name).find()
          && !ROLE.matcher(PartyNames.brief(name)).matches()
          && !ownSubsidiary(text.text(), m.start(), m.end())) {
        parties.add(
            new Party(proper.isEmpty() ? PartyNames.brief(name) : proper.get(0), terms, text));
      }
    }
  }

  private boolean ownSubsidiary(String text, int start, int end) {
    Matcher apposition = APPOSITION.matcher(text.substring(0, start).strip());
    boolean before =
        apposition.find()
            && (apposition.group().contains("subsidiary of the Company")
                || issuer.stream()
                    .anyMatch(
                        i -> PartyNames.normal(apposition.group()).endsWith("subsidiary of " + i)));
    return before || OWN_SUBSIDIARY.matcher(text.substring(end)).find();
  }

  /** The capitalised words right before a definition; empty where there are none. */
  static String nameBefore(String text) {
    String[] words = APPOSITION.matcher(text.strip()).replaceFirst("").strip().split("\\s+");
    StringBuilder name = new StringBuilder();
    for (int i = words.length - 1; i >= 0 && words.length - i <= 9; i--) {
      String word = words[i];
      boolean capital =
          !word.isEmpty()
              && (Character.isUpperCase(word.charAt(0))
                  || word.equals("&")
                  || SUFFIX_WORD.matcher(word).matches());
      boolean joins = word.equals("of") && name.length() > 0 && i > 0;
      boolean ends = word.endsWith(",") && name.length() > 0;
      boolean suffixNext = SUFFIX_WORD.matcher(name.toString().split(" ")[0]).matches();
      if ((!capital && !joins) || (ends && !suffixNext)) {
        break;
      }
      name.insert(0, word + (name.length() == 0 ? "" : " "));
    }
    return name.toString().replaceAll("^(?:of|On|The|Between|With) ", "").replaceAll(",$", "");
  }

  private Optional<String> with(Wording sentence) {
    Matcher m = WITH.matcher(sentence);
    while (m.find()) {
      String name = PartyNames.brief(uptoComma(m.group("name")));
      if (!isIssuer(name) && !THING.matcher(name).find()) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The first name of a list: a comma goes on only before a legal form, as in "Acme, Inc." */
  private static String uptoComma(String names) {
    int comma = names.indexOf(',');
    while (comma >= 0) {
      String next = names.substring(comma + 1).strip().split(" ")[0];
      if (!SUFFIX_WORD.matcher(next).matches()) {
        return names.substring(0, comma);
      }
      comma = names.indexOf(',', comma + 1);
    }
    return names;
  }

  private void named(Wording heading) {
    with(heading).ifPresent(n -> parties.add(new Party(titled(n), List.of(), heading)));
  }

  /** A name from a heading in capitals as text would write it. */
  private static String titled(String name) {
    if (name.length() <= 4 || !name.equals(name.toUpperCase(java.util.Locale.ROOT))) {
      return name;
    }
    StringBuilder text = new StringBuilder();
    for (String word : name.split(" ")) {
      text.append(text.length() == 0 ? "" : " ")
          .append(word.charAt(0))
          .append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return text.toString();
  }

  private void listed(Table.Row row) {
    SourceText label = row.cells().get(0).text();
    if (!PARTY_LABEL.matcher(label.text()).matches() || row.cells().size() < 2) {
      return;
    }
    for (int i = 1; i < row.cells().size(); i++) {
      SourceText cell = row.cells().get(i).text();
      for (String part : cell.text().split("\\(?\\b(?:\\d|[ivx]{1,3}|[a-e])\\)|;|\\band\\b")) {
        String name =
            PartyNames.brief(part.replaceAll("\\([^)]*\\)", "").strip().replaceAll("[;,.]$", ""));
        if (!name.isEmpty() && Character.isUpperCase(name.charAt(0))) {
          parties.add(new Party(name, List.of(), cell));
        }
      }
    }
  }

  private static Pattern whole(String file) {
    return Pattern.compile("(?:" + RuleTable.anyOf(file).pattern() + ")", Pattern.CASE_INSENSITIVE);
  }
}
