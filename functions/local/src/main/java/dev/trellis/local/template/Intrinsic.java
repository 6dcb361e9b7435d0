package dev.trellis.local.template;

/**
 * A CloudFormation function in a template, such as {@code !Ref Queue}.
 *
 * @param name without {@code !} or {@code Fn::}
 * @param argument a tree as {@link TemplateYaml} reads it
 */
record Intrinsic(String name, Object argument) {}
