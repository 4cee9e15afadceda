package dev.afterbell.filing;

/** How the bytes of a filing are laid out. */
public enum FilingFormat {
  /** An EDGAR full submission: SGML header, then one DOCUMENT section per exhibit. */
  SGML,
  /** One HTML page. */
  HTML,
  /** Plain text, Markdown or the text layer of a PDF. */
  TEXT
}
