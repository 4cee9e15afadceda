package dev.afterbell.cloud;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The unpacked package that SAM deploys: with a {@code bootstrap} it is native, else it is a class
 * path for the Java runtime, whose part AWS's own runtime interface client plays (or {@link
 * PlainRuntime} where that has no native library: it is made for Linux).
 */
final class FunctionPackage {

  private static final String HANDLER = "io.quarkus.funqy.lambda.FunqyStreamHandler";

  private final Path folder;

  private FunctionPackage(Path folder) {
    this.folder = folder;
  }

  /** Unpacks a function.zip into an empty folder. */
  static FunctionPackage unpack(Path zip, Path folder) {
    if (!Files.isRegularFile(zip)) {
      throw new CloudFailure(
          "The packaged functions are missing at " + zip + "; build them: mvn package -DskipTests");
    }
    try {
      deleteTree(folder);
      Files.createDirectories(folder);
      try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          unpackEntry(in, entry, folder);
        }
      }
    } catch (IOException e) {
      throw new CloudFailure("Cannot unpack " + zip + ": " + e.getMessage(), e);
    }
    FunctionPackage unpacked = new FunctionPackage(folder);
    if (unpacked.isNative() && !unpacked.bootstrap().toFile().setExecutable(true)) {
      throw new CloudFailure("Cannot make " + unpacked.bootstrap() + " executable");
    }
    return unpacked;
  }

  private static void unpackEntry(ZipInputStream in, ZipEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("entry outside the package: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(in, target);
    }
  }

  static void deleteTree(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  Path folder() {
    return folder;
  }

  boolean isNative() {
    return Files.isRegularFile(bootstrap());
  }

  private Path bootstrap() {
    return folder.resolve("bootstrap");
  }

  /** What starts one function of the package. */
  List<String> command() {
    if (isNative()) {
      return List.of(bootstrap().toString());
    }
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            ChildProcess.java(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-cp"));
    String functions = folder + File.pathSeparator + folder.resolve("lib") + File.separator + "*";
    if (RuntimeClient.runsHere()) {
      RuntimeClient client = RuntimeClient.unpack(folder.resolveSibling("runtime"));
      command.add(functions + File.pathSeparator + client.classPath());
      command.add(1, client.libraryOption());
      command.addAll(List.of(RuntimeClient.MAIN, HANDLER + "::handleRequest"));
    } else {
      command.add(functions + File.pathSeparator + plainRuntime());
      command.addAll(List.of(PlainRuntime.class.getName(), HANDLER));
    }
    return command;
  }

  /** A class path with the plain runtime alone, so that no test resource reaches a function. */
  private Path plainRuntime() {
    Path root = folder.resolveSibling("runtime");
    try (InputStream in = PlainRuntime.class.getResourceAsStream("PlainRuntime.class");
        InputStream context =
            PlainRuntime.class.getResourceAsStream("PlainRuntime$PlainContext.class")) {
      Path target =
          Files.createDirectories(
              root.resolve(PlainRuntime.class.getPackageName().replace('.', '/')));
      Files.copy(
          requireNonNull(in),
          target.resolve("PlainRuntime.class"),
          StandardCopyOption.REPLACE_EXISTING);
      Files.copy(
          requireNonNull(context),
          target.resolve("PlainRuntime$PlainContext.class"),
          StandardCopyOption.REPLACE_EXISTING);
      return root;
    } catch (IOException e) {
      throw new CloudFailure("Cannot lay out the runtime at " + root + ": " + e.getMessage(), e);
    }
  }
}
