package dev.trellis.nurture.mail;

import module java.base;

import dev.trellis.core.lifecycle.Lifecycle;
import dev.trellis.core.lifecycle.PlacementText;
import dev.trellis.core.playbook.Content;
import dev.trellis.core.playbook.PlaybookVocabulary;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Authority;
import dev.trellis.core.profile.Fact;
import dev.trellis.core.profile.Field;
import dev.trellis.core.profile.Touch;

/**
 * What a mail to our own sales people says of a lead: the dossier in brief (R99, R104), and where
 * the rest of it is shown.
 */
record AlertValues(Map<String, String> lead, String page) {

  private static final List<String> SPOKEN = List.of(Field.INDUSTRY, Field.NEED, Field.PLAN);

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  static AlertValues of(Portrait portrait, String page) {
    var playbook = portrait.playbook();
    var language = playbook.company().defaultLanguage();
    var vocabulary = new PlaybookVocabulary(playbook, language);
    var placement = new Lifecycle(playbook).place(portrait);
    var heat = portrait.heat();
    var texts = new PlacementText(playbook, language);
    var profile = portrait.profile();
    var values = new HashMap<String, String>();
    values.put("id", portrait.lead());
    profile.value(Field.TITLE).ifPresent(v -> values.put("title", v));
    profile.shown(Field.MOBILE).ifPresent(told -> values.put("mobile", number(told, vocabulary)));
    portrait.email().ifPresent(v -> values.put("email", v));
    SPOKEN.forEach(
        field -> profile.value(field).ifPresent(v -> values.put(field, vocabulary.word(field, v))));
    values.put("stage", vocabulary.word("stage", placement.stage()));
    values.put("pool", vocabulary.word("pool", placement.pool()));
    values.put("score", points(portrait.total().points()));
    values.put("activity", points(portrait.activity().points()));
    values.put("contentTags", Integer.toString(heat.contentTags()));
    values.put("keys", Integer.toString(heat.keys()));
    values.put("why", joined(language, new HeatText(portrait, vocabulary).lines()));
    values.put("missing", joined(language, texts.missing(placement.missingForMql())));
    values.put("source", profile.first().map(t -> touch(t, portrait, vocabulary)).orElse(""));
    values.put("last", profile.last().map(t -> touch(t, portrait, vocabulary)).orElse(""));
    values.put("reads", reads(portrait, language));
    profile
        .value(Field.CALL_OUTCOME)
        .ifPresent(v -> values.put("outcome", vocabulary.word(Field.CALL_OUTCOME, v)));
    profile
        .callback()
        .map(back -> back.at().atZone(playbook.company().zone()).format(MINUTES))
        .ifPresent(v -> values.put("callback", v));
    return new AlertValues(Map.copyOf(values), page);
  }

  // Whoever calls should know that anybody may have typed it.
  private static String number(Map.Entry<Authority, Fact> told, PlaybookVocabulary vocabulary) {
    var number = told.getValue().value();
    return told.getKey() == Authority.CLAIMED
        ? number
            + (vocabulary.language().equals("zh")
                ? "（有人填写，未证实）"
                : " (typed by somebody, not proven)")
        : number;
  }

  private static String touch(Touch touch, Portrait portrait, PlaybookVocabulary vocabulary) {
    var playbook = portrait.playbook();
    var day = LocalDate.ofInstant(touch.at(), playbook.company().zone());
    var channel = vocabulary.word("channel", touch.channel().name().toLowerCase(Locale.ROOT));
    var event = touch.origin().event();
    var occasion = event == null ? null : playbook.occasions().get(event);
    return Stream.of(
            day.toString(),
            channel,
            occasion == null ? "" : occasion.name().in(vocabulary.language()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String reads(Portrait portrait, String language) {
    return portrait.profile().countedReads().keySet().stream()
        .map(portrait.playbook()::content)
        .flatMap(Optional::stream)
        .map(Content::title)
        .map(title -> title.in(language))
        .collect(Collectors.joining(separator(language)));
  }

  private static String joined(String language, List<String> sentences) {
    return String.join(separator(language), sentences);
  }

  private static String separator(String language) {
    return language.equals("zh") ? "；" : "; ";
  }

  /** Whole points. */
  static String points(long thousandths) {
    return BigDecimal.valueOf(thousandths, 3).setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  Map<String, Object> variables(UnaryOperator<String> text, UnaryOperator<String> url) {
    var out = new HashMap<String, Object>();
    out.put("page", url.apply(page));
    lead.forEach((name, value) -> {
      if (!value.isBlank()) {
        out.put(name, text.apply(value));
      }
    });
    return out;
  }
}
