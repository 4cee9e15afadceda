/** The ledger on DynamoDB. */
@NullMarked
package dev.afterbell.ledger.dynamo;

import org.jspecify.annotations.NullMarked;
