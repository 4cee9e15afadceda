package dev.afterbell.cloud;

import java.net.URI;

/** What keeps the table and the bucket: emulators of this machine, or LocalStack in Docker. */
interface Backend extends AutoCloseable {

  /** Endpoint of DynamoDB. */
  URI dynamo();

  /** Endpoint of S3, path style. */
  URI s3();

  /** One line that says what it is. */
  String description();

  @Override
  void close();
}
