/**
 * The use cases: ingest a filing, refresh the evidence of due events, assemble a snapshot. The
 * only\n * place where ports meet the domain.
 */
@NullMarked
package dev.afterbell.flow;

import org.jspecify.annotations.NullMarked;
