package com.bookedbarber.local.monitoring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads an expression of Prometheus's query language, as far as it takes to know which series it asks for. Whether the
 * expression is right otherwise is Prometheus's to say.
 */
public final class PromQl {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<nothing>\\s+|\\#.*|\\[[^\\]]*\\])
            |(?<text>"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`)
            |(?<number>\\.?[0-9][0-9a-zA-Z_.]*|\\$\\w+|\\$\\{\\w+})
            |(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)
            |(?<sign>[=!]~|!=|.)
            """, Pattern.COMMENTS);

    private static final Set<String> OPERATORS =
            Set.of("and", "or", "unless", "atan2", "bool", "offset", "start", "end", "inf", "nan");
    private static final Set<String> MATCHING = Set.of("without", "on", "ignoring", "group_left", "group_right");

    /** Something in parentheses: where its series begin, and what they are grouped by. */
    private record Group(int begin, Set<String> labels) {}

    private final List<MatchResult> tokens;
    private final List<Selector> found = new ArrayList<>();
    private final Deque<Group> open = new ArrayDeque<>();
    private Set<String> groupedBy = Set.of();
    private int endedGroup;
    private int next;

    private PromQl(String expression) {
        this.tokens = TOKEN.matcher(expression)
                .results()
                .filter(token -> token.group("nothing") == null)
                .toList();
    }

    /** The series that an expression asks for, in the order it does. */
    public static List<Selector> selectors(String expression) {
        var promQl = new PromQl(expression);
        while (promQl.next < promQl.tokens.size()) {
            promQl.read();
        }
        return List.copyOf(promQl.found);
    }

    private void read() {
        var token = tokens.get(next++);
        if (token.group("name") != null) {
            readName(token.group());
        } else if (token.group().equals("(")) {
            open.push(new Group(found.size(), groupedBy));
            groupedBy = Set.of();
        } else if (token.group().equals(")") && !open.isEmpty()) {
            endedGroup = open.pop().begin();
        } else if (token.group().equals("{")) {
            throw new IllegalArgumentException("A selector without a metric's name is not understood here.");
        }
    }

    private void readName(String name) {
        var word = name.toLowerCase(Locale.ROOT);
        if (word.equals("by")) {
            readGrouping();
        } else if (MATCHING.contains(word)) {
            readLabels();
        } else if (!OPERATORS.contains(word) && !isNext("(") && !isNext("by") && !isNext("without")) {
            readSelector(name);
        }
    }

    /** The labels stand before what they group, or behind it. */
    private void readGrouping() {
        boolean behind = tokens.get(next - 2).group().equals(")");
        var labels = readLabels();
        if (behind) {
            found.subList(endedGroup, found.size())
                    .replaceAll(selector ->
                            new Selector(selector.metric(), selector.values(), union(selector.labels(), labels)));
        } else {
            groupedBy = labels;
        }
    }

    private Set<String> readLabels() {
        var labels = new HashSet<String>();
        if (isNext("(")) {
            while (!isNext(")")) {
                var token = tokens.get(next++);
                if (token.group("name") != null) {
                    labels.add(token.group());
                }
            }
            next++;
        }
        return labels;
    }

    private void readSelector(String metric) {
        Map<String, String> values = new HashMap<>();
        Set<String> labels = new HashSet<>();
        open.forEach(group -> labels.addAll(group.labels()));
        if (isNext("{")) {
            next++;
            while (!isNext("}")) {
                var token = tokens.get(next++);
                if (token.group("name") != null) {
                    labels.add(token.group());
                    readMatcher(token.group(), values);
                }
            }
            next++;
        }
        found.add(new Selector(metric, Map.copyOf(values), Set.copyOf(labels)));
    }

    private void readMatcher(String label, Map<String, String> values) {
        var operator = tokens.get(next++).group();
        var text = tokens.get(next++).group();
        var value = text.substring(1, text.length() - 1);
        if (operator.equals("=") && !value.isEmpty() && !value.contains("$")) {
            values.put(label, value);
        }
    }

    private boolean isNext(String text) {
        return next < tokens.size() && tokens.get(next).group().equalsIgnoreCase(text);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
