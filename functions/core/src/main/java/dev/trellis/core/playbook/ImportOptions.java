package dev.trellis.core.playbook;

import module java.base;

import org.jspecify.annotations.Nullable;

/** The answers that a playbook offers for a field, found by id or by label (R76). */
public final class ImportOptions {

  /** By field, of one playbook; a process works by one, so those of the last one are kept. */
  private record Offers(WeakReference<Playbook> playbook, Map<String, Set<String>> ids) {

    private static volatile @Nullable Offers last;

    static Offers of(Playbook playbook) {
      var known = last;
      if (known == null || !known.playbook.refersTo(playbook)) {
        var fields = new TreeSet<>(playbook.fields().byId().keySet());
        playbook
            .forms()
            .values()
            .forEach(form -> form.questions().forEach(q -> fields.add(q.id())));
        var ids = new HashMap<String, Set<String>>();
        fields.forEach(field -> ids.put(field, of(playbook, field)));
        known = new Offers(new WeakReference<>(playbook), ids);
        last = known;
      }
      return known;
    }

    private static Set<String> of(Playbook playbook, String field) {
      return Collections.unmodifiableSet(ImportOptions.of(playbook, field).ids);
    }
  }

  private final Map<String, String> byText = new LinkedHashMap<>();
  private final Set<String> ids = new LinkedHashSet<>();

  private ImportOptions() {}

  /** The options of a field; none if anything may be said. */
  public static ImportOptions of(Playbook playbook, String field) {
    var options = new ImportOptions();
    offered(playbook, field).forEach(options::add);
    return options;
  }

  /** The ids of the options alone, in the order of the playbook, which every portrait asks for. */
  static Set<String> ids(Playbook playbook, String field) {
    return Offers.of(playbook).ids().getOrDefault(field, Set.of());
  }

  private static Stream<Form.Option> offered(Playbook playbook, String field) {
    return Stream.concat(
        playbook.fields().find(field).stream().flatMap(f -> f.options().stream()),
        playbook.forms().values().stream()
            .flatMap(form -> form.questions().stream())
            .filter(question -> question.id().equals(field))
            .flatMap(question -> question.options().stream()));
  }

  private void add(Form.Option option) {
    ids.add(option.id());
    byText.putIfAbsent(Imports.plain(option.id()), option.id());
    option
        .label()
        .texts()
        .values()
        .forEach(label -> byText.putIfAbsent(Imports.plain(label), option.id()));
  }

  public Set<String> ids() {
    return Collections.unmodifiableSet(ids);
  }

  /** The options by what people write for them, in plain form. */
  public SortedMap<String, String> texts() {
    return new TreeMap<>(byText);
  }

  /** The option that people mean by a text. */
  public Optional<String> find(String text) {
    return Optional.ofNullable(byText.get(Imports.plain(text)));
  }
}
