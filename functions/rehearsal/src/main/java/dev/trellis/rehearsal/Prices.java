package dev.trellis.rehearsal;

/**
 * What AWS asks, in US dollars: the public price list of us-east-1 as of {@link #AS_OF}, to be
 * looked up and edited. Free tiers, storage and data transfer are left out.
 */
public final class Prices {

  /** When these prices were asked. */
  public static final String AS_OF = "2025-06-30";

  /** API Gateway, HTTP API: one request. */
  public static final double HTTP_REQUEST = 1.00 / 1_000_000;

  /** CloudWatch: one byte of a log taken in. */
  public static final double LOG_BYTE = 0.50 / 1_000_000_000;

  /** CloudWatch: one metric of an alarm for a month. */
  public static final double ALARM_MONTH = 0.10;

  /** CloudWatch: one metric of our own for a month. */
  public static final double METRIC_MONTH = 0.30;

  /** CloudWatch: one dashboard for a month. */
  public static final double DASHBOARD_MONTH = 3.00;

  /** Secrets Manager: one secret for a month. */
  public static final double SECRET_MONTH = 0.40;

  /** SES: one mail to one recipient. */
  public static final double MAIL = 0.10 / 1_000;

  /** Lambda: one invocation. */
  public static final double INVOCATION = 0.20 / 1_000_000;

  /** Lambda on arm64: one gigabyte for one second. */
  public static final double GIGABYTE_SECOND = 0.0000133334;

  /** SQS standard queue: one request. */
  public static final double QUEUE_REQUEST = 0.40 / 1_000_000;

  /** DynamoDB on demand: one write request unit. */
  public static final double WRITE_UNIT = 0.625 / 1_000_000;

  /** DynamoDB on demand: one read request unit. */
  public static final double READ_UNIT = 0.125 / 1_000_000;

  /** EventBridge Scheduler: one invocation of a target. */
  public static final double SCHEDULED = 1.00 / 1_000_000;

  /** Memory of a function in gigabytes, as in infra/template.yaml. */
  public static final double GIGABYTES = 1.0;

  /** How long a warm function works on one message, or one tick. */
  public static final double SECONDS = 0.05;

  private Prices() {}
}
