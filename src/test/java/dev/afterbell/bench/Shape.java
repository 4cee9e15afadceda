package dev.afterbell.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A kind of document that can be made in any size. */
enum Shape {
  /** A release as it comes: paragraphs, headings, tables of five columns. */
  NORMAL(release()),
  /** Elements in elements in elements. */
  DEEPLY_NESTED("<div><span>%d "),
  /** Elements that nothing closes. */
  UNCLOSED("<p><b><font size=2>Net sales of %,d rose."),
  /** Few elements with many attributes. */
  MANY_ATTRIBUTE(" data-%d='%d'"),
  /** All in one table. */
  ONE_HUGE_TABLE("<tr><td>Net sales of shop %d</td><td>$</td><td>%,d</td><td>1,372</td></tr>\n"),
  /** Tables that break off inside tables. */
  BROKEN_TABLES("<table><tr><td>%d<table><td>x"),
  /** Plain text with a table set in columns. */
  PLAIN_COLUMNS("Net sales of shop %-12d   %,12d      1,372\n"),
  /** Plain text with a table whose columns one space divides. */
  SPACED_COLUMNS("Net sales of shop no. %d 12,345 1,372 4,100\n"),
  /** Plain text of lines without a space. */
  UNBROKEN_LINES("%dTVqQAAMAAAAEAAAA//8AALgAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"),
  /** A page of one paragraph without end. */
  ONE_LONG_PARAGRAPH("Net sales of shop no. %d rose to $%,d million from $1,372 million. "),
  /** Plain text of very short lines. */
  SHORT_LINES("%d\n"),
  /** Letters of every width. */
  MIXED_WIDTH("<p>\u00E9a\u4E2D %d b\u20AC&amp;c&#8217;\uD83D\uDCC8d</p>");

  private static String release() {
    String paragraph =
        "<p style='font-family:Times New Roman;font-size:10pt;margin-bottom:0pt'>Net sales of tools"
            + " rose 5.0%% to $%,d million in the quarter, as more shops opened and customers of"
            + " both regions bought more of the new range. Costs of goods rose with the price of"
            + " steel, which the company expects to fall in the second half of the year.</p>\n";
    String cell = "<td style='width:9%%;vertical-align:bottom;text-align:right'>";
    String row =
        "<tr><td style='width:64%%;vertical-align:bottom'>Net sales</td>"
            + (cell + "$</td>" + cell + "%,d</td>" + cell + "4,100</td>" + cell + "5.0%%</td>")
            + "</tr>\n";
    return (paragraph.repeat(4) + "<table>" + row.repeat(5) + "</table>\n")
        .replaceAll("%,d", "%1\\$,d");
  }

  private final String piece;

  Shape(String piece) {
    this.piece = piece;
  }

  /** As it is written in tables. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A document of about so many bytes, never more. */
  byte[] document(int bytes) {
    StringBuilder made = new StringBuilder(bytes);
    made.append(head());
    int size = made.length();
    for (int i = 0; ; i++) {
      String next = String.format(Locale.ROOT, piece, i, i);
      size += next.getBytes(StandardCharsets.UTF_8).length;
      if (size > bytes - 64) {
        break;
      }
      made.append(next);
      if (this == MANY_ATTRIBUTE && i % 10_000 == 9_999) {
        made.append(">Net sales rose.</p><p");
        size += 22;
      }
    }
    return made.append(tail()).toString().getBytes(StandardCharsets.UTF_8);
  }

  private String head() {
    return switch (this) {
      case PLAIN_COLUMNS, SPACED_COLUMNS, UNBROKEN_LINES, SHORT_LINES ->
          "Larkspur Tools Reports Second Quarter 2026 Results\n\n";
      case ONE_HUGE_TABLE -> "<html><body><h1>Larkspur Tools</h1><table>";
      case MANY_ATTRIBUTE -> "<html><body><h1>Larkspur Tools</h1><p";
      default -> "<html><body><h1>Larkspur Tools Reports Second Quarter 2026 Results</h1>";
    };
  }

  private String tail() {
    return this == MANY_ATTRIBUTE ? ">end</p>" : "";
  }
}
