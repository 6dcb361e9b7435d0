package dev.trellis.playbook.yaml;

/** Something wrong in a playbook: where, what, and what to do about it. */
public record Problem(String file, int line, String what, String remedy) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + what + ". " + remedy;
  }
}
