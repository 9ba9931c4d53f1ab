package com.bookedbarber.user.shop;

import com.bookedbarber.platform.event.Outbox;
import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.PersistenceFailures;
import com.bookedbarber.platform.version.IfMatch;
import com.bookedbarber.user.staff.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The shops. Every change is told to the other services. */
@ApplicationScoped
public class Shops {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int RANDOM_ENDING = 8;

    private final ShopRepository shops;
    private final Staff staff;
    private final Outbox outbox;
    private final Clock clock;

    Shops(ShopRepository shops, Staff staff, Outbox outbox, Clock clock) {
        this.shops = shops;
        this.staff = staff;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Opens a shop with its first owner; 409 if it wants a short name that is taken. */
    @Transactional
    ShopView open(NewShop request, UUID owner) {
        Shop shop = new Shop();
        shop.id = Ids.next();
        shop.name = request.name();
        shop.timeZone = request.timeZone();
        shop.currency = request.currency();
        shop.address = request.address();
        shop.phone = request.phone();
        shop.version = 1;
        shop.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        insert(shop, request.slug());
        ShopView view = shop.view();
        outbox.append("user.shop.created", shop.id, ToldShop.of(view));
        staff.add(shop.id, owner, ShopRole.OWNER);
        return view;
    }

    private void insert(Shop shop, String wanted) {
        String id = shop.id.toString();
        // The last characters of a UUIDv7 are random.
        String ending = id.substring(id.length() - RANDOM_ENDING);
        List<String> candidates =
                wanted == null ? Slugs.candidates(Slugs.of(shop.name), ending).toList() : List.of(wanted);
        for (String candidate : candidates) {
            shop.slug = candidate;
            if (shops.insert(shop)) {
                return;
            }
        }
        throw slugTaken();
    }

    /**
     * Changes a shop.
     *
     * @param ifMatch the {@code If-Match} header: 428 without, 412 if it names an older version
     */
    @Transactional
    ShopView change(UUID id, String ifMatch, ShopChange change) {
        Shop shop = shops.byId(id).orElseThrow(Shops::unknown);
        IfMatch.require(ifMatch, shop.version);
        if (change.currency() != null && !change.currency().equals(shop.currency)) {
            throw ProblemException.invalid("currency", "cannot be changed once the shop is open");
        }
        long before = shop.version;
        change.applyTo(shop);
        flush();
        if (shop.version != before) {
            outbox.append("user.shop.updated", id, ToldShop.of(shop.view()));
        }
        return shop.view();
    }

    /** The shop; 404 if there is none. */
    public ShopView require(UUID id) {
        return shops.byId(id).map(Shop::view).orElseThrow(Shops::unknown);
    }

    /** The shop with this id or short name; 404 if there is none. */
    ShopView require(String idOrSlug) {
        Optional<Shop> found = Slugs.isId(idOrSlug)
                ? shops.byId(UUID.fromString(idOrSlug))
                : Optional.of(idOrSlug)
                        .filter(slug -> slug.length() <= Slugs.MAX_LENGTH && slug.matches(Slugs.PATTERN))
                        .flatMap(shops::bySlug);
        return found.map(Shop::view).orElseThrow(Shops::unknown);
    }

    /** Up to that many shops after the cursor whose name, short name or address contains the text; oldest first. */
    List<ShopView> search(String text, Cursor after, int limit) {
        return shops.search(text, after, limit).stream().map(Shop::view).toList();
    }

    private void flush() {
        try {
            shops.flush();
        } catch (PersistenceException failure) {
            if (PersistenceFailures.hasState(failure, UNIQUE_VIOLATION)) {
                throw slugTaken();
            }
            throw failure;
        }
    }

    private static ProblemException slugTaken() {
        return new ProblemException(ErrorCode.SLUG_TAKEN, "Another shop has this short name; choose another one.");
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("shop");
    }
}
