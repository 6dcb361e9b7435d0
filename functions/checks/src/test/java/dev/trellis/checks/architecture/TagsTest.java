package dev.trellis.checks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What visitors see is written in templates, where everything that varies is escaped for the place
 * where it stands: a page put together from strings is a page that forgets it once.
 */
class TagsTest {

  /**
   * The start of a tag, an end or a doctype; the name of a group in a regular expression is none.
   */
  private static final Pattern TAG = Pattern.compile("(?<!\\(\\?)<[/!]?[a-zA-Z]");

  private static final Pattern PAGE = Pattern.compile("Jte\\w+Generated(\\$\\d+)?");

  @ParameterizedTest
  @ValueSource(strings = {"capture", "nurture"})
  void noStringOfAPublicRoomHoldsATag(String room) {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.trellis." + room);
    var pages = classes.stream().filter(TagsTest::isPage).toList();
    var others = classes.stream().filter(each -> !isPage(each)).toList();

    assertThat(pages.stream().flatMap(page -> tagged(page).stream())).isNotEmpty();
    assertThat(others).hasSizeGreaterThan(20);
    assertThat(others.stream().flatMap(each -> strings(each).stream())).hasSizeGreaterThan(100);
    assertThat(others).allSatisfy(each -> assertThat(tagged(each)).as(each.getName()).isEmpty());
  }

  @Test
  void aTagIsFoundHoweverItIsWritten() {
    var written = new ClassFileImporter().importClass(Written.class);

    assertThat(tagged(written))
        .hasSize(6)
        .anyMatch(text -> text.equals("<br>"))
        .anyMatch(text -> text.startsWith("<!DOCTYPE html>\n"))
        .anyMatch(text -> text.equals("<i>joined"))
        .anyMatch(text -> text.startsWith("<a href="))
        .anyMatch(text -> text.equals("</p>"))
        .anyMatch(text -> text.equals("<svg/>"));
  }

  /** Tags in each way of writing a string, and what only looks like one. */
  private record Written(String name) {

    private static final String CONSTANT = "<br>";
    private static final List<String> NONE =
        List.of("a < b", "<" + CONSTANT.length(), "(?<group>x)", "x -> y", "<1>");

    String block() {
      return """
      <!DOCTYPE html>
      <title>%s</title>
      """
          .formatted(name + NONE);
    }

    String joined() {
      return "<" + "i>" + "joined";
    }

    String around() {
      return "<a href=\"" + name + "\">";
    }

    char[] drawn() {
      return "<svg/>".toCharArray();
    }

    StringBuilder closed() {
      return new StringBuilder(CONSTANT).append(name).append("</p>");
    }
  }

  private static boolean isPage(JavaClass each) {
    return PAGE.matcher(each.getName().substring(each.getPackageName().length() + 1)).matches();
  }

  private static List<String> tagged(JavaClass each) {
    return strings(each).stream().filter(text -> TAG.matcher(text).find()).toList();
  }

  // From the compiled class: there a string is whole that the source puts together from pieces.
  private static List<String> strings(JavaClass each) {
    var strings = new ArrayList<String>();
    try (var stream = each.getSource().orElseThrow().getUri().toURL().openStream()) {
      for (var constant : ClassFile.of().parse(stream.readAllBytes()).constantPool()) {
        if (constant instanceof StringEntry text) {
          strings.add(text.stringValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return strings;
  }
}
