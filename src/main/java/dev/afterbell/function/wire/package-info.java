/** The JSON at the edge: S3 and SQS notices, schedule ticks, API Gateway requests and replies. */
@NullMarked
package dev.afterbell.function.wire;

import org.jspecify.annotations.NullMarked;
