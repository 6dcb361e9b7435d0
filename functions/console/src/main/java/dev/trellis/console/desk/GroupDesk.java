package dev.trellis.console.desk;

import module java.base;

import dev.trellis.console.html.Showing;
import dev.trellis.core.http.Response;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.Groups;
import dev.trellis.core.port.Groups.Group;
import dev.trellis.playbook.PlaybookException;
import dev.trellis.playbook.yaml.Problem;

/**
 * Groups as people build them, in the words of {@code audiences.yaml}; whoever belongs to one is in
 * it a few minutes later, once everybody was placed anew.
 *
 * @param source what the playbook was compiled from
 */
public record GroupDesk(Groups groups, Playbook playbook, Path source, InstantSource clock) {

  /** Each costs every event a question, and a lead's groups are written together. */
  private static final int MOST = 40;

  private static final String CHANGED = "somebody else has changed the group";
  private static final String FILE = "audiences.yaml";
  private static final Pattern LIST = Pattern.compile("(?m)^audiences:[ ]*$\\R(?:[ ]*#.*\\R)*");

  /** What became of a group that somebody wrote. */
  public sealed interface Written {}

  /** It is there. */
  public record Kept(String id, long version) implements Written {}

  /** It cannot be read. */
  public record Unread(List<Problem> problems) implements Written {}

  /** Something is in its way. */
  public record Hindered(String why) implements Written {}

  /** Makes or changes the group that is written here, as YAML or JSON, for a program. */
  public Response save(String id, String text) {
    return switch (write(id, text)) {
      case Kept(var group, var version) ->
          Showing.json(200, Map.of("group", group, "version", version));
      case Unread(var problems) -> Showing.json(422, Map.of("problems", problems));
      case Hindered(var why) -> Showing.problem(409, why);
    };
  }

  /** Makes the group that is written here, which must be new. */
  public Written make(String id, String text) {
    return find(id).filter(group -> !group.ended()).isPresent()
        ? new Hindered("there is a group of that id: choose another")
        : write(id, text);
  }

  /** Makes or changes the group that is written here. */
  public Written write(String id, String text) {
    if (playbook.audiences().find(id).isPresent()) {
      return new Hindered("the playbook has that group: change it there");
    }
    var stored = find(id);
    if (stored.filter(group -> !group.ended()).isEmpty()
        && groups.all().stream().filter(group -> !group.ended()).count() >= MOST) {
      return new Hindered("there are " + MOST + " groups: end one first");
    }
    try {
      var audience = read(id, text);
      return kept(new Group(audience, false, now(), version(stored)));
    } catch (PlaybookException e) {
      return new Unread(e.problems());
    }
  }

  /** Ends a group: everybody leaves it. */
  public Response end(String id) {
    return find(id)
        .filter(group -> !group.ended())
        .map(group -> new Group(group.audience(), true, now(), group.version()))
        .map(group ->
            groups.save(group)
                ? Showing.json(200, Map.of("group", id, "version", group.version() + 1))
                : Showing.problem(409, CHANGED))
        .orElseGet(() -> Showing.none("group"));
  }

  /** When somebody last changed a group that people built; empty if it is none, or ended. */
  public Optional<Instant> changedAt(String id) {
    return playbook.audiences().find(id).isPresent()
        ? Optional.empty()
        : find(id).filter(group -> !group.ended()).map(Group::changedAt);
  }

  private Optional<Group> find(String id) {
    return groups.all().stream().filter(group -> group.audience().id().equals(id)).findFirst();
  }

  private static long version(Optional<Group> stored) {
    return stored.map(Group::version).orElse(0L);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Written kept(Group group) {
    return groups.save(group)
        ? new Kept(group.audience().id(), group.version() + 1)
        : new Hindered(CHANGED);
  }

  // As the first of the file, so that the playbook's own reader and checks judge it.
  private Audience read(String id, String text) {
    var file = file();
    var list = LIST.matcher(file);
    if (!list.find()) {
      file = file.stripTrailing() + "\naudiences:\n";
      list = LIST.matcher(file);
      list.find();
    }
    var rest = file.substring(list.end());
    var indent = rest.substring(0, rest.length() - rest.stripLeading().length());
    indent = indent.substring(indent.lastIndexOf('\n') + 1);
    var entry = indent + "- " + text.strip().replaceAll("\\R", "\n" + indent + "  ") + "\n";
    var before = file.substring(0, list.end());
    try {
      var read = ChangedPlaybook.with(source, FILE, before + entry + rest);
      var audience = read.audiences().all().getFirst();
      if (!audience.id().equals(id)) {
        throw new PlaybookException(
            List.of(
                new Problem(
                    FILE, 1, "is another group than \"" + id + "\"", "Write \"id: " + id + "\"")));
      }
      return audience;
    } catch (PlaybookException e) {
      int above = (int) before.lines().count();
      throw new PlaybookException(
          e.problems().stream().map(problem -> inText(problem, above)).toList());
    }
  }

  private static Problem inText(Problem problem, int above) {
    return problem.file().equals(FILE) && problem.line() > above
        ? new Problem("group", problem.line() - above, problem.what(), problem.remedy())
        : problem;
  }

  private String file() {
    try {
      var path = source.resolve(FILE);
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
