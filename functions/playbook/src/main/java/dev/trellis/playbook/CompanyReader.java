package dev.trellis.playbook;

import dev.trellis.core.playbook.Company;
import dev.trellis.core.playbook.Rhythm;
import dev.trellis.playbook.yaml.Yaml;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/** Reads who sends, and when: {@code company} and {@code mails} of {@code playbook.yaml}. */
final class CompanyReader {

  private CompanyReader() {}

  static Company read(Yaml main) {
    var place = main.get("company");
    place.only(
        "name",
        "address",
        "site",
        "privacy",
        "languages",
        "country",
        "zone",
        "sender",
        "linkDays",
        "alertsTo");
    var languages = place.get("languages").texts();
    return new Company(
        place.wording("name", languages),
        place.wording("address", languages),
        place.text("site"),
        place.text("privacy"),
        languages,
        place.text("country"),
        place
            .get("zone")
            .converted(CompanyReader::zone, ZoneId.of("UTC"), "a zone", "Asia/Shanghai"),
        place.text("sender"),
        place.number("linkDays"),
        place.textOr("alertsTo", null),
        main.find("mails").map(CompanyReader::rhythm).orElse(Rhythm.FREE));
  }

  private static Rhythm rhythm(Yaml place) {
    place.only("quiet", "cap");
    var from = LocalTime.MIN;
    var to = LocalTime.MIN;
    var quiet = place.find("quiet");
    if (quiet.isPresent()) {
      quiet.get().only("from", "to");
      from = time(quiet.get().get("from"));
      to = time(quiet.get().get("to"));
    }
    var cap = place.find("cap");
    cap.ifPresent(c -> c.only("mails", "per"));
    return new Rhythm(
        from,
        to,
        cap.map(c -> new Rhythm.Cap(most(c.get("mails")), period(c.get("per")))).stream().toList());
  }

  private static LocalTime time(Yaml place) {
    return place.converted(LocalTime::parse, LocalTime.MIN, "a time of day", "\"21:00\"");
  }

  private static int most(Yaml place) {
    var most = place.number();
    if (most < 1) {
      place.problem("a cap below one mail", "Write at least 1");
    }
    return Math.max(1, most);
  }

  private static Duration period(Yaml place) {
    var period = place.duration();
    if (period.isNegative() || period.compareTo(Rhythm.LONGEST) > 0) {
      place.problem("a cap over more than 31 days", "Write a shorter period, such as P7D");
    }
    return period;
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no such zone", e);
    }
  }
}
