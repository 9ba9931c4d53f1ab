package com.bookedbarber.deployment.monitoring;

import com.bookedbarber.deployment.Project;
import com.bookedbarber.deployment.manifest.StrictYaml;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;
import java.util.Map;

/** Prometheus's rule files, as far as they are used here. */
record RuleFile(List<Group> groups) {

    record Group(String name, String interval, List<Rule> rules) {}

    record Rule(
            String record,
            String alert,
            String expr,
            @JsonProperty("for") String pending,
            Map<String, String> labels,
            Map<String, String> annotations) {}

    static List<Rule> rules(String file) {
        var document = StrictYaml.documents(Project.text(file)).getFirst();
        return StrictYaml.read(document, RuleFile.class).groups().stream()
                .flatMap(group -> group.rules().stream())
                .toList();
    }
}
