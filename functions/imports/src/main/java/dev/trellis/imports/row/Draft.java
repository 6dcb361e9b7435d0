package dev.trellis.imports.row;

import module java.base;

import dev.trellis.core.identity.Identity;
import dev.trellis.core.profile.Field;
import dev.trellis.imports.file.Fault;

/** What has been gathered from the cells of one row so far. */
public final class Draft {

  /** Prefix of how the import came to know a field, if not by a column of its own. */
  public static final String FROM = "import.from.";

  private final Instant began;
  private final SortedMap<String, String> values = new TreeMap<>();
  private final SortedSet<Identity> identities = new TreeSet<>();
  private final SortedSet<String> contents = new TreeSet<>();
  private final List<Fault.Found> doubts = new ArrayList<>();
  private Instant date;

  Draft(Instant began) {
    this.began = began;
  }

  /** Another name of the person; the first of each kind is shown as the fact. */
  void name(String field, Identity identity) {
    identities.add(identity);
    values.putIfAbsent(field, identity.value());
  }

  /** The first column that tells a field wins. */
  void tell(String field, String value) {
    values.putIfAbsent(field, value);
  }

  /** An answer to a survey; a column of the field's own is the better word, wherever it stands. */
  void answer(String field, String value, String question) {
    if (values.putIfAbsent(field, value) == null) {
      values.put(FROM + field, "survey." + question);
    }
  }

  /** What a column says, whatever a survey said before. */
  void declare(String field, String value) {
    if (values.remove(FROM + field) != null) {
      values.put(field, value);
    } else {
      values.putIfAbsent(field, value);
    }
  }

  void view(String content) {
    contents.add(content);
  }

  void date(Instant at) {
    date = date == null ? at : date;
  }

  /** A cell that cannot be understood: reported, and kept as it stands (R45). */
  void doubt(Fault fault, String header, String cell) {
    doubts.add(new Fault.Found(fault, header, cell));
    keep(header, cell);
  }

  /** A cell of a column that the playbook does not know. */
  void keep(String header, String cell) {
    if (!header.isBlank()) {
      values.putIfAbsent("import." + header.strip(), cell);
    }
  }

  void assumeConsent(String basis) {
    if (values.putIfAbsent(Field.CONSENT, "yes") == null) {
      values.put("consent.basis", basis);
    }
  }

  /** Why the row names nobody. */
  Fault.Found whyNobody() {
    return doubts.stream()
        .filter(d ->
            d.fault() == Fault.NOT_AN_ADDRESS
                || d.fault() == Fault.NOBODYS_ADDRESS
                || d.fault() == Fault.NOT_A_MOBILE
                || d.fault() == Fault.NOT_AN_ID)
        .findFirst()
        .map(d -> new Fault.Found(Fault.BROKEN_IDENTITY, d.column(), d.cell()))
        .orElse(Fault.Found.of(Fault.NO_IDENTITY));
  }

  boolean isDated() {
    return date != null;
  }

  Instant at() {
    return date == null ? began : date;
  }

  Instant began() {
    return began;
  }

  SortedMap<String, String> values() {
    return values;
  }

  SortedSet<Identity> identities() {
    return identities;
  }

  SortedSet<String> contents() {
    return contents;
  }

  List<Fault.Found> doubts() {
    return doubts;
  }
}
