/**
 * The whole of Afterbell on one machine: DynamoDB Local, S3Mock, a queue, the Lambda Runtime API
 * with the packaged functions behind it, the HTTP gateway, a schedule whose clock can be moved.
 * Integration tests and people use the same class, {@link dev.afterbell.cloud.LocalCloud}. See
 * docs/decisions/0004-local-cloud.md.
 */
@NullMarked
package dev.afterbell.cloud;

import org.jspecify.annotations.NullMarked;
