/** One log line and one metric line per invocation; nothing secret in either. */
@NullMarked
package dev.afterbell.telemetry;

import org.jspecify.annotations.NullMarked;
