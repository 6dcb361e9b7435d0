package dev.trellis.rehearsal;

import module java.base;

import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.CrmChanged;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.Happening.RecordImported;

/**
 * What happened to somebody before a journey began.
 *
 * @param hasMobile whether we know a mobile number
 */
record Life(List<Happening> happenings, boolean hasMobile) {

  /** No form of any playbook, so that nothing but the pool starts a journey. */
  private static final String NO_FORM = "rehearsal";

  private static final int LONG_AGO = 2;

  /**
   * Lives that lead into one pool or another, those of which little is known before those of which
   * more is.
   *
   * @param answers all that the person could tell
   */
  static List<Life> all(Map<String, String> answers, Instant at) {
    var form = form(answers);
    var address = without(answers, "mobile", "need", "industry");
    var longAgo = at.atZone(ZoneOffset.UTC).minusYears(LONG_AGO).toLocalDate().toString();
    return List.of(
        new Life(List.of(imported(Map.of()), form(address)), false),
        new Life(List.of(form), true),
        new Life(List.of(form(without(answers, "need"))), true),
        new Life(List.of(form(without(answers, "need", "industry"))), true),
        new Life(List.of(form(with(answers, "plan", "within-3-months"))), true),
        new Life(List.of(form, crm("accepted", Map.of())), true),
        new Life(List.of(form, crm("won", Map.of("products", "capture"))), true),
        new Life(List.of(form, crm("won", Map.of("products", "insight"))), true),
        new Life(List.of(imported(Map.of("customer.lastOrder", longAgo)), form), true));
  }

  private static FormSubmitted form(Map<String, String> answers) {
    return new FormSubmitted(NO_FORM, new TreeMap<>(answers), true, "en", null);
  }

  private static RecordImported imported(Map<String, String> values) {
    return new RecordImported(NO_FORM, 1, new TreeMap<>(with(values, "imported", NO_FORM)));
  }

  private static CrmChanged crm(String status, Map<String, String> values) {
    return new CrmChanged("rehearsal", null, status, null, null, "sales", new TreeMap<>(values));
  }

  private static Map<String, String> with(Map<String, String> all, String name, String value) {
    var some = new TreeMap<>(all);
    some.put(name, value);
    return some;
  }

  private static Map<String, String> without(Map<String, String> all, String... names) {
    var some = new TreeMap<>(all);
    some.keySet().removeAll(List.of(names));
    return some;
  }
}
