package com.bookedbarber.local.monitoring;

import java.util.Map;
import java.util.Set;

/**
 * The series that an expression asks for.
 *
 * @param metric the name of a metric or of a recorded series
 * @param values what labels must be equal to; patterns, variables and inequalities are not among them
 * @param labels every label that it picks series by or that they are grouped by
 */
public record Selector(String metric, Map<String, String> values, Set<String> labels) {}
