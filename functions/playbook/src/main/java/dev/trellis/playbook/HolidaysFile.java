package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Rhythm.Holidays;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code holidays.yaml}. */
@Says("When countries rest, year by year, as they publish it.")
record HolidaysFile(@Says("One country in one year.") List<Year> years)
    implements Means<Map<String, Holidays>> {

  @Override
  public Map<String, Holidays> meaning(Reading reading) {
    var countries = new HashMap<String, Holidays>();
    for (var year : years) {
      var told =
          countries.computeIfAbsent(
              year.country, _ -> new Holidays(new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
      if (!told.years().add(year.year)) {
        year.at.problem(
            "%d is there twice for %s".formatted(year.year, year.country), "Join the two");
      }
      year.days(year.off, told.off());
      year.days(year.work, told.worked());
    }
    return countries;
  }

  record Year(
      Yaml at,
      @Says("The country (ISO 3166).") @Like("[A-Z]{2}") String country,
      @Says("The year.") @Whole(least = 2000, most = 2100) int year,
      @Says("Days without work, or spans of them such as 2026-10-01/2026-10-07.") @Like(DAYS)
          List<String> off,
      @Says("Days of weekends that are worked instead.") @Or @Like(DAYS) List<String> work) {

    private static final String DAYS = "[0-9]{4}-[0-9]{2}-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?";

    private void days(List<String> spans, SortedSet<LocalDate> days) {
      for (var span : spans) {
        var ends = span.split("/");
        try {
          var first = LocalDate.parse(ends[0]);
          var last = LocalDate.parse(ends[ends.length - 1]);
          if (first.getYear() != year || last.getYear() != year || last.isBefore(first)) {
            throw new DateTimeException("of another year");
          }
          first.datesUntil(last.plusDays(1)).forEach(days::add);
        } catch (DateTimeException e) {
          at.problem(
              "\"%s\" are no days of %d".formatted(span, year),
              "Write a day of that year, or a span such as %d-10-01/%d-10-07"
                  .formatted(year, year));
        }
      }
    }
  }
}
