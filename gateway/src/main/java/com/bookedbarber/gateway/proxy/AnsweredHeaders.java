package com.bookedbarber.gateway.proxy;

import com.bookedbarber.gateway.header.ConnectionHeader;
import com.bookedbarber.gateway.header.HeaderNames;
import io.vertx.core.MultiMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Decides which headers of a service's answer the client gets: none that only concern the connection to the service,
 * tell about the machinery, or that only the gateway may say. An address of the service itself never passes: what it
 * calls its own place is a path for the client.
 */
final class AnsweredHeaders {

    private static final HeaderNames WITHHELD = HeaderNames.betweenNeighboursAnd(
            "server",
            "x-powered-by",
            "via",
            "x-aspnet-version",
            "x-runtime",
            "x-served-by",
            "access-control-allow-origin",
            "access-control-allow-credentials",
            "access-control-allow-methods",
            "access-control-allow-headers",
            "access-control-expose-headers",
            "access-control-max-age");

    private final List<String> ownAddresses;

    /**
     * The rules for one service.
     *
     * @param ownAddresses what its instances call themselves, such as {@code http://localhost:8082}
     */
    AnsweredHeaders(List<String> ownAddresses) {
        this.ownAddresses = ownAddresses;
    }

    void pass(MultiMap from, MultiMap to) {
        Set<String> named = ConnectionHeader.named(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey();
            if (!WITHHELD.contains(name) && (named.isEmpty() || !named.contains(name.toLowerCase(Locale.ROOT)))) {
                to.add(name, isPlace(name) ? withoutOwnAddress(header.getValue()) : header.getValue());
            }
        }
    }

    private static boolean isPlace(String name) {
        return name.equalsIgnoreCase("Location") || name.equalsIgnoreCase("Content-Location");
    }

    private String withoutOwnAddress(String place) {
        for (String address : ownAddresses) {
            if (place.startsWith(address) && place.startsWith("/", address.length())) {
                return place.substring(address.length());
            }
        }
        return place;
    }
}
