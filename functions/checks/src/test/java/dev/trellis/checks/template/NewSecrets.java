package dev.trellis.checks.template;

import module java.base;

import dev.trellis.core.json.Json;

/** The secrets of the template as CloudFormation makes them. */
public final class NewSecrets {

  private NewSecrets() {}

  /** The text of one by its logical id; empty if it has no value yet. */
  public static Optional<String> text(String id) throws IOException {
    var secret = Template.read().resource(id).properties();
    return Optional.ofNullable(secret.get("GenerateSecretString"))
        .map(Template::map)
        .map(made -> {
          var values = new TreeMap<>(Json.parse((String) made.get("SecretStringTemplate")));
          var length = Integer.parseInt((String) made.get("PasswordLength"));
          values.put((String) made.get("GenerateStringKey"), "k".repeat(length));
          return Json.compose(values);
        });
  }
}
