package com.bookedbarber.platform.event;

import com.bookedbarber.platform.client.ServiceTokens;
import com.bookedbarber.platform.start.Listening;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts one reader for every feed that some {@link FeedHandler} wants, and stops them with the service. */
@ApplicationScoped
public class FeedConsumers {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final List<FeedHandler> handlers;
    private final FeedProgress progress;
    private final ServiceTokens tokens;
    private final MeterRegistry meters;
    private final Config config;
    private final List<FeedConsumer> running = new ArrayList<>();
    private HttpClient http;

    FeedConsumers(
            @All List<FeedHandler> handlers,
            FeedProgress progress,
            ServiceTokens tokens,
            MeterRegistry meters,
            Config config) {
        this.handlers = handlers;
        this.progress = progress;
        this.tokens = tokens;
        this.meters = meters;
        this.config = config;
    }

    void onStart(@Observes Listening start) {
        if (config.getValue("bb.feeds.enabled", Boolean.class)) {
            Map<String, List<FeedHandler>> bySource =
                    handlers.stream().collect(Collectors.groupingBy(FeedHandler::source));
            bySource.forEach((source, interested) -> running.add(consumer(source, interested)));
            running.forEach(FeedConsumer::start);
        }
    }

    void onStop(@Observes ShutdownEvent stop) {
        running.forEach(FeedConsumer::stop);
    }

    /** One for all feeds; built by the first reader, since its trust store takes a while to read. */
    private synchronized HttpClient http() {
        if (http == null) {
            http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
        }
        return http;
    }

    private FeedConsumer consumer(String source, List<FeedHandler> interested) {
        URI address = config.getValue("bb.services." + source + ".url", URI.class);
        return new FeedConsumer(
                source,
                new FeedClient(address, this::http, tokens),
                interested,
                progress,
                new FeedMeters(source, meters));
    }
}
