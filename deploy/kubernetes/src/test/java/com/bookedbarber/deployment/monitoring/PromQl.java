package com.bookedbarber.deployment.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what an expression asks for: metrics, and the labels it picks or groups them by. */
record PromQl(String expression) {

    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern MATCHERS = Pattern.compile("\\{[^}]*\\}");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    /** Names of metrics and recorded series. */
    Set<String> metrics() {
        String bare = STRING.matcher(expression).replaceAll("");
        bare = GROUPING.matcher(bare).replaceAll(" ");
        bare = MATCHERS.matcher(bare).replaceAll(" ");
        bare = RANGE.matcher(bare).replaceAll(" ");
        var found = new TreeSet<String>();
        for (MatchResult name : NAME.matcher(bare).results().toList()) {
            boolean function = bare.substring(name.end()).stripLeading().startsWith("(");
            boolean number = name.start() > 0 && Character.isDigit(bare.charAt(name.start() - 1));
            if (!function && !number && !OPERATORS.contains(name.group())) {
                found.add(name.group());
            }
        }
        return found;
    }
}
