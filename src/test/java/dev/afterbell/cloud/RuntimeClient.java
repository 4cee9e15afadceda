package dev.afterbell.cloud;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * AWS's runtime interface client: the program that polls on Lambda's Java runtime. Its native
 * library is unpacked here, once for each cloud: left alone, every process unpacks it over the same
 * file in /tmp while others have it mapped, and they crash.
 */
final class RuntimeClient {

  /** The client's main class. */
  static final String MAIN = AWSLambda.class.getName();

  private static final String LIBRARY_PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /** Names of the library for the machines it is made for. */
  private static final Map<String, String> ARCHITECTURES =
      Map.of("amd64", "x86_64", "aarch64", "aarch_64");

  private final Path library;

  private RuntimeClient(Path library) {
    this.library = library;
  }

  /** Whether the client has a library for this machine: Linux on x86-64 or ARM 64. */
  static boolean runsHere() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
        && ARCHITECTURES.containsKey(System.getProperty("os.arch"));
  }

  /** Puts the library of this machine into {@code folder}. */
  static RuntimeClient unpack(Path folder) {
    String architecture =
        Optional.ofNullable(ARCHITECTURES.get(System.getProperty("os.arch"))).orElseThrow();
    String machine =
        Files.exists(
                Path.of(
                    "/lib/ld-musl-"
                        + System.getProperty("os.arch").replace("amd64", "x86_64")
                        + ".so.1"))
            ? "linux_musl-"
            : "linux-";
    String name = "/jni/libaws-lambda-jni." + machine + architecture + ".so";
    Path library = folder.resolve("libaws-lambda-jni.so");
    try (InputStream in = AWSLambda.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new CloudFailure("The Lambda runtime interface client has no " + name);
      }
      Files.createDirectories(folder);
      Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
      return new RuntimeClient(library);
    } catch (IOException e) {
      throw new CloudFailure("Cannot unpack " + name + " to " + library + ": " + e.getMessage(), e);
    }
  }

  /** Option of the JVM that names the library. */
  String libraryOption() {
    return "-D" + LIBRARY_PROPERTY + "=" + library;
  }

  /** The client's own class path; the rest it needs is in the function's package. */
  String classPath() {
    return jarOf(AWSLambda.class) + File.pathSeparator + jarOf(PojoSerializer.class);
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
