package com.bookedbarber.load.booking;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the statements of a booking, as the service sent them, into a script for pgbench that books another time on each
 * run. Two bookings tell what has to vary: values that are the same in both are kept as they are.
 */
final class PgbenchScript {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm", "+00")
            .toFormatter(Locale.ROOT);

    /** A time further away from the visit than this does not belong to it: it is the present. */
    private static final Duration AROUND_THE_VISIT = Duration.ofDays(10);

    /** Short texts that differ are keys; long ones are documents, whose content costs the same whatever it is. */
    private static final int LONGEST_KEY = 120;

    private final BookedTimes times;
    private final BookedTimes.Time first;

    /**
     * A script over some times.
     *
     * @param first the time that the first of the two bookings was for
     */
    PgbenchScript(BookedTimes times, BookedTimes.Time first) {
        this.times = times;
        this.first = first;
    }

    /**
     * The script.
     *
     * @param one the statements of one booking
     * @param other the same statements of another booking, for another barber and time
     * @param types the types of each statement's parameters, as PostgreSQL names them
     */
    String of(List<LoggedStatement> one, List<LoggedStatement> other, List<List<String>> types) {
        // Each of pgbench's clients walks through the times in steps as long as there are clients.
        var script = new StringBuilder("\\set i :i + 1\n\\set n :first + :i * :clients + :client_id\n");
        for (int i = 0; i < one.size(); i++) {
            script.append(statement(one.get(i), other.get(i), types.get(i))).append(";\n");
        }
        return script.toString();
    }

    private String statement(LoggedStatement one, LoggedStatement other, List<String> types) {
        var sql = PARAMETER.matcher(one.sql()).replaceAll(match -> {
            int index = Integer.parseInt(match.group(1)) - 1;
            return Matcher.quoteReplacement(expression(
                    index, one.parameters().get(index), other.parameters().get(index), types.get(index)));
        });
        return sql.replaceAll("\\s+", " ").strip().replaceAll(";$", "");
    }

    private String expression(int index, String value, String otherValue, String type) {
        if (value == null) {
            return "NULL::" + type;
        }
        if (value.equals(otherValue)) {
            return literal(value) + "::" + type;
        }
        return switch (type) {
            case "uuid" -> value.equals(first.barberId()) ? barber() : uuid(index);
            case "uuid[]" ->
                value.equals("{" + first.barberId() + "}") ? "ARRAY[" + barber() + "]" : literal(value) + "::uuid[]";
            case "timestamp with time zone" -> time(value);
            case "text", "character varying" -> text(index, value);
            default -> literal(value) + "::" + type;
        };
    }

    private String barber() {
        return times.barberExpression(":n");
    }

    /** One that no other run makes at this place. */
    private static String uuid(int index) {
        return "md5('p" + index + "-' || (:n)::text)::uuid";
    }

    private String time(String value) {
        var time = OffsetDateTime.parse(value, TIMESTAMP).toInstant();
        var distance = Duration.between(first.startsAt(), time);
        if (distance.abs().compareTo(AROUND_THE_VISIT) > 0) {
            return "now()";
        }
        return "(" + times.startExpression(":n") + " + interval '" + distance.toSeconds() + " seconds')";
    }

    private static String text(int index, String value) {
        if (value.length() > LONGEST_KEY) {
            return literal(value);
        }
        // As long as the original, so that the index over it is as large.
        int length = Math.max(12, value.length());
        return "rpad('p" + index + "-' || (:n)::text || '-', " + length + ", "
                + literal(UUID.matcher(value)
                        .replaceAll("x")
                        .concat("x".repeat(length))
                        .substring(0, length)) + ")";
    }

    /** A constant; a colon before a letter would be taken for one of pgbench's variables, so none stands there. */
    private static String literal(String value) {
        var quoted = "'" + value.replace("'", "''") + "'";
        return quoted.contains(":") ? "(" + quoted.replaceAll(":(?=[A-Za-z_0-9])", ":' || '") + ")" : quoted;
    }
}
