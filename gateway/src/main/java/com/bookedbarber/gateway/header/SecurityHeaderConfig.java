package com.bookedbarber.gateway.header;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

import java.util.Map;

/** Names and values of the security headers; an empty value leaves a header out. */
@ConfigMapping(prefix = "bb.gateway.security-header")
public interface SecurityHeaderConfig {

    /** Values by name. */
    @WithParentName
    Map<String, String> headers();
}
