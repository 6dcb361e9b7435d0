package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Rhythm.Holidays;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code holidays.yaml}. */
@Says("When countries rest: every year on the same days, and year by year as they publish it.")
record HolidaysFile(
    @Says("One country in every year.") @Or @Each("every") List<Every> every,
    @Says("One country in one year.") List<Year> years)
    implements Means<Map<String, Holidays>> {

  @Override
  public Map<String, Holidays> meaning(Reading reading) {
    var countries = new HashMap<String, Holidays>();
    every.forEach(e -> e.days(of(e.country, countries).every()));
    for (var year : years) {
      var told = of(year.country, countries);
      if (!told.years().add(year.year)) {
        year.at.problem(
            "%d is there twice for %s".formatted(year.year, year.country), "Join the two");
      }
      year.days(year.off, told.off());
      year.days(year.work, told.worked());
    }
    return countries;
  }

  private static Holidays of(String country, Map<String, Holidays> countries) {
    return countries.computeIfAbsent(
        country,
        _ -> new Holidays(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
  }

  record Every(
      Yaml at,
      @Says("The country (ISO 3166).") @Like("[A-Z]{2}") String country,
      @Says("Days without work by law, or spans of them such as 10-01/10-03.") @Like(DAYS)
          List<String> off) {

    private static final String DAYS = "[0-9]{2}-[0-9]{2}(/[0-9]{2}-[0-9]{2})?";

    /** Any that has a 29 February. */
    private static final int LEAP = 2000;

    private void days(SortedSet<MonthDay> days) {
      for (var span : off) {
        spanned(span, LEAP + "-")
            .ifPresentOrElse(
                all -> all.map(MonthDay::from).forEach(days::add),
                () ->
                    at.problem(
                        "\"%s\" are no days of a year".formatted(span),
                        "Write a day such as 01-01, or a span such as 10-01/10-03"));
      }
    }
  }

  // Empty if there are no such days in one year.
  private static Optional<Stream<LocalDate>> spanned(String span, String year) {
    var ends = span.split("/");
    try {
      var first = LocalDate.parse(year + ends[0]);
      var last = LocalDate.parse(year + ends[ends.length - 1]);
      return last.isBefore(first) || first.getYear() != last.getYear()
          ? Optional.empty()
          : Optional.of(first.datesUntil(last.plusDays(1)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
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
        spanned(span, "")
            .map(all -> all.filter(day -> day.getYear() == year).toList())
            .filter(all -> !all.isEmpty())
            .ifPresentOrElse(
                days::addAll,
                () ->
                    at.problem(
                        "\"%s\" are no days of %d".formatted(span, year),
                        "Write a day of that year, or a span such as %d-10-01/%d-10-07"
                            .formatted(year, year)));
      }
    }
  }
}
