package dev.trellis.checks.attack;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Trust.Joining;
import dev.trellis.playbook.PlaybookReader;

/** The default playbook with one more form, which asks for everything and insists on nothing. */
final class OpenForms {

  static final String VISIT = "visit";

  private static final Path DEFAULT = Path.of("../../infra/playbook");

  private OpenForms() {}

  static Playbook in(Path folder) throws IOException {
    return in(folder, Joining.USUAL);
  }

  static Playbook in(Path folder, Joining joining) throws IOException {
    try (var files = Files.walk(DEFAULT)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = folder.resolve(DEFAULT.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    var policy = folder.resolve("playbook.yaml");
    var join = "join: " + joining.name().toLowerCase(Locale.ROOT);
    Files.writeString(policy, Files.readString(policy).replace("join: usual", join));
    Files.writeString(folder.resolve("forms/" + VISIT + ".yaml"), visit());
    return PlaybookReader.read(folder);
  }

  private static String visit() {
    var form = new StringBuilder();
    for (var text : new String[] {"title", "intro", "submit", "thanksTitle", "thanks"}) {
      form.append(text).append(": { zh: 展台, en: The booth }\n");
    }
    form.append("questions:\n");
    var questions = new TreeMap<String, String>();
    questions.put("name", "text");
    questions.put("company", "text");
    questions.put("title", "text");
    questions.put("remark", "text");
    questions.put("email", "email");
    questions.put("mobile", "phone");
    questions.put("consent", "consent");
    questions.forEach((id, kind) ->
        form.append(
            "  - { id: %s, kind: %s, required: false, label: { zh: %s, en: %s } }\n"
                .formatted(id, kind, id, id)));
    return form.toString();
  }
}
