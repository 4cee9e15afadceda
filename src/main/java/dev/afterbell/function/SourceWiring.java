package dev.afterbell.function;

import dev.afterbell.flow.OutsideSources;
import dev.afterbell.flow.WatchFilings;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.market.Calendars;
import dev.afterbell.source.JdkWeb;
import dev.afterbell.source.Secrets;
import dev.afterbell.source.Web;
import dev.afterbell.source.dynamo.TablePace;
import dev.afterbell.source.edgar.Edgar;
import dev.afterbell.source.edgar.PaceTime;
import dev.afterbell.source.estimates.AlphaVantage;
import dev.afterbell.source.estimates.EstimateFeed;
import dev.afterbell.source.prices.PriceFeed;
import dev.afterbell.source.prices.TiingoPrices;
import dev.afterbell.source.ssm.SsmSecrets;
import dev.afterbell.vault.Vault;
import dev.afterbell.vault.s3.S3InboxWriter;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Puts the outside sources together. Without a key and without a User-Agent all of this is there
 * and asks nobody; the addresses are settings for tests and proxies only.
 */
final class SourceWiring {

  /** The environment goes first: a key that is set there needs no right to read parameters. */
  @Produces
  @Singleton
  Secrets secrets(
      Instance<SsmClient> client,
      @ConfigProperty(name = "afterbell.secrets.prefix") Optional<String> prefix) {
    Secrets environment = Secrets.environment(System::getenv);
    return prefix.map(p -> environment.or(new SsmSecrets(client::get, p))).orElse(environment);
  }

  @Produces
  @Singleton
  Web web() {
    return new JdkWeb();
  }

  /** What is asked for figures of the market. */
  record Feeds(PriceFeed prices, EstimateFeed estimates) {}

  @Produces
  @Singleton
  Feeds feeds(
      Web web,
      Secrets secrets,
      @ConfigProperty(name = "afterbell.tiingo.url") Optional<URI> tiingo,
      @ConfigProperty(name = "afterbell.alpha-vantage.url") Optional<URI> alphaVantage) {
    return new Feeds(
        new TiingoPrices(web, tiingo.orElse(TiingoPrices.LIVE), secrets),
        new AlphaVantage(web, alphaVantage.orElse(AlphaVantage.LIVE), secrets));
  }

  @Produces
  @Singleton
  Edgar.Setting edgarSetting(
      @ConfigProperty(name = "afterbell.edgar.user-agent") Optional<String> userAgent,
      @ConfigProperty(name = "afterbell.edgar.data.url") Optional<URI> data,
      @ConfigProperty(name = "afterbell.edgar.archive.url") Optional<URI> archive) {
    return new Edgar.Setting(
        data.orElse(Edgar.LIVE.data()), archive.orElse(Edgar.LIVE.archive()), userAgent);
  }

  /** One pace for every process that shares the table. */
  @Produces
  @Singleton
  Edgar edgar(
      Web web,
      Edgar.Setting setting,
      DynamoDbClient dynamoDb,
      @ConfigProperty(name = "afterbell.table") String table) {
    return new Edgar(
        web,
        new TablePace(dynamoDb, table),
        PaceTime.of(Clock.systemUTC()),
        RandomGenerator.getDefault(),
        setting);
  }

  @Produces
  @Singleton
  WatchFilings watchFilings(
      Edgar edgar, S3Client s3, @ConfigProperty(name = "afterbell.bucket") String bucket) {
    return new WatchFilings(edgar, new S3InboxWriter(s3, bucket));
  }

  @Produces
  @Singleton
  OutsideSources outsideSources(
      Ledger ledger, Vault vault, Feeds feeds, Edgar edgar, Calendars calendars) {
    return new OutsideSources(ledger, vault, feeds.prices(), feeds.estimates(), edgar, calendars);
  }
}
