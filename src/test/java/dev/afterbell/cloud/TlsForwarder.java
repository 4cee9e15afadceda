package dev.afterbell.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Ends TLS on a loopback port and passes the bytes on to a plain one: an emulator behind HTTPS. */
final class TlsForwarder implements AutoCloseable {

  private static final String PASSWORD = "changeit";

  private final SSLServerSocket server;
  private final int target;

  private TlsForwarder(SSLServerSocket server, int target) {
    this.server = server;
    this.target = target;
    daemon(this::accept);
  }

  /**
   * A key store with a new key and a certificate of its own for {@code localhost}; it serves as a
   * trust store, too.
   */
  static Path keyStore(Path folder) throws IOException, InterruptedException {
    Path store = folder.resolve("localhost.p12");
    Files.deleteIfExists(store);
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process made =
        new ProcessBuilder(
                List.of(
                    keytool.toString(),
                    "-genkeypair",
                    "-alias",
                    "localhost",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost,ip:127.0.0.1",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD))
            .inheritIO()
            .start();
    if (made.waitFor() != 0) {
      throw new IOException("keytool ended with " + made.exitValue());
    }
    return store;
  }

  /** The settings under which a process trusts what {@link #keyStore} made, and nothing else. */
  static List<String> trusting(Path store) {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + store.toAbsolutePath(),
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
        "-Djavax.net.ssl.trustStoreType=PKCS12");
  }

  /** Serves HTTPS in front of the plain address. */
  static TlsForwarder inFrontOf(URI plain, Path store)
      throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return new TlsForwarder(server, plain.getPort());
  }

  /** Where it serves. */
  URI address() {
    return URI.create("https://localhost:" + server.getLocalPort());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), target);
        daemon(() -> pump(client, plain));
        daemon(() -> pump(plain, client));
      } catch (IOException ended) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(ended);
        }
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      OutputStream out = to.getOutputStream();
      from.getInputStream().transferTo(out);
    } catch (IOException closedByTheOtherSide) {
      Thread.yield();
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "tls-forwarder");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
