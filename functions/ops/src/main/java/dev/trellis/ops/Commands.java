package dev.trellis.ops;

import module java.base;

import dev.trellis.core.port.Audit.Deed;
import dev.trellis.ops.aws.Stack;

/** All that an operator may ask for, by its first word. */
public final class Commands {

  private final Stack stack;
  private final SortedMap<String, Command> commands = new TreeMap<>();

  /** What may be done to this stack. */
  public Commands(Stack stack) {
    this.stack = stack;
    Stream.of(
            new Mails(stack).commands(),
            new Letters(stack).commands(),
            new Leads(stack).commands(),
            new Reaching(stack).commands(),
            new Restoring(stack).commands())
        .flatMap(List::stream)
        .forEach(command -> commands.put(command.name(), command));
  }

  /**
   * Does what a line asks for.
   *
   * @throws IllegalArgumentException whose message says what is wrong with the line, to whoever
   *     wrote it
   */
  public void run(String line, Teller teller) {
    var words = List.of(line.strip().split("\\s+"));
    var name = words.getFirst();
    if (name.isEmpty() || name.equals("help")) {
      help(teller);
      return;
    }
    var command = commands.get(name);
    if (command == null) {
      throw teller.refusal(
          "there is no command %s; do you mean %s? -Ddo=help lists them all",
          "没有 %s 这个命令；是不是 %s？-Ddo=help 列出全部命令", name, Nearest.to(name, commands.keySet()));
    }
    try {
      command.work().run(words.subList(1, words.size()), teller);
    } catch (IllegalArgumentException refused) {
      throw refused; // nothing was done
    } catch (RuntimeException failed) {
      noteFailed(command, failed);
      throw failed;
    }
    note(command, 200);
  }

  private void noteFailed(Command command, RuntimeException failed) {
    try {
      note(command, 500);
    } catch (RuntimeException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
  }

  // Its name alone: the words may be about a person.
  private void note(Command command, int outcome) {
    var who = System.getProperty("user.name");
    var what = "ops " + command.name();
    stack.audit().note(Deed.now(stack.clock().instant(), who, "operator", what, null, outcome));
  }

  private void help(Teller teller) {
    commands
        .values()
        .forEach(command -> {
          teller.out().println(command.usage());
          teller.out().println("    " + command.english());
          teller.out().println("    " + command.chinese());
        });
  }

  /** What commands that take other words than these say. */
  static IllegalArgumentException usage(String usage, Teller teller) {
    return teller.refusal("say: %s", "用法：%s", usage);
  }
}
