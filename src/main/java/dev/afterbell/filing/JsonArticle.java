package dev.afterbell.filing;

import dev.afterbell.limit.Limits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads an article that is kept as JSON: {@code title}, {@code body} (a string with blank lines
 * between paragraphs, or a list of paragraphs), {@code publisher}, {@code publisherKind}, {@code
 * url}, {@code published}, {@code issuer} and {@code tickers}. Title and body become a filing whose
 * text points at the bytes of the JSON file, escapes and all.
 */
public final class JsonArticle {

  /** Most unreadable characters for each thousand before the text counts as garbage. */
  private static final int UNREADABLE_PER_THOUSAND_MAX = 10;

  /** Longest publisher, address or name kept, in characters. */
  private static final int NAME_CHARS_MAX = 2048;

  private JsonArticle() {}

  /** What came of reading. */
  public sealed interface Outcome {

    /**
     * An article.
     *
     * @param article what is said of it
     * @param filing its title and body
     */
    record Read(Article article, Filing filing) implements Outcome {}

    /**
     * No article.
     *
     * @param reason closed reason
     * @param detail one sentence for the person who dropped it
     */
    record Unusable(Reason reason, String detail) implements Outcome {}
  }

  /** Why a file is no article. */
  public enum Reason {
    /** No bytes, or white space only. */
    EMPTY,
    /** More bytes than {@code Limits} allows. */
    TOO_LARGE,
    /** Not a JSON object. */
    NOT_JSON,
    /** A field is missing or malformed. */
    BAD_FIELD
  }

  private static final class BadField extends Exception {

    private static final long serialVersionUID = 1L;

    BadField(String field, String expected) {
      super("Field " + field + ": " + expected + ".");
    }
  }

  /** Reads the bytes of an article file. */
  public static Outcome read(byte[] bytes) {
    if (bytes.length > Limits.BODY_BYTES_MAX) {
      return new Outcome.Unusable(
          Reason.TOO_LARGE,
          "The file has "
              + bytes.length
              + " bytes; at most "
              + Limits.BODY_BYTES_MAX
              + " are read.");
    }
    if (isBlank(bytes)) {
      return new Outcome.Unusable(
          Reason.EMPTY, "The file is empty; an article in JSON is expected.");
    }
    try {
      JsonText json = JsonText.parse(bytes);
      if (!(json instanceof JsonText.Obj fields)) {
        return new Outcome.Unusable(
            Reason.NOT_JSON, "An article is a JSON object with title and body.");
      }
      return read(bytes, fields);
    } catch (JsonText.Malformed e) {
      return new Outcome.Unusable(Reason.NOT_JSON, "The file is not JSON: " + e.getMessage() + ".");
    } catch (BadField e) {
      return new Outcome.Unusable(Reason.BAD_FIELD, String.valueOf(e.getMessage()));
    }
  }

  private static Outcome read(byte[] bytes, JsonText.Obj fields) throws BadField {
    List<Draft> drafts = new ArrayList<>();
    List<SourceText> title = paragraphs(List.of(required(fields, "title")));
    if (title.size() != 1) {
      throw new BadField("title", "one line of text is expected");
    }
    drafts.add(new Draft.Text(title.get(0), true));
    List<SourceText> body = paragraphs(body(fields));
    if (body.isEmpty()) {
      throw new BadField("body", "the text of the article is expected");
    }
    body.forEach(paragraph -> drafts.add(new Draft.Text(paragraph, false)));
    Article article = article(title.get(0).text(), fields);
    return new Outcome.Read(article, filing(bytes, article, Draft.finish(drafts), body));
  }

  private static Article article(String title, JsonText.Obj fields) throws BadField {
    return new Article(
        title,
        name(fields, "publisher"),
        name(fields, "publisherKind"),
        url(fields),
        published(fields),
        name(fields, "issuer"),
        tickers(fields));
  }

  private static Filing filing(
      byte[] bytes, Article article, List<Block> blocks, List<SourceText> body) {
    FilingDocument document =
        new FilingDocument(
            Optional.empty(),
            Optional.empty(),
            Optional.of(article.title()),
            new ByteSpan(0, bytes.length),
            blocks);
    String text =
        blocks.stream().map(b -> ((Prose) b).text().text()).collect(Collectors.joining("\n"));
    return new Filing(
        Sha256.of(bytes),
        bytes.length,
        FilingFormat.TEXT,
        Optional.empty(),
        List.of(document),
        List.of(),
        readable(body),
        text);
  }

  private static boolean readable(List<SourceText> body) {
    long all = 0;
    long bad = 0;
    for (SourceText paragraph : body) {
      all += paragraph.length();
      bad += paragraph.text().chars().filter(c -> c == '\uFFFD').count();
    }
    return bad * 1000 <= all * UNREADABLE_PER_THOUSAND_MAX;
  }

  private static List<SourceText> body(JsonText.Obj fields) throws BadField {
    JsonText body = fields.fields().get("body");
    if (body instanceof JsonText.Str text) {
      return List.of(text.text());
    }
    List<SourceText> paragraphs = new ArrayList<>();
    if (body instanceof JsonText.Arr list) {
      for (JsonText item : list.items()) {
        if (!(item instanceof JsonText.Str text)) {
          throw new BadField("body", "a list of paragraphs is expected");
        }
        paragraphs.add(text.text());
      }
      return paragraphs;
    }
    throw new BadField("body", "a string or a list of paragraphs is expected");
  }

  /** Folds white space and cuts at blank lines. */
  private static List<SourceText> paragraphs(List<SourceText> raw) {
    List<SourceText> found = new ArrayList<>();
    Paragraph paragraph = new Paragraph();
    for (SourceText text : raw) {
      int lineEnds = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        lineEnds = c == '\n' ? lineEnds + 1 : Glyphs.isSpace(c) ? lineEnds : 0;
        if (lineEnds > 1) {
          paragraph.flush(draft -> found.add(((Draft.Text) draft).text()));
        } else {
          ByteSpan span = text.span(i, i + 1);
          paragraph.add(c, span.start(), span.end(), false);
        }
      }
      paragraph.flush(draft -> found.add(((Draft.Text) draft).text()));
    }
    return found;
  }

  private static SourceText required(JsonText.Obj fields, String field) throws BadField {
    if (fields.fields().get(field) instanceof JsonText.Str text) {
      return text.text();
    }
    throw new BadField(field, "a string is expected");
  }

  private static Optional<String> name(JsonText.Obj fields, String field) throws BadField {
    JsonText value = fields.fields().get(field);
    if (value == null || value.equals(new JsonText.Bare("null"))) {
      return Optional.empty();
    }
    String text = required(fields, field).text().strip();
    if (text.length() > NAME_CHARS_MAX) {
      throw new BadField(field, "at most " + NAME_CHARS_MAX + " characters are expected");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static Optional<String> url(JsonText.Obj fields) throws BadField {
    Optional<String> url = name(fields, "url");
    if (url.isPresent() && !url.get().matches("https?://[^\\s]+")) {
      throw new BadField("url", "an address that starts with https:// is expected");
    }
    return url;
  }

  private static Optional<Instant> published(JsonText.Obj fields) throws BadField {
    Optional<String> text = name(fields, "published");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.get()).toInstant());
    } catch (DateTimeException e) {
      throw new BadField(
          "published", "a time with its offset is expected, such as 2024-03-05T08:00:00-05:00");
    }
  }

  private static List<String> tickers(JsonText.Obj fields) throws BadField {
    JsonText value = fields.fields().get("tickers");
    if (value == null || value.equals(new JsonText.Bare("null"))) {
      return List.of();
    }
    List<String> tickers = new ArrayList<>();
    if (value instanceof JsonText.Arr list) {
      for (JsonText item : list.items()) {
        if (!(item instanceof JsonText.Str text)) {
          throw new BadField("tickers", "a list of symbols is expected");
        }
        tickers.add(text.text().text().strip());
      }
      return tickers;
    }
    throw new BadField("tickers", "a list of symbols is expected");
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (" \t\r\n".indexOf(b) < 0) {
        return false;
      }
    }
    return true;
  }
}
