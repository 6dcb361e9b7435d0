package dev.trellis.local.emulator;

import module java.base;

/** What SES tells of an account, counted from the mails it sent. */
record SesCounts(List<KeptMail> mails, Instant now) {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TWO_WEEKS = Duration.ofDays(14);
  private static final long QUARTER_SECONDS = 900;

  /** So many that this machine itself is the limit. */
  private static final int PER_DAY = 10_000_000;

  /** The result of {@code GetSendQuota}. */
  String quota(SesDay day, double perSecond) {
    var sent = mails.stream().filter(mail -> mail.at().isAfter(now.minus(DAY))).count();
    return "<SentLast24Hours>%d</SentLast24Hours><Max24HourSend>%d</Max24HourSend>"
            .formatted(sent, day == SesDay.NO_QUOTA ? sent : PER_DAY)
        + "<MaxSendRate>%s</MaxSendRate>".formatted(perSecond);
  }

  /** The result of {@code GetSendStatistics}: quarters of an hour in which something was sent. */
  String statistics() {
    var quarters = new TreeMap<Instant, Quarter>();
    mails.stream()
        .filter(mail -> mail.at().isAfter(now.minus(TWO_WEEKS)))
        .forEach(mail -> quarters.merge(quarter(mail.at()), Quarter.of(mail), Quarter::and));
    return "<SendDataPoints>"
        + quarters.entrySet().stream()
            .map(quarter -> quarter.getValue().point(quarter.getKey()))
            .collect(Collectors.joining())
        + "</SendDataPoints>";
  }

  private static Instant quarter(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond() / QUARTER_SECONDS * QUARTER_SECONDS);
  }

  private record Quarter(int sent, int bounces, int complaints) {

    static Quarter of(KeptMail mail) {
      var types = SesNotices.of(mail).stream().map(SesNotices.Notice::type).toList();
      return new Quarter(1, types.contains("bounce") ? 1 : 0, types.contains("complaint") ? 1 : 0);
    }

    Quarter and(Quarter other) {
      return new Quarter(sent + other.sent, bounces + other.bounces, complaints + other.complaints);
    }

    String point(Instant at) {
      return "<member><Timestamp>%s</Timestamp><DeliveryAttempts>%d</DeliveryAttempts>"
              .formatted(at, sent)
          + "<Bounces>%d</Bounces><Complaints>%d</Complaints><Rejects>0</Rejects></member>"
              .formatted(bounces, complaints);
    }
  }
}
