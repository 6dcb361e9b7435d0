package dev.trellis.imports.row;

import module java.base;

import dev.trellis.core.event.Limits;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.profile.Field;
import dev.trellis.imports.file.CellCheck;
import dev.trellis.imports.file.Fault;

/** What has been gathered from the cells of one row so far. */
public final class Draft {

  /** Prefix of how the import came to know a field, if not by a column of its own. */
  public static final String FROM = "import.from.";

  /** When we met the person, as a day. */
  static final String MET = "met";

  private static final String OTHER = "import.";

  /** Columns that nobody knows, with room for those that somebody does. */
  private static final int MOST_OTHERS = Limits.MOST_VALUES - 50;

  // What a row tells must still be young enough when its event comes in.
  private static final Period OLDEST = Period.ofYears(Limits.YEARS).minusMonths(1);

  private final Instant began;
  private final SortedMap<String, String> values = new TreeMap<>();
  private final SortedSet<Identity> identities = new TreeSet<>();
  private final SortedSet<String> contents = new TreeSet<>();
  private final List<Fault.Found> doubts = new ArrayList<>();
  private final NameParts name = new NameParts();
  private final Set<YesNo> wishes = EnumSet.noneOf(YesNo.class);
  private int others;
  private Dates.Moment met;
  private Instant changed;

  /**
   * @param began when the import began, which dates what the row does not
   */
  Draft(Instant began) {
    this.began = began;
  }

  /** Another name of the person; the first of each kind is shown as the fact. */
  void name(String field, Identity identity) {
    identities.add(identity);
    values.putIfAbsent(field, identity.value());
  }

  /** The first column that tells a field wins; what others tell is kept beside it. */
  void tell(String field, String value, String header) {
    var before = values.putIfAbsent(field, value);
    if (before != null && !before.equals(value)) {
      keep(header, value);
    }
  }

  void given(String part) {
    name.given = part;
  }

  void family(String part) {
    name.family = part;
  }

  /** An answer to a survey; a column of the field's own is the better word, wherever it stands. */
  void answer(String field, String value, String question) {
    if (values.putIfAbsent(field, value) == null) {
      values.put(FROM + field, "survey." + question);
    }
  }

  /** What a column says, whatever a survey said before. */
  void declare(String field, String value, String header) {
    if (values.remove(FROM + field) != null) {
      values.put(field, value);
    } else {
      tell(field, value, header);
    }
  }

  void view(String content) {
    contents.add(content);
  }

  /** When we met the person; the first column that says so wins. */
  void met(Dates.Moment moment) {
    met = met == null ? moment : met;
  }

  /** When the row was last true; the latest word on it wins. */
  void changed(Dates.Moment moment) {
    var at = moment.endNotAfter(began);
    changed = changed == null || at.isAfter(changed) ? at : changed;
  }

  /** A word on mail. */
  void wish(YesNo wanted) {
    wishes.add(wanted);
  }

  /** A cell that cannot be understood: reported, and kept as it stands (R45). */
  void doubt(Fault fault, String header, String cell) {
    doubts.add(new Fault.Found(fault, header, cell));
    put(header, cell);
  }

  /** A cell of a column that the playbook does not know. */
  void keep(String header, String cell) {
    if (!CellCheck.isShort(cell)) {
      doubts.add(new Fault.Found(Fault.CUT, header, cell));
    }
    if (!put(header, cell)) {
      doubts.add(new Fault.Found(Fault.TOO_MANY, header, cell));
    }
  }

  // False if there is no more room.
  private boolean put(String header, String cell) {
    var text = CellCheck.kept(cell);
    if (!header.isBlank()
        && !text.isEmpty()
        && others < MOST_OTHERS
        && values.putIfAbsent(OTHER + header.strip(), text) == null) {
      others++;
    }
    return others < MOST_OTHERS || values.containsKey(OTHER + header.strip());
  }

  /**
   * Puts together what several cells told.
   *
   * @param basis of the consent of those of whom nothing was told; empty if they have given none
   */
  void settle(Optional<String> basis) {
    name.joined(values.get(Field.NAME)).ifPresent(whole -> values.put(Field.NAME, whole));
    if (met != null) {
      values.put(MET, met.day().toString());
    }
    if (wishes.contains(YesNo.NO)) {
      values.put(Field.CONSENT, "no");
    } else if (wishes.equals(EnumSet.of(YesNo.YES))) {
      values.put(Field.CONSENT, "yes");
    } else if (wishes.isEmpty()) {
      basis.ifPresent(where -> {
        values.put(Field.CONSENT, "yes");
        values.put("consent.basis", where);
      });
    }
  }

  /** True if the row says yes to mail, and where to. */
  boolean isMailable() {
    return "yes".equals(values.get(Field.CONSENT)) && values.containsKey(Field.EMAIL);
  }

  /** Why the row names nobody. */
  Fault.Found whyNobody() {
    return doubted(Set.of(Fault.DIGITS_LOST), Fault.ROUNDED_IDENTITY)
        .or(() ->
            doubted(
                Set.of(
                    Fault.NOT_AN_ADDRESS,
                    Fault.NOBODYS_ADDRESS,
                    Fault.NOT_A_MOBILE,
                    Fault.NOT_AN_ID),
                Fault.BROKEN_IDENTITY))
        .orElse(Fault.Found.of(Fault.NO_IDENTITY));
  }

  private Optional<Fault.Found> doubted(Set<Fault> faults, Fault why) {
    return doubts.stream()
        .filter(doubt -> faults.contains(doubt.fault()))
        .findFirst()
        .map(doubt -> new Fault.Found(why, doubt.column(), doubt.cell()));
  }

  /** When what the row says was true. */
  Instant at() {
    return changed == null ? began : notTooOld(changed);
  }

  /** When contents were viewed, if the row tells. */
  Optional<Instant> viewedAt() {
    return Optional.ofNullable(met)
        .map(Dates.Moment::at)
        .map(at -> at.isAfter(began) ? began : notTooOld(at));
  }

  private Instant notTooOld(Instant at) {
    var oldest = began.atOffset(ZoneOffset.UTC).minus(OLDEST).toInstant();
    return at.isBefore(oldest) ? oldest : at;
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

  /** The parts of a name that stand in columns of their own. */
  private static final class NameParts {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private String given = "";
    private String family = "";

    /** The whole of it; empty if a cell told it already. */
    Optional<String> joined(String whole) {
      if (whole == null) {
        return given.isEmpty() && family.isEmpty() ? Optional.empty() : Optional.of(of(given));
      }
      // 姓 and 名字: the name is only a part of it.
      return given.isEmpty() && !family.isEmpty() && !whole.contains(family)
          ? Optional.of(of(whole))
          : Optional.empty();
    }

    private String of(String first) {
      return HAN.matcher(first + family).find() ? family + first : (first + " " + family).strip();
    }
  }
}
