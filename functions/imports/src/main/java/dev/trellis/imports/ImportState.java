package dev.trellis.imports;

import module java.base;

import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.imports.file.ImportException;
import dev.trellis.imports.row.Understanding;

/**
 * How far an import got: everything up to the line of {@code far} has been stored, placed and told
 * to journeys, whatever becomes of this process.
 *
 * @param before the leads when the import began
 * @param result once it is finished
 */
record ImportState(
    String batch, String file, Instant began, Passage.Far far, Census before, ImportResult result) {

  ImportState {
    far = far == null ? Passage.Far.START : far;
    before = before == null ? Census.EMPTY : before; // what is empty is not written
  }

  private static final String PREFIX = "import-";
  private static final String SUFFIX = ".json";

  static ImportState begin(Understanding file, Instant began, Census before) {
    return new ImportState(file.batch(), file.name(), began, Passage.Far.START, before, null);
  }

  ImportState handled(Passage.Far done) {
    return new ImportState(batch, file, began, done, before, null);
  }

  ImportState finished(Passage.Far done, ImportResult result) {
    return new ImportState(batch, file, began, done, before, result);
  }

  static Optional<ImportState> find(Path folder, String batch) {
    return read(folder.resolve(PREFIX + batch + SUFFIX));
  }

  /** Every import of this folder, finished or not. */
  static List<ImportState> all(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(PREFIX))
          .filter(f -> f.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .flatMap(f -> read(f).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Written as a whole or not at all. */
  void save(Path folder) throws IOException {
    var file = folder.resolve(PREFIX + batch + SUFFIX);
    var unfinished = file.resolveSibling(file.getFileName() + "~");
    Files.writeString(unfinished, Json.write(this) + "\n");
    Files.move(
        unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Optional<ImportState> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(Json.read(ImportState.class, Files.readString(file)))
          : Optional.empty();
    } catch (MessageFormatException e) {
      throw new ImportException(
          file + " is damaged. Move it away: the import then starts over and repeats nothing", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
