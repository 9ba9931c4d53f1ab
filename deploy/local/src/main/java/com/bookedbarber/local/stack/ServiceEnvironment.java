package com.bookedbarber.local.stack;

import com.bookedbarber.platform.stores.ServiceRole;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a service is told at start, in the variables production uses too. */
final class ServiceEnvironment {

    private ServiceEnvironment() {}

    static Map<String, String> of(
            Service service, Endpoint endpoint, Addresses addresses, Path signingKey, String limits) {
        var variables = new HashMap<String, String>();
        variables.put("BB_ENVIRONMENT", "local");
        variables.put("BB_LIMITS", limits);
        variables.put("BB_LOG_JSON", "false");
        variables.put("BB_SERVICE_SECRET", "local-" + service.label());
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(endpoint.http()));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(endpoint.management()));
        variables.put("REDIS_URL", addresses.redisUrl());
        variables.put("SMTP_HOST", "localhost");
        variables.put("SMTP_PORT", Integer.toString(addresses.smtp()));
        for (var other : Service.values()) {
            var prefix = other.label().toUpperCase(Locale.ROOT).replace('-', '_');
            variables.put(prefix + "_URL", addresses.of(other).url());
            variables.put(prefix + "_MANAGEMENT_URL", addresses.of(other).managementUrl());
        }
        variables.put("PUBLIC_URL", addresses.gatewayUrl());
        service.role().ifPresent(role -> {
            variables.put("DB_URL", addresses.databaseUrl());
            variables.put("DB_USER", role.role());
            variables.put("DB_PASSWORD", ServiceRole.LOCAL_PASSWORD);
        });
        if (service == Service.USER) {
            variables.put("BB_SIGNING_KEY", signingKey.toString());
        }
        if (service == Service.PAYMENT) {
            // Whoever takes the payments, the webhook's signatures are checked; this is what to sign with here.
            variables.put("STRIPE_WEBHOOK_SECRET", "whsec_local");
        }
        return variables;
    }
}
