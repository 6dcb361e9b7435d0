package dev.trellis.core.portrait;

import module java.base;

import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Profile;

/** In which form somebody likes contents best (R84). */
final class FormPreference {

  /** One read is no preference. */
  private static final int READS = 2;

  private FormPreference() {}

  static Optional<String> of(Profile profile, Playbook playbook) {
    return profile.value(Field.CONTENT_FORM).or(() -> mostRead(profile, playbook));
  }

  private static Optional<String> mostRead(Profile profile, Playbook playbook) {
    var reads = new TreeMap<String, Integer>();
    profile
        .countedReads()
        .forEach((id, read) ->
            playbook.content(id).ifPresent(c -> reads.merge(c.form(), read.count(), Integer::sum)));
    return reads.entrySet().stream()
        .filter(e -> e.getValue() >= READS)
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey);
  }
}
