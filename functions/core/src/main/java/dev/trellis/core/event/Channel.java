package dev.trellis.core.event;

/** Where an event happened (R1). */
public enum Channel {
  WEB,
  WECHAT,
  WECOM,
  SHOP,
  EXPO,
  TRAINING,
  AFTER_SALES,
  MAIL,
  CRM,
  IMPORT,
  SYSTEM
}
