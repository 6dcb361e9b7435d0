package dev.trellis.core.playbook;

import module java.base;

import dev.trellis.core.dictionary.Dictionaries;
import dev.trellis.core.profile.Field;

/**
 * All marketing policy, as data (design §7). Immutable.
 *
 * @param root folder it was read from; files of contents lie below it
 * @param returns pool path per reason for which sales returned a lead (R65)
 * @param otherReturns pool path for a reason that the table does not know
 * @param settling what keeps leads from going to and fro
 * @param plans what a purchase plan's answer means, counted from the day it was given; an answer
 *     without a period is no plan
 * @param formerJourneys earlier versions for the leads that began with them, by {@code id@version}
 * @param handOffTo the CRM source that gets new hand-offs
 * @param assignment who in sales is named in a hand-off
 * @param fields names and blocks of facts
 * @param tagScheme all tags that there are, and how each is computed
 * @param accounts companies we look for, and those we exclude
 * @param machines programs that are no readers
 * @param imports what the columns of files mean
 * @param audiences saved conditions
 * @param scenarios maps of how people come in
 * @param ctas calls to action
 * @param calls how sales writes down a call
 * @param retention how long leads are kept that are silent; empty: for ever
 * @param sweep how a changed playbook reaches everybody
 */
public record Playbook(
    Path root,
    Company company,
    List<Stage> stages,
    List<Pool> pools,
    Map<String, String> returns,
    String otherReturns,
    Settling settling,
    Map<String, Period> plans,
    Scoring scoring,
    Map<String, Content> contents,
    Map<String, Occasion> occasions,
    Map<String, Code> codes,
    Map<String, Form> forms,
    Map<String, MailText> mails,
    Map<String, Journey> journeys,
    Map<String, Journey> formerJourneys,
    Map<String, CrmSource> crmSources,
    String handOffTo,
    Assignment assignment,
    Fields fields,
    TagScheme tagScheme,
    Dictionaries dictionaries,
    AccountRules accounts,
    Machines machines,
    Imports imports,
    Audiences audiences,
    Scenarios scenarios,
    Ctas ctas,
    Calls calls,
    Trust trust,
    Optional<Retention> retention,
    Sweep sweep) {

  /**
   * How a changed playbook reaches everybody.
   *
   * @param limit as many leads may change their place or begin a journey, and as many mails go in
   *     the first days, without a person's yes
   * @param perMinute how many leads are placed anew in a minute; as many are ahead of whatever
   *     happens to somebody meanwhile at most, and a page
   */
  public record Sweep(int limit, int perMinute) {

    /** What holds where a playbook says nothing. */
    public static final Sweep DEFAULT = new Sweep(1000, 1000);
  }

  public Optional<Content> content(String id) {
    return Optional.ofNullable(contents.get(id));
  }

  /** When mails may go out that nobody asked for. */
  public Rhythm rhythm() {
    return company.rhythm();
  }

  /** What people get whom we do not know. */
  public Strangers strangers() {
    return company.strangers();
  }

  /** By which an enrollment goes on: that of its version if it was kept, else today's. */
  public Optional<Journey> journey(String id, int version) {
    var former = formerJourneys.get(id + "@" + version);
    return Optional.ofNullable(former == null ? journeys.get(id) : former);
  }

  /** The paths of all pools, each before those in it. */
  public List<String> poolPaths() {
    return paths(pools).toList();
  }

  private static Stream<String> paths(List<Pool> pools) {
    return pools.stream().flatMap(p -> Stream.concat(Stream.of(p.path()), paths(p.pools())));
  }

  /** True if leads in this pool may get the content (R71, R85). */
  public boolean suits(Content content, String pool) {
    var types = types(pools, pool, List.of());
    return (types.isEmpty() || types.contains(content.type()))
        && (content.pools().isEmpty()
            || content.pools().stream().anyMatch(p -> pool.equals(p) || pool.startsWith(p + "/")));
  }

  /** What helps sales in a deal of this stage (R38, R89). */
  public List<Content> forDeal(String stage) {
    return contents.values().stream().filter(c -> c.deals().contains(stage)).toList();
  }

  private static List<String> types(List<Pool> siblings, String pool, List<String> above) {
    for (var sibling : siblings) {
      if (sibling.holds(pool)) {
        return types(sibling.pools(), pool, sibling.types().isEmpty() ? above : sibling.types());
      }
    }
    return above;
  }

  public Optional<Form> form(String id) {
    return Optional.ofNullable(forms.get(id));
  }

  /** The form by which whoever we do not know may ask for a content. */
  public Optional<Form> formFor(String content) {
    return forms.values().stream().filter(f -> content.equals(f.content())).findFirst();
  }

  /**
   * The ids of the answers that fields and forms offer for a field, as they come in the playbook;
   * none if anything may be said.
   */
  public Set<String> options(String field) {
    return ImportOptions.ids(this, field);
  }

  /** False for a word, or one of several, that the field does not offer although it offers some. */
  public boolean isOffered(String field, String value) {
    var options = options(field);
    return options.isEmpty()
        || Stream.of(value.split(",")).map(String::strip).allMatch(options::contains);
  }

  /**
   * A text that is told for a field, in the options that the dictionaries know it by; as it was
   * told if it is offered, or if not all of it is known.
   */
  public String meant(String field, String told) {
    if (!field.equals(Field.INDUSTRY) && !field.equals(Field.NEED) || isOffered(field, told)) {
      return told;
    }
    var options = options(field);
    var meant =
        Stream.of(told.split(","))
            .map(String::strip)
            .flatMap(word -> options.contains(word) ? Stream.of(word) : read(field, word))
            .distinct()
            .collect(Collectors.joining(","));
    return isOffered(field, meant) ? meant : told;
  }

  private Stream<String> read(String field, String word) {
    var meant =
        field.equals(Field.INDUSTRY)
            ? dictionaries.industries().named(word).stream().toList()
            : List.copyOf(dictionaries.keywords().needs(word));
    return meant.isEmpty() ? Stream.of(word) : meant.stream();
  }

  public Optional<Code> code(String id) {
    return Optional.ofNullable(codes.get(id));
  }
}
