package com.bookedbarber.local;

import com.bookedbarber.local.client.SuiteClient;
import com.bookedbarber.local.console.Console;
import com.bookedbarber.local.console.LogStream;
import com.bookedbarber.local.demo.DemoAccounts;
import com.bookedbarber.local.demo.DemoException;
import com.bookedbarber.local.demo.DemoShop;
import com.bookedbarber.local.stack.Addresses;
import com.bookedbarber.local.stack.Extra;
import com.bookedbarber.local.stack.Folders;
import com.bookedbarber.local.stack.Stack;
import com.bookedbarber.local.stack.StackLock;
import com.bookedbarber.platform.stores.Durability;

import java.time.Duration;

/** {@code ./dev up}: the whole stack until Ctrl-C, or one more process beside it. */
final class Up {

    private static final String LIMITS = "BB_LIMITS";
    private static final String FACTS = """

            %s   started in %.0f s

              API          %s/api/v1     (%s/docs)
              Mail         %s
              PostgreSQL   localhost:%d, database %s, postgres/postgres
              Redis        localhost:%d
            """;
    private static final String SIGN_INS = """
              Demo shop    %s/api/v1/shops/%s
              Sign-ins     %s (owner), %s (client), password %s

              Play it with ./dev demo in a second terminal. Ctrl-C stops everything.
            """;

    private final Folders folders;
    private final Console console;
    private final String limits;

    private Up(Folders folders, Console console) {
        this.folders = folders;
        this.console = console;
        this.limits = System.getenv().getOrDefault(LIMITS, "demo");
    }

    static void run(UpOptions options, Folders folders, Console console) {
        var up = new Up(folders, console);
        if (options.name() == null) {
            up.wholeStack(options.infra());
        } else {
            Extra.start(options.name(), options.port(), Addresses.local(), folders, up.limits, console);
        }
    }

    private void wholeStack(boolean infra) {
        var begin = System.nanoTime();
        var lock = StackLock.take(folders);
        var stack = new Stack(Addresses.local(), folders, Durability.DURABLE, limits, console);
        stack.clearLeftovers();
        stack.requireFreePorts(!infra);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, lock), "stop-stack"));
        stack.startStores();
        if (!infra) {
            stack.train();
            stack.startServices();
            var client = SuiteClient.of(stack.addresses().gatewayUrl()).patientFor(Duration.ofSeconds(20));
            try {
                console.step("Demo shop", () -> DemoShop.seed(client));
            } catch (DemoException e) {
                // Whoever works on a service wants to see it run all the more when it does not work yet.
                console.say("✗ " + e.getMessage());
            }
        }
        console.say(facts(stack.addresses(), infra, (System.nanoTime() - begin) / 1e9));
        showLogs(stack);
    }

    private String facts(Addresses addresses, boolean infra, double seconds) {
        var gateway = addresses.gatewayUrl();
        var facts = FACTS.formatted(
                console.bold(infra ? "The stores are ready." : "BookedBarber is ready."),
                seconds,
                gateway,
                gateway,
                addresses.mailUrl(),
                addresses.postgres(),
                addresses.database(),
                addresses.redis());
        return infra
                ? facts
                : facts
                        + SIGN_INS.formatted(
                                gateway,
                                DemoShop.SLUG,
                                DemoAccounts.OWNER.email(),
                                DemoAccounts.CLIENT.email(),
                                DemoAccounts.PASSWORD);
    }

    /** Until the process is asked to end. Services started later join in. */
    private void showLogs(Stack stack) {
        var logs = new LogStream(console);
        stack.names().forEach(name -> logs.followFromNow(name, folders.log(name)));
        while (true) {
            stack.names().forEach(name -> logs.follow(name, folders.log(name)));
            logs.showNews();
            try {
                Thread.sleep(LogStream.POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void stop(Stack stack, StackLock lock) {
        console.say("\nStopping.");
        stack.close();
        lock.close();
    }
}
