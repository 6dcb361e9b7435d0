package dev.trellis.rehearsal;

/**
 * What AWS asks, in US dollars. These are assumptions to be edited: AWS price list, us-east-1 and
 * eu-central-1 as remembered; check. Free tiers, storage, logs and data transfer are left out.
 */
final class Prices {

  /** SES: one mail to one recipient. */
  static final double MAIL = 0.10 / 1_000;

  /** Lambda: one invocation. */
  static final double INVOCATION = 0.20 / 1_000_000;

  /** Lambda on arm64: one gigabyte for one second. */
  static final double GIGABYTE_SECOND = 0.0000133334;

  /** SQS standard queue: one request. */
  static final double QUEUE_REQUEST = 0.40 / 1_000_000;

  /** DynamoDB on demand: one write request unit. */
  static final double WRITE_UNIT = 0.625 / 1_000_000;

  /** DynamoDB on demand: one read request unit. */
  static final double READ_UNIT = 0.125 / 1_000_000;

  /** EventBridge Scheduler: one invocation of a target. */
  static final double SCHEDULED = 1.00 / 1_000_000;

  /** Memory of a function in gigabytes, as in infra/template.yaml. */
  static final double GIGABYTES = 1.0;

  /** How long a warm function works on one message, or one tick. */
  static final double SECONDS = 0.05;

  private Prices() {}
}
