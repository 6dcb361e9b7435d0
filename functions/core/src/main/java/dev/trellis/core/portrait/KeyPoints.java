package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.playbook.KeyBehaviour;
import dev.trellis.core.playbook.KeyBehaviour.Does;
import dev.trellis.core.playbook.KeyBehaviour.Sign;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Profile;
import dev.trellis.core.profile.Reads;

/** Key behaviours that a person has shown (R74); time can take one away, and never gives one. */
final class KeyPoints {

  private final Profile profile;
  private final Playbook playbook;

  KeyPoints(Profile profile, Playbook playbook) {
    this.profile = profile;
    this.playbook = playbook;
  }

  List<Contribution> at(Instant at) {
    return playbook.scoring().keys().stream()
        .filter(key -> isShown(key, at))
        .map(key ->
            Contribution.of(
                "key." + key.id(),
                new Evidence.Series(
                    key.id(),
                    key.signs().stream()
                        .flatMap(s -> evidence(s, key.within(), at).stream())
                        .distinct()
                        .toList()),
                Points.whole(key.points())))
        .toList();
  }

  /** Ids of the key behaviours shown. */
  List<String> idsAt(Instant at) {
    return playbook.scoring().keys().stream()
        .filter(key -> isShown(key, at))
        .map(KeyBehaviour::id)
        .toList();
  }

  private boolean isShown(KeyBehaviour key, Instant at) {
    return key.signs().stream().allMatch(s -> isSeen(s, evidence(s, key.within(), at)));
  }

  private static boolean isSeen(Sign sign, List<Evidence> evidence) {
    int times = evidence.stream().mapToInt(KeyPoints::count).sum();
    return switch (sign) {
      case Does(var _, int atLeast, int days) ->
          times >= atLeast && evidence.stream().map(KeyPoints::day).distinct().count() >= days;
      case KeyBehaviour.Reads(var _, int atLeast) -> times >= atLeast;
    };
  }

  private List<Evidence> evidence(Sign sign, Duration within, Instant at) {
    var evidence = new ArrayList<Evidence>();
    switch (sign) {
      case Does does ->
          profile
              .countedActivity()
              .forEach((day, tallies) ->
                  tallies.forEach((behaviour, tally) -> {
                    var end = profile.days().end(day);
                    if (does.behaviours().contains(behaviour) && isFresh(end, within, at)) {
                      evidence.add(
                          new Evidence.Did(day, behaviour, tally.count(), tally.seconds()));
                    }
                  }));
      case KeyBehaviour.Reads reads ->
          profile
              .countedReads()
              .forEach((id, read) -> {
                var isOfType =
                    playbook.content(id).filter(c -> c.type().equals(reads.type())).isPresent();
                int count = isOfType ? fresh(read, within, at) : 0;
                if (count > 0) {
                  evidence.add(new Evidence.Read(id, count, read.seconds()));
                }
              });
    }
    return evidence;
  }

  // Only first and last are known: between them all reads count, or surely one.
  private int fresh(Reads reads, Duration within, Instant at) {
    return isFresh(reads.first(), within, at)
        ? reads.count()
        : isFresh(reads.last(), within, at) ? 1 : 0;
  }

  private boolean isFresh(Instant since, Duration within, Instant at) {
    return within == null || at.isBefore(profile.days().after(since, within));
  }

  private static int count(Evidence evidence) {
    return evidence instanceof Evidence.Did did
        ? did.count()
        : evidence instanceof Evidence.Read read ? read.count() : 0;
  }

  private static Object day(Evidence evidence) {
    return evidence instanceof Evidence.Did did ? did.day() : evidence;
  }
}
