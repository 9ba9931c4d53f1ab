package com.bookedbarber.user.shop;

import com.bookedbarber.user.validation.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A shop to open.
 *
 * @param slug null to have one made from the name
 * @param address may be null
 * @param phone may be null
 */
@Schema(examples = """
                {"name": "Fade & Blade", "timeZone": "America/New_York", "currency": "USD"}
                """)
public record NewShop(
        @NotBlank(message = "must be given") @Size(max = 200, message = "must have at most 200 characters") @OneLine
        String name,

        @Size(min = Slugs.MIN_LENGTH, max = Slugs.MAX_LENGTH, message = "must have 2 to 60 characters")
        @Pattern(regexp = Slugs.PATTERN, message = "must be lower-case letters and digits with single dashes between")
        String slug,

        @NotNull(message = "must be given") @TimeZoneName String timeZone,
        @NotNull(message = "must be given") @CurrencyCode String currency,

        @Size(max = 500, message = "must have at most 500 characters")
        @Pattern(regexp = ADDRESS, message = "must not contain control characters")
        String address,

        @Size(max = 40, message = "must have at most 40 characters") @OneLine
        String phone) {

    /** Any text on any number of lines. */
    static final String ADDRESS = "[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]*";

    /** Blank texts are none. */
    public NewShop {
        name = name == null ? null : name.strip();
        slug = slug == null || slug.isBlank() ? null : slug.strip();
        address = address == null || address.isBlank() ? null : address.strip();
        phone = phone == null || phone.isBlank() ? null : phone.strip();
    }
}
