package com.bookedbarber.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.NotEmpty;

import java.util.Map;

/** The routes of {@code routes.properties}. */
@ConfigMapping(prefix = "bb.gateway.route")
public interface RouteConfig {

    /** Lines by name, as {@link RouteLine} reads them. */
    @WithParentName
    @NotEmpty
    Map<String, String> routes();
}
