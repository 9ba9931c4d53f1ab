package com.bookedbarber.load.booking;

import com.bookedbarber.load.BenchException;
import com.bookedbarber.load.BenchOptions;
import com.bookedbarber.load.Report;
import com.bookedbarber.load.http.HttpWire;
import com.bookedbarber.load.http.Load;
import com.bookedbarber.load.http.LoadDriver;
import com.bookedbarber.load.http.LoadResult;
import com.bookedbarber.load.http.WireRequest;
import com.bookedbarber.load.measure.ProcessWatch;
import com.bookedbarber.load.sql.AdminSql;
import com.bookedbarber.load.stack.Accounts;
import com.bookedbarber.load.stack.OwnStack;
import com.bookedbarber.load.tool.Tool;
import com.bookedbarber.local.stack.Service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast bookings are written, beside pgbench sending PostgreSQL the very statements that the service sends: what is
 * missing to its rate is HTTP, the token, the rules and JSON. And how fast a client learns that somebody else was faster.
 */
public final class BookingBench {

    private static final int CLIENTS = 50;
    private static final int HOT_CLIENTS = 64;
    private static final int ACCOUNTS = 10;

    /** The jobs of a booking are done by then, and send no statements between those of the next one. */
    private static final Duration UNTIL_MAILED = Duration.ofSeconds(4);

    /** Until the JVM has compiled what it runs, which takes its share of the cores. */
    private static final int WARM_UP_SECONDS = 40;

    /** Numbers of times that pgbench books, far from those of the clients. */
    private static final long PGBENCH_FIRST = 2_000_000;

    private final OwnStack stack;
    private final AdminSql sql;
    private final Report report;
    private final int seconds;
    private final BookingShop shop;
    private final Accounts accounts;
    private final AtomicLong nextTime = new AtomicLong();

    private BookingBench(OwnStack stack, AdminSql sql, Report report, int seconds) {
        this.stack = stack;
        this.sql = sql;
        this.report = report;
        this.seconds = seconds;
        this.shop = BookingShop.add(sql);
        this.accounts = Accounts.register(stack.client(Service.USER), ACCOUNTS);
    }

    /** Runs it; {@code --seconds} is the time of each load, {@code --hot} measures only the slot that everybody wants. */
    public static void run(Path home, BenchOptions options, Report report) {
        Tool.PGBENCH.require();
        report.progress("starting PostgreSQL, user-service, booking-service and the gateway for this bench alone");
        try (var stack = OwnStack.start(home)) {
            stack.start(Service.USER);
            stack.start(Service.BOOKING);
            stack.start(Service.GATEWAY);
            try (var sql = stack.sql(Service.BOOKING)) {
                var bench = new BookingBench(stack, sql, report, options.number("seconds", 15));
                if (options.has("hot")) {
                    bench.book(stack.port(Service.BOOKING), WARM_UP_SECONDS);
                    bench.hotSlot(stack.port(Service.BOOKING));
                } else {
                    bench.run();
                }
            }
        }
    }

    private void run() {
        int service = stack.port(Service.BOOKING);
        int gateway = stack.port(Service.GATEWAY);
        var script = script(service);
        report.progress("warming up");
        book(service, WARM_UP_SECONDS);
        book(gateway, seconds);
        var busy = measured("at the service, with its mails", service);
        var busyGateway = measured("through the gateway, with its mails", gateway);
        // pgbench sends what a request sends; mails and reminders are more than that, and are left out for comparing.
        stack.restart(Service.BOOKING, Map.of("BB_JOBS_ENABLED", "false"));
        book(service, WARM_UP_SECONDS);
        var atService = measured("at the service, bookings only", service);
        var throughGateway = measured("through the gateway, bookings only", gateway);
        hotSlot(service);
        // Without the service, because its jobs would take pgbench's bookings for real ones.
        stack.stop(Service.BOOKING);
        var pgbench = pgbench(script);
        compare("at the service", atService, pgbench, 50);
        compare("through the gateway", throughGateway, pgbench, 35);
        report.figure("while mails and reminders take their share: %.0f %% and %.0f %%"
                .formatted(share(busy, pgbench), share(busyGateway, pgbench)));
        report.figure("%,d mails were sent meanwhile".formatted(stack.mails()));
    }

    private static double share(LoadResult result, Pgbench.Result pgbench) {
        return 100 * result.perSecond() / pgbench.perSecond();
    }

    private LoadResult measured(String name, int port) {
        sql.execute("CHECKPOINT");
        var watch = ProcessWatch.start(stack.processes());
        var result = book(port, seconds);
        report.add(result.as(name, watch.end()));
        if (result.errors() > 0) {
            report.figure(name + ": " + result.statuses());
        }
        return result;
    }

    private LoadResult book(int port, int time) {
        return LoadDriver.run(
                Load.closed(port, CLIENTS, Duration.ofSeconds(time)),
                number -> request(
                        shop.times().time(nextTime.getAndIncrement()),
                        UUID.randomUUID().toString()));
    }

    private byte[] request(BookedTimes.Time time, String key) {
        return WireRequest.post("/api/v1/appointments")
                .signedIn(accounts.token((int) (Math.abs(key.hashCode() % (long) ACCOUNTS))))
                .with("Idempotency-Key", key)
                .bytes(shop.request(time));
    }

    /** One time that everybody wants: the first gets it, and the others want to know quickly. */
    private void hotSlot(int port) {
        wantAll(port, WARM_UP_SECONDS);
        var watch = ProcessWatch.start(stack.processes());
        var result = wantAll(port, seconds);
        report.add(result.as("hot slot, 64 clients", watch.end()));
        report.verdict(
                result.statuses().counts().getOrDefault("201", 0L) == 1 && result.errors() == 1,
                "hot slot: " + result.statuses());
        var p99 = result.expected().millisAt(99);
        report.verdict(p99 <= 20, "rejections on the hot slot: p99 %.1f ms (at most 20)".formatted(p99));
    }

    private LoadResult wantAll(int port, int time) {
        var wanted = shop.times().time(nextTime.getAndIncrement());
        return LoadDriver.run(
                Load.closed(port, HOT_CLIENTS, Duration.ofSeconds(time)).expecting(status -> status == 409),
                number -> request(wanted, UUID.randomUUID().toString()));
    }

    // ---- The same SQL
    // ------------------------------------------------------------------------------------------------

    private Path script(int port) {
        var captured = new CapturedBooking(sql, stack.log("postgres"));
        var first = nextTime.getAndAdd(2L * shop.times().barbers());
        var keys = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        // Of one account that the shop knows, so that only barber, time and keys differ.
        var token = accounts.token(0);
        var barbers = shop.times().barbers();
        var times = List.of(shop.times().time(first), shop.times().time(first + barbers + 1));
        send(port, token, UUID.randomUUID().toString(), shop.times().time(first + 1));
        LockSupport.parkNanos(UNTIL_MAILED.toNanos());
        var logged = captured.during(() -> {
            for (int i = 0; i < 2; i++) {
                captured.begin(keys.get(i));
                send(port, token, keys.get(i), times.get(i));
                LockSupport.parkNanos(UNTIL_MAILED.toNanos());
            }
        });
        var one = statements(logged, keys.get(0), times.get(0));
        var other = statements(logged, keys.get(1), times.get(1));
        if (one.size() != other.size()) {
            throw new BenchException("Two bookings sent different numbers of statements: " + one + "\n" + other);
        }
        var types = one.stream().map(captured::types).toList();
        report.figure("one booking is %d statements".formatted(one.size()));
        var text = new PgbenchScript(shop.times(), times.getFirst()).of(one, other, types);
        try {
            return Files.writeString(report.folder().resolve("booking.pgbench.sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<LoggedStatement> statements(List<LoggedStatement> logged, String key, BookedTimes.Time time) {
        return CapturedBooking.of(
                logged, key, List.of(time.barberId(), shop.shop().id().toString()));
    }

    private void send(int port, String token, String key, BookedTimes.Time time) {
        try (var wire = new HttpWire(port)) {
            var answer = wire.exchange(WireRequest.post("/api/v1/appointments")
                    .signedIn(token)
                    .with("Idempotency-Key", key)
                    .bytes(shop.request(time)));
            if (answer.status() != 201) {
                throw new BenchException("A booking was answered " + answer.status() + ": " + answer.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Pgbench.Result pgbench(Path script) {
        var pgbench = new Pgbench(stack.addresses(), CLIENTS);
        pgbench.run(script, PGBENCH_FIRST, 5);
        sql.execute("CHECKPOINT");
        var before = sql.number("SELECT count(*) FROM appointment");
        var watch = ProcessWatch.start(stack.processes());
        var result = pgbench.run(script, 2 * PGBENCH_FIRST, seconds);
        report.add(result.as("pgbench, the same SQL (mean, not p50)", watch.end()));
        var written = sql.number("SELECT count(*) FROM appointment") - before;
        report.verdict(
                written >= result.transactions() && result.failed() == 0,
                "pgbench wrote a booking with each of its %,d runs".formatted(result.transactions()));
        return result;
    }

    private void compare(String where, LoadResult result, Pgbench.Result pgbench, int least) {
        var percent = share(result, pgbench);
        report.verdict(
                percent >= least && result.errors() == 0,
                "bookings %s: %.0f %% of pgbench's rate (at least %d)".formatted(where, percent, least));
    }
}
