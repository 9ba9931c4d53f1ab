package com.bookedbarber.payment.provider;

import com.bookedbarber.payment.PaymentConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks the providers, with patience that ends. Each call runs on a thread of its own, outside any transaction of the
 * caller: what a provider does can never be rolled back.
 *
 * <p>Measured as {@code bb_provider_calls_seconds{provider,operation,result}}.
 */
@ApplicationScoped
public class Providers {

    private static final Logger LOG = Logger.getLogger(Providers.class);

    private final Map<String, PaymentProvider> byType;
    private final PaymentProvider current;
    private final Duration patience;
    private final MeterRegistry meters;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("provider-", 0).factory());

    Providers(
            @All List<PaymentProvider> providers,
            @ConfigProperty(name = "bb.provider") String type,
            PaymentConfig config,
            MeterRegistry meters) {
        this.byType = providers.stream().collect(Collectors.toMap(PaymentProvider::type, Function.identity()));
        this.current = provider(type);
        this.patience = config.providerTimeout();
        this.meters = meters;
    }

    /** The one that takes new payments. */
    public PaymentProvider current() {
        return current;
    }

    /**
     * Asks a provider.
     *
     * @param type the provider of the payment in question
     * @param operation what is asked, for the metrics
     * @throws ProviderUnreachable when it does not answer in time or fails; the call may still take effect
     */
    public <T> T ask(String type, String operation, Function<PaymentProvider, T> call) {
        PaymentProvider provider = provider(type);
        long start = System.nanoTime();
        String result = "ok";
        try {
            return within(patience, () -> call.apply(provider));
        } catch (ProviderUnreachable unreachable) {
            result = "unknown";
            LOG.warnf("The provider %s was asked to %s: %s", type, operation, unreachable.getMessage());
            throw unreachable;
        } finally {
            meters.timer("bb.provider.calls", "provider", type, "operation", operation, "result", result)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private PaymentProvider provider(String type) {
        PaymentProvider provider = byType.get(type);
        if (provider == null) {
            throw new IllegalStateException("There is no provider \"" + type + "\"; bb.provider may be one of "
                    + byType.keySet().stream().sorted().toList());
        }
        return provider;
    }

    private <T> T within(Duration patience, Callable<T> call) {
        Future<T> answer = threads.submit(call);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new ProviderUnreachable("no answer within " + patience, late);
        } catch (ExecutionException failure) {
            throw new ProviderUnreachable(String.valueOf(failure.getCause()), failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ProviderUnreachable("interrupted", stop);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
