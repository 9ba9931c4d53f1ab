package com.bookedbarber.local.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What somebody asks Prometheus.
 *
 * @param place the file it stands in, and its panel, alert or recorded series there
 */
public record Query(String place, String expression) {

    private static final Path MONITORING = Path.of("../monitoring");
    private static final Path RULES = MONITORING.resolve("prometheus/rules");
    private static final Path DASHBOARDS = MONITORING.resolve("grafana/dashboards");

    /** Grafana's own question for the values of a label, which a variable of a dashboard offers. */
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+),\\s*(\\w+)\\)");

    /** Those of all dashboards, with those that fill the lists of their variables. */
    public static List<Query> ofDashboards() {
        return files(DASHBOARDS, ".json")
                .flatMap(file -> {
                    var dashboard = read(new ObjectMapper(), file);
                    return Stream.concat(panels(file, dashboard), variables(file, dashboard));
                })
                .toList();
    }

    /** Those of all alerts and of all recorded series. */
    public static List<Query> ofRules() {
        return rules().map(
                        rule -> new Query(name(rule), rule.path("expr").asText().strip()))
                .toList();
    }

    /** The names of the series that rules record. */
    public static List<String> recorded() {
        return rules().map(rule -> rule.path("record").asText())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Stream<Query> panels(Path file, JsonNode dashboard) {
        return dashboard.findParents("targets").stream()
                .flatMap(panel -> panel.findValuesAsText("expr").stream()
                        .map(expression -> new Query(
                                file.getFileName() + ", " + panel.path("title").asText(), expression)));
    }

    private static Stream<Query> variables(Path file, JsonNode dashboard) {
        return children(dashboard.at("/templating/list"))
                .filter(variable -> variable.path("type").asText().equals("query"))
                .map(variable -> new Query(
                        file.getFileName() + ", $" + variable.path("name").asText(),
                        LABEL_VALUES
                                .matcher(variable.at("/query/query").asText())
                                .replaceAll("group by ($2) ($1)")));
    }

    private static Stream<JsonNode> rules() {
        return files(RULES, ".yml")
                .flatMap(file -> children(read(new YAMLMapper(), file).path("groups")))
                .flatMap(group -> children(group.path("rules")));
    }

    private static String name(JsonNode rule) {
        return rule.hasNonNull("alert")
                ? rule.path("alert").asText()
                : rule.path("record").asText();
    }

    private static Stream<JsonNode> children(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode read(ObjectMapper format, Path file) {
        try {
            return format.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
