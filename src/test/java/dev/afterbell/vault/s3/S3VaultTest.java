package dev.afterbell.vault.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.cloud.LocalStores;
import dev.afterbell.filing.Sha256;
import dev.afterbell.vault.VaultRead;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class S3VaultTest {

  private final S3Client s3 = LocalStores.s3();
  private final String bucket = LocalStores.newBucket();
  private final S3Vault vault = new S3Vault(s3, bucket);

  @Test
  void bytes_put_areKeptUnderTheirDigest() {
    byte[] bytes = utf8("a release");

    Sha256 digest = vault.put(bytes);

    assertThat(digest).isEqualTo(Sha256.of(bytes));
    assertThat(s3.headObject(r -> r.bucket(bucket).key("vault/sha256/" + digest)).contentLength())
        .isEqualTo(bytes.length);
    assertThat(vault.get(digest))
        .isInstanceOfSatisfying(VaultRead.Found.class, f -> assertThat(f.bytes()).isEqualTo(bytes));
  }

  @Test
  void sameBytes_putTwice_areWrittenOnce() {
    Sha256 digest = vault.put(utf8("a release"));
    vault.put(utf8("a release"));

    assertThat(
            s3.listObjectVersions(r -> r.bucket(bucket).prefix("vault/sha256/" + digest))
                .versions())
        .hasSize(1);
  }

  @Test
  void nothingPut_isAbsent() {
    assertThat(vault.get(Sha256.of(utf8("never")))).isEqualTo(new VaultRead.Absent());
  }

  @Test
  void bytesReplacedBehindItsBack_areReportedNotServed() {
    Sha256 digest = vault.put(utf8("a release"));
    s3.putObject(
        r -> r.bucket(bucket).key("vault/sha256/" + digest), RequestBody.fromString("forged"));

    assertThat(vault.get(digest)).isEqualTo(new VaultRead.Altered(Sha256.of(utf8("forged"))));
  }

  @Test
  void text_put_isKeptBesideItsDocument() {
    Sha256 document = vault.put(utf8("<p>a release</p>"));

    Sha256 text = vault.putText(document, "a release – in text");

    assertThat(
            s3.getObjectAsBytes(r -> r.bucket(bucket).key("vault/sha256/" + document + ".text"))
                .asUtf8String())
        .isEqualTo("a release – in text");
    assertThat(vault.getText(document, text))
        .isInstanceOfSatisfying(
            VaultRead.Found.class,
            f -> assertThat(f.bytes()).isEqualTo(utf8("a release – in text")));
  }

  @Test
  void otherText_put_leavesTheFirstAndNamesIt() {
    Sha256 document = vault.put(utf8("<p>a release</p>"));
    Sha256 first = vault.putText(document, "first");

    assertThat(vault.putText(document, "second")).isEqualTo(first);
    assertThat(vault.putText(document, "first")).isEqualTo(first);
    assertThat(vault.getText(document, Sha256.of(utf8("second"))))
        .isEqualTo(new VaultRead.Altered(first));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
