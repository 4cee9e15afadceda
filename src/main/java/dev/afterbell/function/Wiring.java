package dev.afterbell.function;

import dev.afterbell.flow.AssembleSnapshot;
import dev.afterbell.flow.Catalogue;
import dev.afterbell.flow.IngestFiling;
import dev.afterbell.flow.OutsideSources;
import dev.afterbell.flow.ReadEvidence;
import dev.afterbell.flow.RefreshEvidence;
import dev.afterbell.flow.ReplayCards;
import dev.afterbell.flow.RescoreEvents;
import dev.afterbell.flow.ScoringSetting;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.dynamo.DynamoLedger;
import dev.afterbell.ledger.dynamo.DynamoTable;
import dev.afterbell.ledger.dynamo.Pause;
import dev.afterbell.market.CalendarOverrides;
import dev.afterbell.market.Calendars;
import dev.afterbell.telemetry.Telemetry;
import dev.afterbell.vault.Inbox;
import dev.afterbell.vault.StoreBudget;
import dev.afterbell.vault.Vault;
import dev.afterbell.vault.s3.S3Calls;
import dev.afterbell.vault.s3.S3Inbox;
import dev.afterbell.vault.s3.S3Vault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Puts the ports and the flows together; with {@link SourceWiring} the functions' settings. */
final class Wiring {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  /** A row that is wrong stops the start, and says which. */
  @Produces
  @Singleton
  Calendars calendars(
      @ConfigProperty(name = "afterbell.calendar.overrides") Optional<String> rows) {
    return rows.map(r -> Calendars.with(CalendarOverrides.parse(r))).orElse(Calendars.SHIPPED);
  }

  @Produces
  @Singleton
  Telemetry telemetry(Clock clock) {
    return new Telemetry(clock, System.out);
  }

  @Produces
  @Singleton
  Deadline deadline(
      Clock clock,
      @ConfigProperty(name = "afterbell.deadline.millis", defaultValue = "50000") long millis) {
    return new Deadline(clock, Duration.ofMillis(millis));
  }

  /**
   * Reads wait for a person and give up soon; the two other functions wait for a queue or a
   * schedule.
   */
  @Produces
  @Singleton
  StoreBudget budget(
      @ConfigProperty(name = "quarkus.funqy.export", defaultValue = "ingest") String function) {
    return function.equals("snapshot") ? StoreBudget.READ : StoreBudget.INGEST;
  }

  /** The extension's builder, with this function's retries and timeouts. */
  @Produces
  @Singleton
  S3Client s3(S3ClientBuilder builder, StoreBudget budget) {
    S3Calls.configure(builder, budget);
    return builder.build();
  }

  /** The extension's builder, with this function's retries and timeouts. */
  @Produces
  @Singleton
  DynamoDbClient dynamoDb(DynamoDbClientBuilder builder, StoreBudget budget) {
    DynamoTable.configure(builder, budget);
    return builder.build();
  }

  @Produces
  @Singleton
  Vault vault(S3Client client, @ConfigProperty(name = "afterbell.bucket") String bucket) {
    return new S3Vault(client, bucket);
  }

  @Produces
  @Singleton
  Inbox inbox(S3Client client) {
    return new S3Inbox(client);
  }

  @Produces
  @Singleton
  Ledger ledger(
      DynamoDbClient client, Vault vault, @ConfigProperty(name = "afterbell.table") String table) {
    Pause pause =
        Pause.jittered(RandomGenerator.getDefault(), Duration.ofMillis(20), Duration.ofSeconds(1));
    return new DynamoLedger(client, table, vault, pause);
  }

  @Produces
  @Singleton
  IngestFiling ingestFiling(Ledger ledger, Vault vault, Inbox inbox, Calendars calendars) {
    return new IngestFiling(ledger, vault, inbox, calendars);
  }

  @Produces
  @Singleton
  RefreshEvidence refreshEvidence(
      Ledger ledger, Vault vault, OutsideSources sources, ScoringSetting setting) {
    return new RefreshEvidence(ledger, vault, Optional.of(sources), setting);
  }

  /** A formal mode that its history does not carry stops the start, and says why. */
  @Produces
  @Singleton
  ScoringSetting scoringSetting(
      Calendars calendars,
      Vault vault,
      @ConfigProperty(name = "afterbell.formal.report") Optional<String> report) {
    ScoringSetting setting = ScoringSetting.in(calendars);
    return report.map(r -> setting.formal(r, vault)).orElse(setting);
  }

  @Produces
  @Singleton
  RescoreEvents rescoreEvents(Ledger ledger, Vault vault, ScoringSetting setting) {
    return new RescoreEvents(ledger, vault, setting);
  }

  @Produces
  @Singleton
  SnapshotApi snapshotApi(Ledger ledger, Vault vault, ScoringSetting setting) {
    return new SnapshotApi(
        new AssembleSnapshot(ledger, vault, setting),
        new ReadEvidence(ledger, vault),
        new Catalogue(ledger, setting.calendars()),
        new ReplayCards(ledger, vault, setting.calendars()));
  }
}
