package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Company;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Retention;
import dev.trellis.core.playbook.Rhythm;
import dev.trellis.core.playbook.Rhythm.Holidays;
import dev.trellis.core.playbook.Rhythm.Workdays;
import dev.trellis.core.playbook.Strangers;
import dev.trellis.core.playbook.Trust.Joining;
import dev.trellis.core.profile.Wishes;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code playbook.yaml}. */
@Says("Who sends, where and when; and what the answers about a purchase plan mean.")
record PlaybookFile(
    @Says("Who sends.") Sender company,
    @Says("When mails go out that nobody asked for.") Optional<Mails> mails,
    @Says("When a form makes one person of two records that nobody proved to be one.")
        Optional<Joining> join,
    @Says("What the key of each partner that posts events vouches for; no other vouches for any.")
        @Or
        @Keys(Like.SLUG)
        Map<String, List<Vouched>> partners,
    @Says("What people get whom we do not know, and when we forget them.")
        Optional<Strangers> strangers,
    @Says("Folder under lifecycles/ whose stages.yaml and pools.yaml count instead of those here.")
        @Like(Like.SLUG)
        Optional<String> lifecycle,
    @Says("The period that an answer about the purchase plan means, from its day on, or none.")
        @Keys(Like.SLUG)
        @Like("(none|P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?)")
        Map<String, Yaml> plans,
    @Says("How long leads are kept that nobody hears of; without it, for ever.")
        Optional<Kept> retention,
    @Says("How a changed playbook reaches the leads there are.") Optional<Playbook.Sweep> sweep)
    implements Grammar {

  /** What a partner may vouch for. */
  enum Vouched {
    EMAIL,
    PHONE,
    UNIONID,
    OPENID,
    WECOM,
    COOKIE,
    NAME,
    COMPANY
  }

  Map<String, Set<String>> vouching() {
    var words = new TreeMap<String, Set<String>>();
    partners.forEach((partner, vouched) ->
        words.put(
            partner,
            vouched.stream()
                .map(v -> v.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new))));
    return words;
  }

  Map<String, Period> periods() {
    var periods = new LinkedHashMap<String, Period>();
    plans.forEach((answer, period) -> {
      if (!period.text().equals("none")) {
        periods.put(answer, period.period());
      }
    });
    return periods;
  }

  Company sender(Map<String, Holidays> holidays) {
    return new Company(
        company.name,
        company.address,
        company.site,
        company.privacy,
        company.languages,
        company.country,
        company.zone,
        company.sender,
        company.linkDays,
        company.alertsTo,
        mails.map(m -> m.rhythm(holidays)).orElse(Rhythm.FREE),
        strangers.orElse(Strangers.DEFAULT),
        mails.flatMap(Mails::softBounces).map(Sender::kept).orElse(Company.SOFT_BOUNCES));
  }

  record Sender(
      @Says("The company, as readers know it.") Wording name,
      @Says("Postal address, at the foot of every mail.") Wording address,
      @Says("The website.") @Like("https://.+") String site,
      @Says("The privacy notice.") @Like("https://.+") String privacy,
      @Says("Languages spoken, the default first.") @Filled @Like("[a-z]{2,3}")
          List<String> languages,
      @Says("Assumed for phone numbers without a country code (ISO 3166).") @Like("[A-Z]{2}")
          String country,
      @Says("Time zone in which days and hours are meant.") ZoneId zone,
      @Says("Sender of every mail, as a mailbox.") @Like(MAILBOX) String sender,
      @Says("How many days the links in a mail work.") @Whole(least = 1) int linkDays,
      @Says("Mailbox of the SDR team, for alerts about hot leads.") @Or @Like(MAILBOX)
          String alertsTo) {
    private static final String MAILBOX = ".*@.*";

    // No more of them are kept of an address.
    private static Rhythm.Cap kept(Rhythm.Cap bounces) {
      return new Rhythm.Cap(Math.min(bounces.most(), Wishes.MOST_BOUNCES), bounces.period());
    }
  }

  record Mails(
      @Says("Days of the week on which they go out; on all if there are none.") @Or
          Set<DayOfWeek> days,
      @Says("Hours without such mails, where the reader lives.") Optional<Quiet> quiet,
      @Says("The most such mails, of all journeys together.") Optional<Rhythm.Cap> cap,
      @Says(
              "So many soft bounces, 20 at most, close an address until its reader acts; else 3 in P14D.")
          Optional<Rhythm.Cap> softBounces) {

    private Rhythm rhythm(Map<String, Holidays> holidays) {
      return new Rhythm(
          days.isEmpty() ? Workdays.ALL : new Workdays(days, holidays),
          quiet.map(Quiet::from).orElse(LocalTime.MIN),
          quiet.map(Quiet::to).orElse(LocalTime.MIN),
          cap.stream().toList());
    }
  }

  record Kept(
      @Says("How long a lead is silent before people review it.") @Like(LENGTH) Yaml silent,
      @Says("How long they have to keep it; then it is erased.") @Like(LENGTH) Yaml review) {
    private static final String LENGTH = "P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?";

    Retention meaning() {
      return new Retention(silent.period(), review.period());
    }
  }

  record Quiet(
      @Says("First quiet minute, in quotes.") LocalTime from,
      @Says("When they may go out again, in quotes.") LocalTime to) {}

  record Cap(
      Yaml at,
      @Says("How many.") @Whole(least = 1) int mails,
      @Says("In any period of this length, 31 days at most.") Duration per)
      implements Means<Rhythm.Cap> {
    @Override
    public Rhythm.Cap meaning(Reading reading) {
      if (per.compareTo(Rhythm.LONGEST) > 0) {
        at.get("per")
            .problem("a cap over more than 31 days", "Write a shorter period, such as P7D");
      }
      return new Rhythm.Cap(mails, per);
    }
  }

  @Of(Strangers.class)
  record Unknown(
      @Says("Most mails a day to one mailbox where nobody has shown to read.")
          @Or("10")
          @Whole(least = 1)
          int mailbox,
      @Says("Most such mails an hour that one network may ask for.") @Or("1000") @Whole(least = 1)
          int network,
      @Says("How often a day one network may ask for the same content again.") @Or("2") @Whole
          int again,
      @Says("As many scans of one network at one code within an hour are leads.") @Or("20") @Whole
          int scans,
      @Says("For how long visitors are kept who left no detail.") @Or("P90D") Period forgotten) {}

  @Of(Playbook.Sweep.class)
  record Swept(
      @Says(
              "So many leads may change or begin a journey, and so many mails go in a week, without a yes.")
          @Or("1000")
          @Whole
          int limit,
      @Says("How many leads are placed anew in a minute at most.") @Or("1000") @Whole(least = 1)
          int perMinute) {}
}
