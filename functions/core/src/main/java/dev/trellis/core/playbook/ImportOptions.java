package dev.trellis.core.playbook;

import module java.base;

/** The answers that a playbook offers for a field, found by id or by label (R76). */
public final class ImportOptions {

  private final Map<String, String> byText = new LinkedHashMap<>();
  private final Set<String> ids = new LinkedHashSet<>();

  private ImportOptions() {}

  /** The options of a field; none if anything may be said. */
  public static ImportOptions of(Playbook playbook, String field) {
    var options = new ImportOptions();
    offered(playbook, field).forEach(options::add);
    return options;
  }

  static Stream<Form.Option> offered(Playbook playbook, String field) {
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

  /** The option that people mean by a text. */
  public Optional<String> find(String text) {
    return Optional.ofNullable(byText.get(Imports.plain(text)));
  }
}
