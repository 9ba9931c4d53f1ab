package com.bookedbarber.user.shop;

import com.bookedbarber.user.validation.OneLine;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What to change of a shop; what is null stays, an empty address or phone number is removed.
 *
 * @param currency only the present one: prices, payments and ledgers are kept in it
 */
public record ShopChange(
        @Size(max = 200, message = "must have at most 200 characters")
        @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @OneLine
        String name,

        @Size(min = Slugs.MIN_LENGTH, max = Slugs.MAX_LENGTH, message = "must have 2 to 60 characters")
        @Pattern(regexp = Slugs.PATTERN, message = "must be lower-case letters and digits with single dashes between")
        String slug,

        @TimeZoneName String timeZone,
        @CurrencyCode String currency,

        @Size(max = 500, message = "must have at most 500 characters")
        @Pattern(regexp = NewShop.ADDRESS, message = "must not contain control characters")
        String address,

        @Size(max = 40, message = "must have at most 40 characters") @OneLine
        String phone) {

    /** Writes the change; nothing else is touched. */
    void applyTo(Shop shop) {
        shop.name = name == null ? shop.name : name.strip();
        shop.slug = slug == null ? shop.slug : slug;
        shop.timeZone = timeZone == null ? shop.timeZone : timeZone;
        shop.address = merged(shop.address, address);
        shop.phone = merged(shop.phone, phone);
    }

    private static String merged(String old, String given) {
        if (given == null) {
            return old;
        }
        return given.isBlank() ? null : given.strip();
    }
}
