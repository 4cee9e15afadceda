package dev.afterbell.vault;

import dev.afterbell.filing.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A vault for tests that forget; its content can be lost or spoilt on purpose. */
public final class MemoryVault implements Vault {

  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  @Override
  public Sha256 put(byte[] bytes) {
    Sha256 digest = Sha256.of(bytes);
    objects.putIfAbsent(digest.hex(), bytes.clone());
    return digest;
  }

  @Override
  public VaultRead get(Sha256 digest) {
    return read(digest.hex(), digest);
  }

  @Override
  public Sha256 putText(Sha256 document, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] first = objects.putIfAbsent(document + ".text", bytes);
    return Sha256.of(first == null ? bytes : first);
  }

  @Override
  public VaultRead getText(Sha256 document, Sha256 textDigest) {
    return read(document + ".text", textDigest);
  }

  /** How many objects are kept. */
  public int size() {
    return objects.size();
  }

  /** Loses an object. */
  public void lose(Sha256 digest) {
    objects.remove(digest.hex());
  }

  /** Replaces an object's bytes. */
  public void spoil(Sha256 digest, byte[] bytes) {
    objects.put(digest.hex(), bytes);
  }

  private VaultRead read(String name, Sha256 expected) {
    Optional<byte[]> bytes = Optional.ofNullable(objects.get(name));
    if (bytes.isEmpty()) {
      return new VaultRead.Absent();
    }
    Sha256 actual = Sha256.of(bytes.get());
    return actual.equals(expected)
        ? new VaultRead.Found(bytes.get())
        : new VaultRead.Altered(actual);
  }
}
