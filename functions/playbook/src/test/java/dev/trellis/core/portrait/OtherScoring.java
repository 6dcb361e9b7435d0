package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.DefaultPlaybook;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.playbook.PlaybookReader;

/** The shipped playbook with a scoring table of small round numbers. */
final class OtherScoring {

  static final String TABLE =
      """
      version: 7
      fit:
        - { id: planned, points: 10, when: { plan: { within: P6M } } }
        - { id: known, points: 5, when: { company: { known: true } } }
      roles: { marketing-operations: 9, chief: 2 }
      activity:
        halfLife: P10D
        cap: 20
        behaviours:
          visit: { points: 1, pointsPerMinute: 1, capPerDay: 5 }
          read: { points: 2, capPerDay: 6 }
          attend: { points: 8, capPerDay: 16 }
      interest: { perRead: 2, perMinute: 1, capPerContent: 5, cap: 8 }
      keys:
        - id: attended-and-read
          name: { zh: 参会后阅读, en: Attended and read }
          points: 4
          within: P30D
          all: [ { did: attend }, { read: solution } ]
        - id: regular
          name: { zh: 常客, en: Regular }
          points: 3
          all: [ { did: [visit, read], times: 4, days: 2 } ]
      total:
        activity: { percent: 50, cap: 4 }
        keys: { percent: 100, cap: 5 }
      heat:
        hot: { contentTags: 2, activity: 5, keys: 1 }
        warm: { contentTags: 1, activity: 1, keys: 0 }
      """;

  private OtherScoring() {}

  static Playbook read(Path folder) throws IOException {
    try (var files = Files.walk(DefaultPlaybook.ROOT)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = folder.resolve(DefaultPlaybook.ROOT.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.writeString(folder.resolve("scoring.yaml"), TABLE);
    var tags = folder.resolve("tags.yaml");
    var text = Files.readString(tags).replaceAll("scoring:[a-z-]+", "dossier");
    Files.writeString(tags, text.replace("dossier, dossier", "dossier"));
    return PlaybookReader.read(folder);
  }
}
