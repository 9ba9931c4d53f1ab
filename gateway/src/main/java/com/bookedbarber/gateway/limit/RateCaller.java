package com.bookedbarber.gateway.limit;

/**
 * Whom a request can be counted by.
 *
 * @param address the client's address
 * @param subject the signed-in user, or null
 * @param account the e-mail address that the body names, or null
 * @param apiKey the integrator's key, or null
 */
public record RateCaller(String address, String subject, String account, String apiKey) {}
