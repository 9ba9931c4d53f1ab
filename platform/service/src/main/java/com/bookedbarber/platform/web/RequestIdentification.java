package com.bookedbarber.platform.web;

import com.bookedbarber.platform.request.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;

/** Gives every request its id, before anything can fail, and puts it on the answer and into the log context. */
@ApplicationScoped
public class RequestIdentification {

    private static final int BEFORE_EVERYTHING = 10_000;

    void register(@Observes Filters filters) {
        filters.register(RequestIdentification::identify, BEFORE_EVERYTHING);
    }

    private static void identify(RoutingContext context) {
        String id = RequestId.acceptOrCreate(context.request().getHeader(RequestId.HEADER));
        context.put(RequestId.MDC_KEY, id);
        context.response().putHeader(RequestId.HEADER, id);
        MDC.put(RequestId.MDC_KEY, id);
        context.next();
    }

    /** The id of the request, never null. */
    public static String of(RoutingContext context) {
        String id = context.get(RequestId.MDC_KEY);
        return id == null ? "" : id;
    }
}
