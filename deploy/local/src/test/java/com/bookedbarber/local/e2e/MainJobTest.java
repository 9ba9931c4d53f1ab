package com.bookedbarber.local.e2e;

import com.bookedbarber.local.demo.MainJob;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;

import static org.assertj.core.api.Assertions.assertThat;

/** What the product is for, through the gateway, as a client does it. */
@Tag("stack")
class MainJobTest {

    private final RunningSuite suite = RunningSuite.shared();

    @Test
    void shouldBookPayMailAndShowOnTheDashboard() {
        var steps = new ArrayList<String>();
        var addresses = suite.stack().addresses();

        var appointment = MainJob.play(addresses.gatewayUrl(), addresses.mailUrl(), steps::add);

        assertThat(appointment.text("/status")).isEqualTo("confirmed");
        assertThat(appointment.body().at("/paid/amount").asInt())
                .isEqualTo(appointment.body().at("/deposit/amount").asInt())
                .isPositive();
        assertThat(steps).hasSizeGreaterThan(10);
    }

    @Test
    void shouldReportEverythingReady() {
        var readiness = suite.client().get("/readiness");

        assertThat(readiness.status()).isEqualTo(200);
        assertThat(readiness.body().path("ready").asBoolean()).isTrue();
        assertThat(readiness.body().path("checks").size()).isEqualTo(6);
    }
}
