package dev.afterbell.filing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what bytes are from the bytes. */
final class ContentKind {

  /** Bytes looked at from the front. */
  private static final int HEAD_BYTES_MAX = 8192;

  /** One NUL in this many bytes is too many for text. */
  private static final int NUL_SHARE = 200;

  private record Magic(int offset, String hex, String name) {}

  private static final List<Magic> BINARY =
      Words.lines("binary-formats.txt").stream()
          .map(line -> line.split(" ", 3))
          .map(parts -> new Magic(Integer.parseInt(parts[0]), parts[1], parts[2]))
          .toList();

  private static final Pattern SUBMISSION =
      Pattern.compile("(?im)^<(?:SEC-DOCUMENT|SEC-HEADER|IMS-DOCUMENT|IMS-HEADER|SUBMISSION)>");

  private static final Pattern SECTION = Pattern.compile("(?i)\\s*<DOCUMENT>\\s*<TYPE>");

  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)(?:<!doctype\\s+html|<html|<head|<body|<meta|<title|<style"
              + "|<p[\\s>]|<div|<table|<center|<font|<span|<h[1-6][\\s>]|<b>|<br|<hr|<a\\s|<pre|<script|<ul|<ol|<section|<article|<main)");

  private static final Pattern PAGE_INSIDE = Pattern.compile("(?i)<html[\\s>]|<body[\\s>]");

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([a-z0-9_:.-]+)|<meta[^>]{0,300}charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]+)");

  private ContentKind() {}

  /** The name of the binary format, with its article, if the bytes are not text. */
  static Optional<String> binary(byte[] bytes) {
    String hex = hex(bytes, 64);
    for (Magic magic : BINARY) {
      if (hex.startsWith(magic.hex(), magic.offset() * 2)) {
        return Optional.of(magic.name());
      }
    }
    boolean utf16 = hex.startsWith("fffe") || hex.startsWith("feff");
    int nuls = 0;
    int looked = Math.min(bytes.length, 1 << 16);
    for (int i = 0; i < looked; i++) {
      nuls += bytes[i] == 0 ? 1 : 0;
    }
    return !utf16 && nuls > 4 && nuls > looked / NUL_SHARE
        ? Optional.of("a binary file")
        : Optional.empty();
  }

  private static String hex(byte[] bytes, int count) {
    StringBuilder made = new StringBuilder(2 * count);
    for (int i = 0; i < Math.min(count, bytes.length); i++) {
      made.append(Character.forDigit(bytes[i] >> 4 & 0xF, 16));
      made.append(Character.forDigit(bytes[i] & 0xF, 16));
    }
    return made.toString();
  }

  /** Whether there is nothing but white space. */
  static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }

  /** The first match of a pattern that begins with {@code <}; tried nowhere else. */
  private static Optional<Matcher> findTag(Pattern pattern, String head) {
    Matcher matcher = pattern.matcher(head).useAnchoringBounds(false).useTransparentBounds(true);
    for (int at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
      if (matcher.region(at, head.length()).lookingAt()) {
        return Optional.of(matcher);
      }
    }
    return Optional.empty();
  }

  private static String head(byte[] bytes, int from, int to) {
    return new String(
        bytes, from, Math.min(HEAD_BYTES_MAX, to - from), StandardCharsets.ISO_8859_1);
  }

  /** Whether bytes are an EDGAR submission, or document sections out of one. */
  static boolean isSubmission(byte[] bytes) {
    String head = head(bytes, 0, bytes.length);
    return SECTION.matcher(head).lookingAt() || findTag(SUBMISSION, head).isPresent();
  }

  /** Whether the bytes are an HTML page. */
  static boolean isPage(byte[] bytes, int from, int to) {
    String head =
        head(bytes, from, to)
            .replace("\0", "")
            .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "");
    if (PAGE.matcher(head).region(afterComments(head), head.length()).lookingAt()) {
      return true;
    }
    return head.strip().startsWith("<") && findTag(PAGE_INSIDE, head).isPresent();
  }

  /** Where the first element begins: after an XML declaration and comments, if there are any. */
  private static int afterComments(String head) {
    int at = afterSpace(head, 0);
    if (head.startsWith("<?xml", at) && head.indexOf('>', at) > 0) {
      at = afterSpace(head, head.indexOf('>', at) + 1);
    }
    while (head.startsWith("<!--", at) && head.indexOf("-->", at + 4) > 0) {
      at = afterSpace(head, head.indexOf("-->", at + 4) + 3);
    }
    return at;
  }

  private static int afterSpace(String head, int from) {
    int at = from;
    while (at < head.length() && Character.isWhitespace(head.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Whether the bytes are XML that is not a page: data, for machines. */
  static boolean isXmlData(byte[] bytes, int from, int to) {
    return head(bytes, from, to).stripLeading().startsWith("<?xml") && !isPage(bytes, from, to);
  }

  /** The charset label in the document, in lower case; empty if there is none. */
  static String declaredCharset(byte[] bytes, int from, int to) {
    Optional<Matcher> declared = findTag(DECLARED, head(bytes, from, to));
    if (declared.isEmpty()) {
      return "";
    }
    String xml = declared.get().group(1);
    String meta = declared.get().group(2);
    String label = xml != null ? xml : meta != null ? meta : "";
    return label.toLowerCase(Locale.ROOT);
  }
}
