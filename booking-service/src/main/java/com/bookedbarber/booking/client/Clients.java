package com.bookedbarber.booking.client;

import com.bookedbarber.booking.client.Accounts.Account;
import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.identity.Caller;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Knows who an appointment is for. */
@ApplicationScoped
public class Clients {

    private static final Logger LOG = Logger.getLogger(Clients.class);
    private static final String UNKNOWN = "Client";

    private final ClientRecords records;
    private final AccountCalls accounts;

    Clients(ClientRecords records, AccountCalls accounts) {
        this.records = records;
        this.accounts = accounts;
    }

    /**
     * 400 for what no constraint can say.
     *
     * @param booker whoever books, for themselves or for others
     * @param contact as given, or null; guests must give one
     */
    public static void check(Caller booker, ClientContact contact) {
        if (contact != null) {
            contact.zone();
        } else if (booker.userId().isEmpty()) {
            throw ProblemException.invalid("client", "must be given unless you are signed in");
        }
    }

    /**
     * The client of a booking, with the shop's record or one that is still to be written.
     *
     * @param booker whoever books for themselves; nobody for a guest, or for a client the staff books for
     * @param contact as given, and {@link #check checked}
     */
    public Booking of(UUID shopId, Caller booker, ClientContact contact) {
        return booker.userId()
                .map(userId -> ofUser(shopId, userId, booker.email(), contact))
                .orElseGet(() -> ofGuest(shopId, contact));
    }

    private Booking ofGuest(UUID shopId, ClientContact contact) {
        String email = contact.email().strip().toLowerCase(Locale.ROOT);
        Optional<Client> known = records.ofGuest(shopId, email);
        UUID recordId = known.map(Client::recordId).orElseGet(Ids::next);
        return new Booking(given(recordId, null, contact, email), known.isEmpty());
    }

    private Booking ofUser(UUID shopId, UUID userId, String email, ClientContact contact) {
        Optional<Client> known = records.ofUser(shopId, userId);
        UUID recordId = known.map(Client::recordId).orElseGet(Ids::next);
        if (contact != null) {
            String address = contact.email().strip().toLowerCase(Locale.ROOT);
            return new Booking(given(recordId, userId, contact, address), known.isEmpty());
        }
        return known.map(client -> new Booking(client, false))
                .orElseGet(() -> new Booking(asked(recordId, userId, email), true));
    }

    /** The person as the user-service knows them; as far as the token does, if it cannot be asked. */
    private Client asked(UUID recordId, UUID userId, String email) {
        try {
            Optional<Account> account = accounts.find(userId);
            if (account.isPresent()) {
                Account person = account.get();
                return new Client(
                        recordId, userId, nameOr(person.name(), email), lower(person.email()), person.phone(), null);
            }
        } catch (RuntimeException unreachable) {
            LOG.warnf("The user-service could not be asked for a client's name: %s", unreachable.toString());
        }
        return new Client(recordId, userId, nameOr(null, email), lower(email), null, null);
    }

    private static Client given(UUID recordId, UUID userId, ClientContact contact, String email) {
        String phone = contact.phone() == null || contact.phone().isBlank()
                ? null
                : contact.phone().strip();
        return new Client(recordId, userId, contact.name().strip(), email, phone, contact.zone());
    }

    private static String nameOr(String name, String email) {
        if (name != null && !name.isBlank()) {
            return name;
        }
        return email == null || email.indexOf('@') < 1 ? UNKNOWN : email.substring(0, email.indexOf('@'));
    }

    private static String lower(String email) {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    /**
     * A client who books.
     *
     * @param isNew whether the shop has no record of the client yet
     */
    public record Booking(Client client, boolean isNew) {}
}
