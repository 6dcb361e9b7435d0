package dev.trellis.nurture.mail;

import module java.base;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening.FormSubmitted;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.event.Origin;
import dev.trellis.core.identity.Identity;
import dev.trellis.core.identity.IdentityType;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.portrait.Portrait;
import dev.trellis.core.profile.Profile;

/** Nobody: a person who exists only so that mails can be looked at before they are sent. */
final class SamplePerson {

  static final String ADDRESS = "li.na@example.cn";
  private static final String MOBILE = "+8613800138000";

  private SamplePerson() {}

  /** Who speaks this language and told us everything that a mail may ask for. */
  static Portrait portrait(Playbook playbook, String language, Instant now) {
    var identities =
        new TreeSet<>(
            List.of(
                new Identity(IdentityType.EMAIL, ADDRESS),
                new Identity(IdentityType.PHONE, MOBILE)));
    var event =
        LeadEvent.of(
            "sample",
            now,
            Channel.WEB,
            identities,
            Origin.NONE,
            new FormSubmitted("sample", new TreeMap<>(answers(language)), true, language, null));
    return Portrait.of("sample", Profile.of(playbook.company().days()).with(event), playbook, now);
  }

  private static Map<String, String> answers(String language) {
    var isChinese = language.equals("zh");
    return Map.of(
        "name",
        isChinese ? "李娜" : "Li Na",
        "company",
        isChinese ? "示例制造有限公司" : "Example Manufacturing Ltd.",
        "title",
        isChinese ? "市场总监" : "Head of marketing",
        "email",
        ADDRESS,
        "mobile",
        MOBILE,
        "industry",
        "manufacturing",
        "need",
        "lead-scoring",
        "plan",
        "within-6-months");
  }
}
