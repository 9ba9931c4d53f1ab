package com.bookedbarber.load.booking;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.load.sql.AdminSql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds out which statements the service sends for one booking, by having PostgreSQL log them. So what pgbench is given
 * is what the service does today, not what somebody once copied from it.
 */
final class CapturedBooking {

    private static final Duration UNTIL_ALL_SESSIONS_KNOW = Duration.ofSeconds(2);
    private static final Duration UNTIL_WRITTEN = Duration.ofSeconds(1);

    private final AdminSql sql;
    private final Path log;

    CapturedBooking(AdminSql sql, Path log) {
        this.sql = sql;
        this.log = log;
    }

    /** What is done while every statement is logged. */
    List<LoggedStatement> during(Runnable work) {
        logging("SET log_statement = 'all'");
        try {
            long from = Files.size(log);
            work.run();
            LockSupport.parkNanos(UNTIL_WRITTEN.toNanos());
            var bytes = Files.readAllBytes(log);
            var text = new String(bytes, (int) from, (int) (bytes.length - from), StandardCharsets.UTF_8);
            return LoggedStatement.parse(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            logging("RESET log_statement");
        }
    }

    private void logging(String setting) {
        sql.execute("ALTER SYSTEM " + setting);
        sql.execute("SELECT pg_reload_conf()");
        LockSupport.parkNanos(UNTIL_ALL_SESSIONS_KNOW.toNanos());
    }

    /** Leaves a mark in the log: the booking with this key begins. */
    void begin(String key) {
        sql.rows("SELECT ?::text", key);
    }

    /**
     * The statements of one booking among all that were logged meanwhile: those that name something it was about, from
     * its mark to the one that wrote its key.
     *
     * @param names the ids of its shop and barber
     */
    static List<LoggedStatement> of(List<LoggedStatement> logged, String key, List<String> names) {
        int last = -1;
        int first = -1;
        for (int i = 0; i < logged.size(); i++) {
            if (logged.get(i).mentions(key)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (last == first) {
            throw new BenchException("The log of PostgreSQL does not show the booking; was it refused?");
        }
        return logged.subList(first + 1, last + 1).stream()
                .filter(statement -> statement.mentions(key) || names.stream().anyMatch(statement::mentions))
                .toList();
    }

    /** The types of a statement's parameters. */
    List<String> types(LoggedStatement statement) {
        sql.execute("PREPARE captured AS " + statement.sql());
        try {
            return sql
                    .rows("SELECT t::text FROM pg_prepared_statements,"
                            + " unnest(parameter_types) WITH ORDINALITY AS p (t, n) WHERE name = 'captured' ORDER BY n")
                    .stream()
                    .map(List::getFirst)
                    .toList();
        } finally {
            sql.execute("DEALLOCATE captured");
        }
    }
}
