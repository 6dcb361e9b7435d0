package dev.trellis.core.profile;

/** What a person did, as activity is counted. */
public enum Behaviour {
  SCAN,
  VISIT,
  SUBMIT,
  READ,
  DOWNLOAD,
  CLICK,
  ATTEND,
  FOLLOW,
  CALL
}
