package com.bookedbarber.load.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A statement as PostgreSQL logged it, with the values of its parameters.
 *
 * @param sql with {@code $1}, {@code $2} … for parameters
 * @param parameters their values as texts; null is SQL's null
 */
record LoggedStatement(String sql, List<String> parameters) {

    private static final Pattern LINE = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d [^\\[]*\\[(\\d+)] (\\w+):  ?(.*)$");
    private static final Pattern EXECUTE = Pattern.compile("^execute [^:]+: (.*)$", Pattern.DOTALL);

    /** Reads the statements with parameters from a server's log, in order. */
    static List<LoggedStatement> parse(List<String> log) {
        var statements = new ArrayList<LoggedStatement>();
        String sql = null;
        for (var entry : entries(log)) {
            var line = LINE.matcher(entry.lines().findFirst().orElse(""));
            if (!line.matches()) {
                continue;
            }
            var text = entry.substring(line.start(3));
            var execute = EXECUTE.matcher(text);
            if (line.group(2).equals("LOG") && execute.matches()) {
                sql = execute.group(1);
            } else if (line.group(2).equals("DETAIL")
                    && sql != null
                    && text.toLowerCase(Locale.ROOT).startsWith("parameters:")) {
                statements.add(new LoggedStatement(
                        sql, values(text.substring("parameters:".length()).strip())));
                sql = null;
            }
        }
        return statements;
    }

    /** A statement of several lines goes on in lines that begin with a tab. */
    private static List<String> entries(List<String> log) {
        var entries = new ArrayList<String>();
        for (var line : log) {
            if (line.startsWith("\t") && !entries.isEmpty()) {
                entries.set(entries.size() - 1, entries.getLast() + "\n" + line.substring(1));
            } else {
                entries.add(line);
            }
        }
        return entries;
    }

    /** {@code $1 = 'it''s', $2 = NULL} */
    private static List<String> values(String text) {
        var values = new ArrayList<String>();
        for (int at = text.indexOf('$'); at >= 0 && at < text.length(); at = text.indexOf('$', at)) {
            int value = text.indexOf(" = ", at) + 3;
            if (text.startsWith("NULL", value)) {
                values.add(null);
                at = value + 4;
                continue;
            }
            int end = value + 1;
            while (text.charAt(end) != '\'' || end + 1 < text.length() && text.charAt(end + 1) == '\'') {
                end += text.charAt(end) == '\'' ? 2 : 1;
            }
            values.add(text.substring(value + 1, end).replace("''", "'"));
            at = end + 1;
        }
        return values;
    }

    /** Whether one of its values holds this text. */
    boolean mentions(String text) {
        return parameters.stream().anyMatch(value -> value != null && value.contains(text));
    }
}
