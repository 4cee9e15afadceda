package dev.afterbell.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder that people drop files into: {@code inbox/TICKER/file}. A file that has stopped changing
 * is uploaded, once for each of its states; a side-car {@code file.meta.json} goes before the file
 * that it describes.
 */
final class DropFolder implements AutoCloseable {

  /**
   * Between two looks at the folder, in milliseconds. A file must look the same twice before it is
   * taken.
   */
  static final int LOOK_MILLIS = 500;

  /** Files looked at in one go. */
  private static final int FILES_MAX = 10_000;

  private static final String SIDE_CAR = ".meta.json";

  private final Path folder;
  private final Upload upload;
  private final Consumer<String> progress;
  private final Map<Path, State> seen = new HashMap<>();
  private final Map<Path, State> uploaded = new HashMap<>();
  private final ScheduledExecutorService looker;

  /** Takes a file under its key. */
  @FunctionalInterface
  interface Upload {
    void put(String key, Path file) throws IOException;
  }

  private record State(long size, long modifiedMillis) {}

  DropFolder(Path folder, Upload upload, Consumer<String> progress) {
    this.folder = folder;
    this.upload = upload;
    this.progress = progress;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CloudFailure("Cannot make the drop folder " + folder + ": " + e.getMessage(), e);
    }
    this.looker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "drop-folder");
              thread.setDaemon(true);
              return thread;
            });
    looker.scheduleWithFixedDelay(this::lookSafely, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void lookSafely() {
    try {
      look();
    } catch (IOException | RuntimeException e) {
      progress.accept("Drop folder: " + e.getMessage());
    }
  }

  private void look() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = new ArrayList<>(walk.filter(Files::isRegularFile).limit(FILES_MAX).toList());
    }
    files.sort(
        Comparator.comparing((Path f) -> !isSideCar(f)).thenComparing(Comparator.naturalOrder()));
    for (Path file : files) {
      State state = new State(Files.size(file), Files.getLastModifiedTime(file).toMillis());
      State before = seen.put(file, state);
      if (state.equals(before) && !state.equals(uploaded.get(file))) {
        uploaded.put(file, state);
        upload.put(keyOf(file), file);
      }
    }
  }

  private String keyOf(Path file) {
    return "inbox/" + folder.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isSideCar(Path file) {
    return file.getFileName().toString().endsWith(SIDE_CAR);
  }

  @Override
  public void close() {
    looker.shutdownNow();
  }
}
