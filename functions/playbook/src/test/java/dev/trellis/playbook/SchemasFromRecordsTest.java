package dev.trellis.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.trellis.core.DefaultPlaybook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The schemas that editors use are made of the records that the compiler reads. After a change of
 * these, {@code mvn test -pl functions/playbook -am -Dtest=SchemasFromRecordsTest -Dschemas=write
 * -Dsurefire.failIfNoSpecifiedTests=false} writes them anew.
 */
class SchemasFromRecordsTest {

  private static final Path FOLDER = DefaultPlaybook.ROOT.resolve("schema");

  @TestFactory
  Stream<DynamicTest> everySchemaIsWhatTheRecordsSay() {
    return Schemas.all().entrySet().stream()
        .map(schema ->
            DynamicTest.dynamicTest(
                schema.getKey(), () -> compare(schema.getKey(), schema.getValue())));
  }

  private static void compare(String name, Map<String, Object> schema) throws IOException {
    var file = FOLDER.resolve(name + ".schema.json");
    var text =
        JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(schema).replace("\r\n", "\n")
            + "\n";
    if ("write".equals(System.getProperty("schemas"))) {
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file)).isEqualTo(text);
  }
}
