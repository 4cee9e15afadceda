/**
 * Bytes to {@code Filing}: the envelope, blocks, tables and sentences of a document, each with its
 * place\n * in the stored file. Knows formats (EDGAR SGML, HTML, plain text); knows nothing of
 * finance.
 */
@NullMarked
package dev.afterbell.filing;

import org.jspecify.annotations.NullMarked;
