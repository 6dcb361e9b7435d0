package dev.trellis.playbook.bind;

import dev.trellis.playbook.yaml.Yaml;
import java.util.Map;

/** What is either said to be true, or left out. */
public enum True implements Shape {
  TRUE;

  @Override
  public Object read(Yaml above, String key, Reading reading) {
    var said = above.get(key);
    if (!said.isText() || !said.text().equals("true")) {
      said.problem(
          "\"" + key + "\" says something else than true",
          "Write " + key + ": true, or leave it out");
    }
    return TRUE;
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("const", true);
  }
}
