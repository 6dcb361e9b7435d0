package dev.trellis.local.template;

import module java.base;

/**
 * What a template does not say: where it is deployed.
 *
 * @param sqs base of every queue's URL
 * @param parameters values that replace the template's defaults
 * @param layer folder used instead of the content of every layer, if there
 */
public record Surroundings(String sqs, Map<String, String> parameters, Optional<Path> layer) {

  public static final String REGION = "ap-southeast-1";
  public static final String ACCOUNT = "000000000000";

  String queueUrl(String name) {
    return sqs + "/" + ACCOUNT + "/" + name;
  }

  static String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
  }
}
