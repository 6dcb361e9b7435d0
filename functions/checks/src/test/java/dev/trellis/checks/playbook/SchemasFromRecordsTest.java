package dev.trellis.checks.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.trellis.playbook.Schemas;
import dev.trellis.rehearsal.playtest.PlaytestsFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The schemas that editors use are made of the records that the compiler reads. After a change of
 * these, {@code mvn test -pl functions/checks -am -Dtest=SchemasFromRecordsTest -Dschemas=write
 * -Dsurefire.failIfNoSpecifiedTests=false} writes them anew.
 */
class SchemasFromRecordsTest {

  private static final Path FOLDER = Path.of("../../infra/playbook/schema");

  @TestFactory
  Stream<DynamicTest> everySchemaIsWhatTheRecordsSay() {
    return schemas().entrySet().stream()
        .map(schema ->
            DynamicTest.dynamicTest(
                schema.getKey(), () -> compare(schema.getKey(), schema.getValue())));
  }

  @Test
  void noSchemaIsWrittenByHand() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              schemas().keySet().stream().map(SchemasFromRecordsTest::file).toList());
    }
  }

  private static Map<String, Map<String, Object>> schemas() {
    var all = Schemas.all();
    all.put("test", Schemas.of("test", PlaytestsFile.class));
    return all;
  }

  private static String file(String name) {
    return name + ".schema.json";
  }

  private static void compare(String name, Map<String, Object> schema) throws IOException {
    var file = FOLDER.resolve(file(name));
    var text =
        JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(schema).replace("\r\n", "\n")
            + "\n";
    if ("write".equals(System.getProperty("schemas"))) {
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file)).isEqualTo(text);
  }
}
