package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.dictionary.CompanyNames;
import dev.trellis.playbook.yaml.Yaml;

/**
 * Domains of companies' mail as a playbook lists them, and {@code *.} for all below one. One that
 * no company's address can ever be at is refused, since a rule that seems to hold would hold for
 * nobody.
 */
record MailDomains(CompanyNames companies) {

  static final String LIKE =
      "(\\*\\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+([a-z]{2,}|xn--[a-z0-9-]+)";

  private static final String BELOW = "*.";

  /** Where registries, and no companies, are: all of the world's is too long a list to keep. */
  private static final Pattern SHARED =
      Pattern.compile(
          "[a-z]+|(com|net|org|gov|edu|co|ac|mil)\\.[a-z]{2}|(me|ltd|plc|nhs|sch)\\.uk"
              + "|(or|ne|go|ad|gr|lg|ed)\\.jp|(or|re|go|pe|ne)\\.kr|(idv|game|ebiz|club)\\.tw"
              + "|(ah|bj|cq|fj|gd|gs|gx|gz|ha|hb|he|hi|hl|hn|jl|js|jx|ln|nm|nx|qh|sc|sd|sh|sn|sx"
              + "|tj|xj|xz|yn|zj|hk|mo|tw)\\.cn");

  Set<String> read(List<Yaml> listed) {
    var read = new TreeSet<String>();
    listed.forEach(at -> {
      check(at, at.text());
      read.add(at.text());
    });
    return read;
  }

  private void check(Yaml at, String text) {
    var domain = text.startsWith(BELOW) ? text.substring(BELOW.length()) : text;
    var address = companies.domain("a@" + domain);
    if (SHARED.matcher(domain).matches()) {
      at.problem(
          "companies share \"" + domain + "\", and none has it to itself",
          "Name the company's own domain");
    } else if (address.isEmpty() && text.matches(LIKE)) {
      at.problem(
          "anybody can have an address at \"" + domain + "\"",
          "Remove it, or name the company's own domain");
    } else if (!address.equals(Optional.of(domain)) || !text.matches(LIKE)) {
      at.problem(
          "\"" + text + "\" can match no address",
          address
              .map(known -> "Write " + text.substring(0, text.length() - domain.length()) + known)
              .orElse("Write a domain such as example.com, or *.example.com for all below it"));
    }
  }
}
