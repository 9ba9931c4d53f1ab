package com.bookedbarber.platform.client;

import com.bookedbarber.platform.request.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.logging.MDC;

/**
 * Signs a REST client's calls with this service's token and hands the request id on. Register it on the client
 * interface; its calls have to be made from a thread that may block.
 */
@ApplicationScoped
public class ServiceTokenFilter implements ClientRequestFilter {

    private final ServiceTokens tokens;

    ServiceTokenFilter(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ClientRequestContext call) {
        call.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.current());
        Object requestId = MDC.get(RequestId.MDC_KEY);
        if (requestId != null) {
            call.getHeaders().putSingle(RequestId.HEADER, requestId);
        }
    }
}
