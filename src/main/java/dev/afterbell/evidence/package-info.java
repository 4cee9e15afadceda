/**
 * What a document or a market reading says, as typed evidence: facts, guidance, contract events,
 * tone,\n * each with its source class and the bytes it stands on.
 */
@NullMarked
package dev.afterbell.evidence;

import org.jspecify.annotations.NullMarked;
