package com.bookedbarber.local;

import com.bookedbarber.local.client.SuiteClient;
import com.bookedbarber.local.console.Console;
import com.bookedbarber.local.demo.DemoException;
import com.bookedbarber.local.demo.MainJob;
import com.bookedbarber.local.stack.Addresses;

import java.io.UncheckedIOException;

/** {@code ./dev demo}: the main job, played once against the running stack. */
final class Demo {

    private Demo() {}

    static void run(Console console) {
        var addresses = Addresses.local();
        try {
            SuiteClient.of(addresses.gatewayUrl()).get("/readiness");
        } catch (UncheckedIOException e) {
            throw new DemoException("Nobody answers on " + addresses.gatewayUrl() + ": start the stack with ./dev up.");
        }
        var begin = System.nanoTime();
        console.say("    " + "%-58s %3s %10s".formatted("step", "", "time"));
        var appointment = MainJob.play(addresses.gatewayUrl(), addresses.mailUrl(), console::say);
        console.say("\nAppointment " + appointment.text("/id")
                + " is confirmed. All steps succeeded in %.1f s.".formatted((System.nanoTime() - begin) / 1e9));
    }
}
