package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.condition.Condition;
import dev.trellis.core.playbook.Audiences;
import dev.trellis.core.playbook.Audiences.Audience;
import dev.trellis.core.playbook.Audiences.Layers;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;

/** {@code audiences.yaml}. */
@Says("Saved conditions over leads, to invite or to write to by hand.")
record AudiencesFile(
    @Says("What tells partners, customers and prospects apart.") Optional<Layers> layers,
    @Says("Fields that name the salesperson of a lead; the first that is known counts.")
        Optional<List<String>> owners,
    @Says("The audiences.") @Or @Each("audience") List<Audience> audiences)
    implements Means<Audiences> {

  private static final Audiences USUAL = Audiences.EMPTY;

  @Override
  public Audiences meaning(Reading reading) {
    return new Audiences(audiences, layers.orElse(USUAL.layers()), owners.orElse(USUAL.owners()));
  }

  record Apart(
      Yaml at,
      @Says("Identities of partners: in audiences of partners only.")
          Optional<Set<String>> partners,
      @Says("Identities that belong in no audience.") Optional<Set<String>> nobody,
      @Says("Stages of customers.") Optional<Set<String>> customers)
      implements Means<Layers> {
    @Override
    public Layers meaning(Reading reading) {
      reading.places().put("layers", at);
      return new Layers(
          partners.orElse(USUAL.layers().partners()),
          nobody.orElse(USUAL.layers().nobody()),
          customers.orElse(USUAL.layers().customers()));
    }
  }

  @Of(Audience.class)
  record Entry(
      @Says("Its name in addresses.") String id,
      @Says("Its name.") Wording name,
      @Says("The layer of people it is about.") @Wrong("\"%s\" is no layer of people")
          Audiences.Of of,
      @Says("Who of them belongs to it; may ask for stage, pool and products as well.")
          Condition who) {}
}
