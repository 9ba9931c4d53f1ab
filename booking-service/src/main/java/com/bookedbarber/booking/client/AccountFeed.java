package com.bookedbarber.booking.client;

import com.bookedbarber.platform.event.Events;
import com.bookedbarber.platform.event.FeedHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;
import java.util.UUID;

/** Follows what happens to accounts: verified ones adopt guests, erased ones leave nothing personal behind. */
@ApplicationScoped
class AccountFeed implements FeedHandler {

    private final Adoption adoption;
    private final Erasure erasure;
    private final ObjectMapper json;

    AccountFeed(Adoption adoption, Erasure erasure, ObjectMapper json) {
        this.adoption = adoption;
        this.erasure = erasure;
        this.json = json;
    }

    @Override
    public String source() {
        return "user-service";
    }

    @Override
    public void handle(CloudEvent event) {
        switch (event.getType()) {
            case "user.account.verified" -> {
                Account account = Events.data(event, Account.class, json);
                // Somebody erased since then has no address any more.
                if (account.email() != null) {
                    adoption.adopt(account.userId(), account.email().toLowerCase(Locale.ROOT));
                }
            }
            case "user.account.erased" ->
                erasure.erase(Events.data(event, Account.class, json).userId());
            default -> {
                // The other events are for others.
            }
        }
    }

    private record Account(UUID userId, String email) {}
}
