package dev.trellis.core.profile;

import module java.base;

import dev.trellis.core.condition.Days;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.Proof;
import dev.trellis.core.json.Json;
import dev.trellis.core.json.MessageFormatException;
import dev.trellis.core.profile.Wishes.Word;
import org.jspecify.annotations.Nullable;

/**
 * A profile as JSON, written short because every event pays for it: what belongs together is one
 * text of words, a content or a mail is named once, an instant is a number. Equal profiles give
 * equal bytes.
 */
final class StoredProfile {

  private static final int RADIX = Character.MAX_RADIX;
  private static final String NONE = "-";
  private static final String YES = "+";
  private static final String NO = "-";
  private static final String YES_AGAIN = "*";
  private static final String NO_AGAIN = "~";
  private static final String MARK = ".";
  private static final String OWN = "own";
  private static final String ASKED = "asked";

  private StoredProfile() {}

  static String write(Profile profile) {
    var out = new LinkedHashMap<String, Object>();
    put(out, "identities", Json.tree(profile.identities()));
    put(out, "proof", proofs(profile));
    put(out, "claims", profile.claims().stream().map(StoredProfile::text).toList());
    put(out, "facts", facts(profile.facts()));
    put(out, "wishes", wishes(profile));
    put(out, "contents", contents(profile));
    put(out, "delivered", texts(profile.delivered()));
    put(out, "attended", attended(profile.attended()));
    put(out, "doubts", profile.doubts().stream().map(StoredProfile::text).toList());
    put(out, "zone", profile.days().equals(Days.UTC) ? null : profile.days().zone().getId());
    put(out, "activity", ActivityText.write(profile.activity()));
    put(out, "products", List.copyOf(profile.products()));
    put(out, "first", Json.tree(profile.first()));
    put(out, "last", Json.tree(profile.last()));
    out.put("events", profile.events());
    return Json.compose(out);
  }

  static Profile read(String json) {
    var tree = Json.parse(json);
    try {
      return read(tree);
    } catch (RuntimeException e) {
      throw new MessageFormatException("not a profile as stored: " + e.getClass().getSimpleName());
    }
  }

  private static Profile read(Map<String, Object> tree) {
    var identities = new TreeSet<Identity>();
    list(tree, "identities").forEach(i -> identities.add(Identity.parse(i)));
    var claims = new TreeSet<Claim>();
    list(tree, "claims").forEach(text -> claims.add(claim(text)));
    var facts = new TreeMap<String, SortedMap<Authority, Fact>>();
    map(tree, "facts").forEach((field, told) -> facts.put((String) field, told(told)));
    var wishes = wishes(map(tree, "wishes"), facts);
    var reads = new TreeMap<String, Reads>();
    var sent = new TreeMap<String, Instant>();
    map(tree, "contents")
        .forEach((content, text) -> {
          var words = ((String) text).split(" ");
          if (!words[0].equals(NONE)) {
            sent.put((String) content, instant(words[0]));
          }
          if (words.length > 1) {
            reads.put((String) content, reads(words));
          }
        });
    var delivered = new TreeMap<String, Instant>();
    map(tree, "delivered")
        .forEach((mail, at) -> delivered.put((String) mail, instant((String) at)));
    var attended = new TreeMap<String, Reads>();
    map(tree, "attended")
        .forEach((event, text) -> attended.put((String) event, reads(((String) text).split(" "))));
    var doubts = new TreeSet<Visit>();
    list(tree, "doubts").forEach(text -> doubts.add(visit(text)));
    return new Profile(
        identities,
        proofs(identities, tree.get("proof") instanceof String text ? text : ""),
        claims,
        facts,
        wishes,
        reads,
        sent,
        delivered,
        attended,
        doubts,
        tree.get("zone") instanceof String zone ? new Days(ZoneId.of(zone)) : Days.UTC,
        activity(tree),
        new TreeSet<>(list(tree, "products")),
        touch(tree.get("first")),
        touch(tree.get("last")),
        ((Number) Objects.requireNonNull(tree.get("events"))).intValue());
  }

  // One letter for each identity, in their order, up to the last one that is more than typed.
  private static @Nullable String proofs(Profile profile) {
    var letters = new StringBuilder();
    profile.identities().forEach(name -> letters.append(profile.proof(name).letter()));
    var text = letters.toString().replaceFirst(Proof.TYPED.letter() + "+$", "");
    return text.isEmpty() ? null : text;
  }

  private static SortedMap<Identity, Proof> proofs(TreeSet<Identity> names, String letters) {
    var proofs = new TreeMap<Identity, Proof>();
    var name = names.iterator();
    letters.chars().forEach(letter -> proofs.put(name.next(), Proof.of((char) letter)));
    proofs.values().removeIf(Proof.TYPED::equals);
    return proofs;
  }

  private static String text(Claim claim) {
    return String.join(
        " ",
        text(claim.at()),
        claim.event(),
        claim.other().isEmpty() ? NONE : claim.other(),
        claim.name().toString());
  }

  private static Claim claim(String text) {
    var words = text.split(" ", 4);
    return new Claim(
        instant(words[0]),
        words[1],
        Identity.parse(words[3]),
        words[2].equals(NONE) ? "" : words[2]);
  }

  private static Map<String, Object> facts(SortedMap<String, SortedMap<Authority, Fact>> facts) {
    var out = new TreeMap<String, Object>();
    facts.forEach((field, told) -> {
      var words = new TreeMap<String, Object>();
      told.forEach(
          (by, f) -> words.put(word(by), text(f.at()) + " " + f.event() + " " + f.value()));
      out.put(field, words);
    });
    return out;
  }

  private static SortedMap<Authority, Fact> told(Object tree) {
    var told = new TreeMap<Authority, Fact>();
    ((Map<?, ?>) tree)
        .forEach((by, text) -> {
          var words = ((String) text).split(" ", 3);
          told.put(
              Authority.valueOf(name((String) by)),
              new Fact(words[2], instant(words[0]), words[1]));
        });
    return told;
  }

  // Only what does not follow from the facts, as most of it does.
  private static Map<String, Object> wishes(Profile profile) {
    var out = new TreeMap<String, Object>();
    profile
        .wishes()
        .forEach((field, wishes) -> {
          var facts = profile.facts().getOrDefault(field, Collections.emptySortedMap());
          if (!wishes.equals(Consent.known(field, facts, Wishes.NONE))) {
            out.put(field, text(wishes));
          }
        });
    return out;
  }

  private static SortedMap<String, Wishes> wishes(
      Map<?, ?> stored, SortedMap<String, SortedMap<Authority, Fact>> facts) {
    var out = new TreeMap<String, Wishes>();
    facts.forEach((field, told) -> {
      if (Field.isWish(field)) {
        var wishes = stored.get(field) instanceof Map<?, ?> map ? wishes(map) : Wishes.NONE;
        out.put(field, Consent.known(field, told, wishes));
      }
    });
    out.values().removeIf(Wishes.NONE::equals);
    return out;
  }

  private static Map<String, Object> text(Wishes wishes) {
    var out = new TreeMap<String, Object>();
    wishes
        .told()
        .forEach((source, words) -> {
          var texts = new ArrayList<String>();
          words.forEach(word -> texts.add(sign(word) + text(word.at())));
          out.put(source, String.join(" ", texts));
        });
    if (wishes.own() != null) {
      out.put(OWN, text(wishes.own()));
    }
    if (wishes.asked() != null) {
      out.put(ASKED, text(wishes.asked()));
    }
    return out;
  }

  private static String sign(Word word) {
    return word.repeats() ? word.yes() ? YES_AGAIN : NO_AGAIN : word.yes() ? YES : NO;
  }

  private static Wishes wishes(Map<?, ?> map) {
    var told = new TreeMap<String, SortedSet<Word>>();
    map.forEach((source, text) -> {
      if (!source.equals(OWN) && !source.equals(ASKED)) {
        var words = new TreeSet<Word>();
        for (var word : ((String) text).split(" ")) {
          var sign = word.substring(0, 1);
          words.add(
              new Word(
                  instant(word.substring(1)),
                  sign.equals(YES) || sign.equals(YES_AGAIN),
                  sign.equals(YES_AGAIN) || sign.equals(NO_AGAIN)));
        }
        told.put((String) source, words);
      }
    });
    return new Wishes(
        map.get(OWN) instanceof String own ? instant(own) : null,
        map.get(ASKED) instanceof String asked ? instant(asked) : null,
        told);
  }

  private static Map<String, Object> contents(Profile profile) {
    var out = new TreeMap<String, Object>();
    profile.sent().forEach((content, at) -> out.put(content, text(at)));
    profile
        .reads()
        .forEach(
            (content, reads) -> out.put(content, out.getOrDefault(content, NONE) + text(reads)));
    return out;
  }

  private static Map<String, Object> attended(SortedMap<String, Reads> attended) {
    var out = new TreeMap<String, Object>();
    attended.forEach((event, visit) -> out.put(event, NONE + text(visit)));
    return out;
  }

  private static String text(Reads reads) {
    var text = new StringBuilder(" ").append(text(reads.first()));
    text.append(' ').append(reads.first().equals(reads.last()) ? NONE : text(reads.last()));
    text.append(' ').append(reads.seconds());
    reads
        .versions()
        .forEach((version, count) -> text.append(' ').append(version).append(' ').append(count));
    return text.toString();
  }

  private static Reads reads(String[] words) {
    var versions = new TreeMap<Integer, Integer>();
    for (int i = 4; i < words.length; i += 2) {
      versions.put(Integer.valueOf(words[i]), Integer.valueOf(words[i + 1]));
    }
    var first = instant(words[1]);
    return new Reads(
        versions,
        first,
        words[2].equals(NONE) ? first : instant(words[2]),
        Long.parseLong(words[3]));
  }

  private static String text(Visit visit) {
    var marks =
        visit.mailbox().isEmpty() && visit.browser().isEmpty() && !visit.isLate()
            ? ""
            : MARK + visit.mailbox() + MARK + visit.browser() + (visit.isLate() ? MARK : "");
    return String.join(
        " ",
        text(visit.at()),
        visit.mail() + marks,
        word(visit.did()),
        Integer.toString(visit.version()),
        Long.toString(visit.seconds()),
        visit.content());
  }

  private static Visit visit(String text) {
    var words = text.split(" ", 6);
    var marks = words[1].split("\\" + MARK, -1);
    return new Visit(
        instant(words[0]),
        marks[0],
        Behaviour.valueOf(name(words[2])),
        words[5],
        Integer.parseInt(words[3]),
        Long.parseLong(words[4]),
        marks.length < 3 ? "" : marks[1],
        marks.length < 3 ? "" : marks[2],
        marks.length > 3);
  }

  // As it is written, and as it was before: each day by its number, in words.
  private static SortedMap<LocalDate, SortedMap<Behaviour, Tally>> activity(
      Map<String, Object> tree) {
    if (tree.get("activity") instanceof String text) {
      return ActivityText.read(text);
    }
    var activity = new TreeMap<LocalDate, SortedMap<Behaviour, Tally>>();
    map(tree, "activity")
        .forEach((day, text) ->
            activity.put(
                LocalDate.ofEpochDay(Long.parseLong((String) day)), tallies((String) text)));
    return activity;
  }

  private static SortedMap<Behaviour, Tally> tallies(String text) {
    var words = text.split(" ");
    var tallies = new TreeMap<Behaviour, Tally>();
    for (int i = 0; i < words.length; i += 3) {
      tallies.put(
          Behaviour.valueOf(name(words[i])),
          new Tally(Integer.parseInt(words[i + 1]), Long.parseLong(words[i + 2])));
    }
    return tallies;
  }

  private static Optional<Touch> touch(@Nullable Object tree) {
    return Optional.ofNullable((Map<?, ?>) tree).map(t -> Json.read(Touch.class, t));
  }

  private static String text(Instant at) {
    return Long.toString(at.toEpochMilli(), RADIX);
  }

  private static Instant instant(String text) {
    return Instant.ofEpochMilli(Long.parseLong(text, RADIX));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String name(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static void put(Map<String, Object> out, String member, @Nullable Object tree) {
    var isEmpty =
        tree == null
            || tree.equals("")
            || tree instanceof Map<?, ?> map && map.isEmpty()
            || tree instanceof List<?> list && list.isEmpty();
    if (!isEmpty) {
      out.put(member, tree);
    }
  }

  private static Map<String, Object> texts(SortedMap<String, Instant> instants) {
    var out = new TreeMap<String, Object>();
    instants.forEach((key, at) -> out.put(key, text(at)));
    return out;
  }

  private static Map<?, ?> map(Map<String, Object> tree, String member) {
    return tree.get(member) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<String> list(Map<String, Object> tree, String member) {
    return tree.get(member) instanceof List<?> list
        ? list.stream().map(String.class::cast).toList()
        : List.of();
  }
}
