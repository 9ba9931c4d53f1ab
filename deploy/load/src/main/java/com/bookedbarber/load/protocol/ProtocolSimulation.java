package com.bookedbarber.load.protocol;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

/**
 * One request of the protocol under one load; what it is comes in system properties, from {@link GatlingRun}. With users
 * each of them asks again once answered; with a rate users arrive whether earlier ones were answered or not.
 */
public final class ProtocolSimulation extends Simulation {

    static final String BEGIN = "bench: begin";
    static final String END = "bench: end";

    private final GatlingScenario what = GatlingScenario.fromProperties();

    public ProtocolSimulation() {
        setUp(population().protocols(protocol()));
    }

    private PopulationBuilder population() {
        if (what.perSecond() > 0) {
            return scenario(what.name())
                    .exec(ask())
                    .injectOpen(constantUsersPerSec(what.perSecond())
                            .during(what.seconds())
                            .randomized());
        }
        return scenario(what.name()).during(what.seconds()).on(exec(ask())).injectOpen(atOnceUsers(what.users()));
    }

    private ChainBuilder ask() {
        return exec(http(what.name()).get(what.path()).check(status().is(200)));
    }

    private HttpProtocolBuilder protocol() {
        var protocol = http.baseUrl(what.url()).disableCaching().disableFollowRedirect();
        if (what.perSecond() > 0) {
            // Arriving users share connections, as requests of one page or of one load balancer do.
            protocol = protocol.shareConnections();
        }
        return what.token().isEmpty() ? protocol : protocol.authorizationHeader("Bearer " + what.token());
    }

    @Override
    public void before() {
        System.out.println(BEGIN);
    }

    @Override
    public void after() {
        System.out.println(END);
    }
}
