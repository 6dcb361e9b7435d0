package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Audiences;
import dev.trellis.core.playbook.Calls;
import dev.trellis.core.playbook.Ctas;
import dev.trellis.core.playbook.Fields;
import dev.trellis.core.playbook.Imports;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Machines;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Scenarios;
import dev.trellis.core.playbook.TagScheme;
import dev.trellis.core.playbook.Trust;
import dev.trellis.core.playbook.Trust.Joining;
import dev.trellis.playbook.check.AccountRulesCheck;
import dev.trellis.playbook.check.PlaybookCheck;
import dev.trellis.playbook.yaml.Problem;
import dev.trellis.playbook.yaml.Yaml;

/** Reads a playbook folder and reports every problem with file, line and remedy. */
public final class PlaybookReader {

  private final Path root;
  private final List<Problem> problems = new ArrayList<>();

  private PlaybookReader(Path root) {
    this.root = root;
  }

  /**
   * Reads and checks a playbook.
   *
   * @throws PlaybookException if anything in it is wrong; lists all that was found
   */
  public static Playbook read(Path root) {
    var reader = new PlaybookReader(root);
    var playbook = reader.playbook();
    if (reader.problems.isEmpty()) {
      new PlaybookCheck(playbook, reader.places).run();
      new AccountRulesCheck(playbook.accounts(), playbook.dictionaries().companies(), reader.places)
          .run();
    }
    if (!reader.problems.isEmpty()) {
      throw new PlaybookException(reader.problems);
    }
    return playbook;
  }

  /** Where each thing was defined, by kind and id, for the checks that look across files. */
  private final Map<String, Yaml> places = new HashMap<>();

  private Playbook playbook() {
    var main = Yaml.read(root, "playbook.yaml", problems);
    if (!problems.isEmpty()) {
      // Without languages nothing else can be read.
      throw new PlaybookException(problems);
    }
    var languages = main.get("company").get("languages").texts();
    var source = new Source(root, languages, places, problems);
    var file = source.read(main, PlaybookFile.class);
    var lifecycle = file.lifecycle().map(folder -> "lifecycles/" + folder + "/").orElse("");
    var stages = source.meaning(lifecycle + "stages.yaml", StagesFile.class);
    var pools = source.read(lifecycle + "pools.yaml", PoolsFile.class);
    var codes = source.read("codes.yaml", CodesFile.class);
    var crm = source.read("crm.yaml", CrmFile.class);
    places.put("crm", crm.at());
    var dictionaries = DictionariesReader.read(source);
    var journeys = source.meanings("journeys", JourneyFile.class);
    var former = new LinkedHashMap<>(journeys);
    former.keySet().removeIf(name -> !name.contains("@"));
    journeys.keySet().removeAll(former.keySet());
    var company = file.sender(source.meaning("holidays.yaml", HolidaysFile.class, Map.of()));
    letters(source, company.zone(), journeys);
    return new Playbook(
        root,
        company,
        stages,
        pools.tree(source.reading()),
        pools.returns(),
        pools.otherReturns(),
        pools.settling(),
        file.periods(),
        source.meaning("scoring.yaml", ScoringFile.class),
        source.meaning("contents.yaml", ContentsFile.class),
        codes.events(),
        codes.codes(),
        source.meanings("forms", FormFile.class),
        MailsReader.read(source),
        journeys,
        former,
        crm.sources(),
        crm.handOffTo(),
        crm.assignment(),
        source.meaning("fields.yaml", FieldsFile.class, new Fields(Map.of())),
        source.meaning("tags.yaml", TagsFile.class, TagScheme.EMPTY),
        dictionaries,
        AccountRulesReader.read(source, dictionaries),
        source.meaning("machines.yaml", MachinesFile.class, Machines.EMPTY),
        source.meaning("imports.yaml", ImportsFile.class, Imports.EMPTY),
        source.meaning("audiences.yaml", AudiencesFile.class, Audiences.EMPTY),
        source.meaning("scenarios.yaml", ScenariosFile.class, Scenarios.EMPTY),
        source.meaning("ctas.yaml", CtasFile.class, Ctas.NONE),
        source.meaning("calls.yaml", CallsFile.class, Calls.NONE),
        new Trust(file.join().orElse(Joining.USUAL), file.vouching()),
        file.retention().map(PlaybookFile.Kept::meaning),
        file.sweep().orElse(Playbook.Sweep.DEFAULT));
  }

  // A letter is a journey of one step.
  private void letters(Source source, ZoneId zone, Map<String, Journey> journeys) {
    source
        .meanings("letters", LetterFile.class)
        .forEach((id, letter) -> {
          if (journeys.put(id, letter.apply(zone)) != null) {
            source.problem(
                "letters/" + id + ".yaml",
                "has the id of journeys/" + id + ".yaml",
                "Give it another name");
          }
        });
  }
}
