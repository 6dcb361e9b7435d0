package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Machines;
import dev.trellis.core.playbook.Machines.Agent;
import dev.trellis.core.playbook.Machines.Kind;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code machines.yaml}. */
@Says("Programs that follow links and open pages, and are no readers: what they do moves nothing.")
record MachinesFile(
    @Says(
            "Every browser's User-Agent holds one of these, in any case; whoever sends none of them"
                + " is a program.")
        @Or
        List<String> browsers,
    @Says("Check the links of incoming mail.") @Or List<Machine> gateways,
    @Says("Make the preview of a link in a chat.") @Or List<Machine> previews,
    @Says("Fetch for a mail program, so that its reader stays unknown.") @Or List<Machine> proxies,
    @Says("Load what somebody may look at later.") @Or List<Machine> prefetches,
    @Says("Collect pages for a search engine.") @Or List<Machine> crawlers,
    @Says("Browsers with nobody before them.") @Or List<Machine> programs)
    implements Means<Machines> {

  @Override
  public Machines meaning(Reading reading) {
    var agents = new ArrayList<Agent>();
    var ids = new HashSet<String>();
    gateways.forEach(machine -> agents.add(machine.agent(Kind.GATEWAY, ids)));
    previews.forEach(machine -> agents.add(machine.agent(Kind.PREVIEW, ids)));
    proxies.forEach(machine -> agents.add(machine.agent(Kind.PROXY, ids)));
    prefetches.forEach(machine -> agents.add(machine.agent(Kind.PREFETCH, ids)));
    crawlers.forEach(machine -> agents.add(machine.agent(Kind.CRAWLER, ids)));
    programs.forEach(machine -> agents.add(machine.agent(Kind.PROGRAM, ids)));
    return new Machines(Machine.plain(browsers), agents);
  }

  @Says("One program; one mark, one whole User-Agent or one header is enough to know it.")
  @Also(
      """
      {"anyOf": [{"required": ["marks"]}, {"required": ["exact"]}, {"required": ["headers"]}]}
      """)
  record Machine(
      Yaml at,
      @Says("Part of the reason in the log, such as gateway:mimecast.") String id,
      @Says("Parts of its User-Agent, in any case; none that a browser holds as well.")
          @Or
          @Like(".{4,}")
          @Wrong(
              value = "the mark \"%s\" is so short that browsers may hold it",
              remedy = "Write at least 4 characters of the program's own name")
          List<String> marks,
      @Says("Parts of the User-Agent of an app that holds a mark and has a person before it.") @Or
          List<String> except,
      @Says("Whole User-Agents, in any case.") @Or List<String> exact,
      @Says("Part of the header's value, by the header's name; \"any\" for any value.")
          @Or
          @Keys("[A-Za-z0-9-]+")
          Map<String, String> headers) {

    private Agent agent(Kind kind, Set<String> ids) {
      if (!ids.add(id)) {
        at.problem("the machine \"" + id + "\" is there twice", "Join the two or rename one");
      }
      if (marks.isEmpty() && exact.isEmpty() && headers.isEmpty()) {
        at.problem(
            "the machine \"" + id + "\" can be known by nothing",
            "Add \"marks\", \"exact\" or \"headers\"");
      }
      var parts = new TreeMap<String, String>();
      headers.forEach((name, part) -> {
        parts.put(name.toLowerCase(Locale.ROOT), plain(part).equals("any") ? "" : plain(part));
      });
      return new Agent(id, kind, plain(marks), plain(except), plain(exact), parts);
    }

    private static List<String> plain(List<String> texts) {
      return texts.stream().map(Machine::plain).toList();
    }

    private static String plain(String text) {
      return text.strip().toLowerCase(Locale.ROOT);
    }
  }
}
