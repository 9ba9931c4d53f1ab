package com.bookedbarber.booking.appointment;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** The token of somebody without an account, in the query or in a header; a {@code @BeanParam}. */
public class ManageToken {

    @RestQuery
    String manageToken;

    @RestHeader("X-Manage-Token")
    String header;

    /** The token, or null. */
    public String given() {
        String token = header == null ? manageToken : header;
        return token == null || token.isBlank() ? null : token;
    }
}
