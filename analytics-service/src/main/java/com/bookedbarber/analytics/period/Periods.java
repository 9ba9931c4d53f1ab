package com.bookedbarber.analytics.period;

import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.query.QueryValue;
import com.bookedbarber.platform.shop.Shop;
import com.bookedbarber.platform.shop.ShopDirectory;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.UUID;

/** Which days of which shop the caller asks for, and whether they may. */
@ApplicationScoped
public class Periods {

    /** So many days can be asked for at once. */
    public static final int MAX_DAYS = 366;

    private static final int DEFAULT_DAYS = 30;

    private final ShopAccess access;
    private final ShopDirectory shops;

    Periods(ShopAccess access, ShopDirectory shops) {
        this.access = access;
        this.shops = shops;
    }

    /**
     * The days asked for: without {@code to} until today, without {@code from} thirty days.
     *
     * @throws ProblemException 400 naming the field that is wrong, 404, 403 unless the caller is owner or manager
     */
    public ShopPeriod allowed(PeriodRequest request) {
        UUID shopId = QueryValue.requireId("shopId", request.shopId);
        LocalDate from = QueryValue.date("from", request.from);
        LocalDate to = QueryValue.date("to", request.to);
        return allowed(shopId, from, to);
    }

    /** As {@link #allowed(PeriodRequest)}, with days that may be null. */
    public ShopPeriod allowed(UUID shopId, LocalDate from, LocalDate to) {
        requireSensible("from", from);
        requireSensible("to", to);
        Shop shop = shops.require(shopId);
        access.requireManagement(shopId);
        LocalDate last = to == null ? lastDay(shop, from) : to;
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1L) : from;
        if (last.isBefore(first)) {
            throw ProblemException.invalid("to", "must not be before from");
        }
        if (last.isAfter(first.plusDays(MAX_DAYS - 1L))) {
            throw ProblemException.invalid("to", "must be at most " + MAX_DAYS + " days from the first day");
        }
        return new ShopPeriod(shop, first, last);
    }

    private static LocalDate lastDay(Shop shop, LocalDate from) {
        LocalDate today = LocalDate.now(shop.timeZone());
        return from == null || !from.isAfter(today) ? today : from.plusDays(DEFAULT_DAYS - 1L);
    }

    private static void requireSensible(String field, LocalDate date) {
        if (date != null) {
            QueryValue.requireSensible(field, date);
        }
    }
}
