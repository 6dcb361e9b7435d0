package dev.trellis.playbook.bind;

import module java.base;

import dev.trellis.playbook.yaml.Yaml;

/**
 * The playbook that is being read.
 *
 * @param places where each thing was defined, by kind and id, for the checks that look across files
 */
public record Reading(Path root, List<String> languages, Map<String, Yaml> places) {}
