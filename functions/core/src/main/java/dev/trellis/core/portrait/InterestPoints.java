package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Reads;

/** What a person cares about: points per topic, for reads of its contents only (R86). */
final class InterestPoints {

  private final Profile profile;
  private final Playbook playbook;

  InterestPoints(Profile profile, Playbook playbook) {
    this.profile = profile;
    this.playbook = playbook;
  }

  SortedMap<String, List<Contribution>> byTopic() {
    var topics = new TreeMap<String, List<Contribution>>();
    profile.countedReads().entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, Reads> e) -> e.getValue().first()))
        .forEach(entry ->
            playbook
                .content(entry.getKey())
                .ifPresent(content ->
                    topics
                        .computeIfAbsent(content.topic(), _ -> new ArrayList<>())
                        .add(contribution(content, entry.getValue()))));
    var cap = Points.whole(playbook.scoring().interest().cap());
    topics.replaceAll((_, contributions) -> Score.capped(contributions, cap));
    return topics;
  }

  private Contribution contribution(Content content, Reads reads) {
    var rule = playbook.scoring().interest();
    return Contribution.of(
            "interest." + content.topic(),
            new Evidence.Read(content.id(), reads.count(), reads.seconds()),
            Points.of(reads.count(), rule.perRead(), reads.seconds(), rule.perMinute()))
        .atMost(Points.whole(rule.capPerContent()));
  }
}
