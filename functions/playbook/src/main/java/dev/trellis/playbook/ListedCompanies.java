package dev.trellis.playbook;

import module java.base;

import dev.trellis.core.dictionary.CompanyNames;
import dev.trellis.playbook.yaml.Yaml;

/**
 * Names of companies as a playbook lists them. One that names no company is refused, since a rule
 * that seems to hold would hold for nobody.
 */
record ListedCompanies(CompanyNames companies) {

  private static final Pattern WILDCARD = Pattern.compile("[*?%＊？％]");

  /** What tells each from others. */
  Set<String> read(List<Yaml> listed) {
    listed.forEach(this::check);
    return cores(listed.stream().map(Yaml::text).toList());
  }

  /** The same of names that are checked elsewhere. */
  Set<String> cores(Collection<String> names) {
    return names.stream()
        .flatMap(name -> companies.core(name).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void check(Yaml at) {
    if (WILDCARD.matcher(at.text()).find()) {
      at.problem(
          "\"" + at.text() + "\" can match no company: nothing in a name stands for other letters",
          "Write the name as people write it, or list the company's domains");
    } else if (!companies.tells(at.text())) {
      at.problem(
          "\"" + at.text() + "\" can match no company: it tells none from others",
          "Write the company's name, such as 示例精工 or Example Works");
    }
  }
}
