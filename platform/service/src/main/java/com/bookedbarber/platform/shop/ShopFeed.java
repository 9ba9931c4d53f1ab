package com.bookedbarber.platform.shop;

import com.bookedbarber.platform.event.Events;
import com.bookedbarber.platform.event.FeedHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the directory of shops up to date. */
@ApplicationScoped
@IfBuildProperty(name = "bb.known-shops", stringValue = "true")
class ShopFeed implements FeedHandler {

    private final ShopDirectory directory;
    private final ObjectMapper json;

    ShopFeed(ShopDirectory directory, ObjectMapper json) {
        this.directory = directory;
        this.json = json;
    }

    @Override
    public String source() {
        return "user-service";
    }

    @Override
    public void handle(CloudEvent event) {
        switch (event.getType()) {
            case "user.shop.created", "user.shop.updated" -> directory.learn(Events.data(event, Shop.class, json));
            default -> {
                // The other events are for others.
            }
        }
    }
}
