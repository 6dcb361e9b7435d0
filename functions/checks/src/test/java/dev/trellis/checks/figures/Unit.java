package dev.trellis.checks.figures;

/** One unit of work, measured from the first message to the last that follows from it. */
enum Unit {
  CAPTURE("One capture: a form is submitted", "minimum 1 call; goal 1 call and no table"),
  NEW_LEAD(
      "What follows inside: the person is new and enters two journeys, of which one ends",
      "minimum 2 WRU; no goal, once per person"),
  EVENT(
      "One later event: a lead that exists reads a content",
      "minimum 3 calls, 2 WRU in scoring; goal 3.75 calls, 4 WRU"),
  NEXT_DAY(
      "The first event of another day: the same, and what lists show of the lead is rewritten",
      "no goal of its own; heat, score and last touch are shown by the day"),
  MAIL(
      "One mail: due, sent at the first try",
      "minimum 4 calls, 3 WRU in dispatch; goal 5 calls, 6 WRU; 10 where nobody has shown to read"),
  READERS_MAIL(
      "One mail to somebody who has shown to read: due, sent at the first try",
      "minimum 4 calls, 3 WRU in dispatch; goal 5 calls, 6 WRU"),
  AFTER_MAIL("What follows inside: SES reports twice, two events", "no goal of its own"),
  HAND_OFF("One hand-off: due, taken by the CRM", "minimum 2 WRU; goal 4 WRU"),
  AFTER_HAND_OFF("What follows inside: one event", "no goal of its own");

  private final String title;
  private final String goal;

  Unit(String title, String goal) {
    this.title = title;
    this.goal = goal;
  }

  String title() {
    return title;
  }

  String goal() {
    return goal;
  }
}
