package dev.trellis.local.template;

import module java.base;

/** The parameters of a template and what they are set to. */
final class Parameters {

  private final Map<String, Object> declared;

  Parameters(Map<String, Object> declared) {
    this.declared = declared;
  }

  /** Given values, else defaults. Values given for parameters that do not exist are left aside. */
  Map<String, String> values(Map<String, String> given) {
    var values = new LinkedHashMap<String, String>();
    declared.forEach((name, entry) -> {
      var declaration = TemplateReader.map(name, entry);
      var value = given.getOrDefault(name, (String) declaration.get("Default"));
      if (value == null) {
        throw new TemplateException(
            name,
            "is a parameter without a default",
            "Give it a Default, or name its value in dev.trellis.local.LocalTrellis");
      }
      if (declaration.get("AllowedValues") instanceof List<?> allowed && !allowed.contains(value)) {
        throw new TemplateException(
            name, "must not be " + value, "Its AllowedValues are " + allowed);
      }
      values.put(name, value);
    });
    return values;
  }
}
