package dev.trellis.core.playbook;

import java.util.Map;

/**
 * A CRM that writes back.
 *
 * @param id part of its webhook address
 * @param fields its field names and ours
 */
public record CrmSource(String id, Map<String, String> fields) {}
