package com.bookedbarber.analytics.period;

import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.problem.FieldError;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.shop.Shop;
import com.bookedbarber.platform.shop.ShopDirectory;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Which days of which shop the caller asks for, and whether they may. */
@ApplicationScoped
public class Periods {

    /** So many days can be asked for at once. */
    public static final int MAX_DAYS = 366;

    private static final int DEFAULT_DAYS = 30;
    private static final String A_DATE = "must be a date such as 2026-12-01";

    private final ShopAccess access;
    private final ShopDirectory shops;

    Periods(ShopAccess access, ShopDirectory shops) {
        this.access = access;
        this.shops = shops;
    }

    /**
     * The days asked for: without {@code to} until today, without {@code from} thirty days.
     *
     * @throws ProblemException 400 naming the fields that are wrong, 403 unless the caller is owner or manager, 404
     */
    public ShopPeriod allowed(PeriodRequest request) {
        List<FieldError> errors = new ArrayList<>();
        UUID shopId = read("shopId", request.shopId, UUID::fromString, "must be a UUID", errors);
        LocalDate from = read("from", request.from, LocalDate::parse, A_DATE, errors);
        LocalDate to = read("to", request.to, LocalDate::parse, A_DATE, errors);
        if (shopId == null && errors.isEmpty()) {
            errors.add(new FieldError("shopId", "must be given"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return allowed(shopId, from, to);
    }

    /** As {@link #allowed(PeriodRequest)}, with days that may be null. */
    public ShopPeriod allowed(UUID shopId, LocalDate from, LocalDate to) {
        requireInReach("from", from);
        requireInReach("to", to);
        access.requireManagement(shopId);
        Shop shop = shops.require(shopId);
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

    /** What java.time could add up to no date any more, or PostgreSQL not keep, is no day of a shop. */
    private static void requireInReach(String field, LocalDate date) {
        if (date != null && (date.getYear() < 1970 || date.getYear() > 2999)) {
            throw ProblemException.invalid(field, "must be a date of the years 1970 to 2999");
        }
    }

    private static <T> T read(
            String field, String text, Function<String, T> reading, String otherwise, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            errors.add(new FieldError(field, otherwise));
            return null;
        }
    }
}
