package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Journey.Again;
import dev.trellis.core.playbook.Trigger;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code letters/<id>.yaml}: what it means depends on the company's zone. */
@Says("A letter to a group: one mail, once per person; the file name is its id.")
record LetterFile(
    Yaml at,
    @Says("Its name.") Wording name,
    @Says("The group whose members get it, if they are in it at its hour.") @Like(Like.SLUG)
        String group,
    @Says(
            "True if people built the group in the console. Nothing checks that there is one: who would"
                + " get the letter is counted before it goes.")
        boolean built,
    @Says(
            "Its day and hour, in the company's zone. It goes on working days and outside the quiet"
                + " hours only, and once somebody said yes to who would get it.")
        @Key("at")
        LocalDateTime hour,
    @Says("Nobody is sent it from this day and hour on.") LocalDateTime expires,
    @Says(
            "The mail: alone, with one content by id, or with the first content of these facets"
                + " that the lead was not sent yet.")
        JourneyStep.Letter send)
    implements Means<Function<ZoneId, Journey>> {

  /** So long a read counts for the letter. */
  private static final Period READS = Period.ofDays(14);

  @Override
  public Function<ZoneId, Journey> meaning(Reading reading) {
    var place = "journey " + at.name();
    reading.places().put(place, at);
    reading.places().put(place + " step send", send.at());
    if (!expires.isAfter(hour)) {
      at.get("expires").problem("it expires before it goes", "Write a later day than \"at\"");
    }
    var content = send.query();
    var mail = new Block.Send("send", send.mail(), content, List.of());
    return zone ->
        new Journey(
            at.name(),
            1,
            name,
            new Trigger.Letter(
                group, hour.atZone(zone).toInstant(), expires.atZone(zone).toInstant(), built),
            null,
            Again.NEVER,
            content == null
                ? List.of(mail)
                : List.of(mail, new Block.AwaitRead("read", READS, List.of(), List.of())));
  }
}
