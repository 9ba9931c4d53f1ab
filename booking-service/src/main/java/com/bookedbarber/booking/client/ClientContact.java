package com.bookedbarber.booking.client;

import com.bookedbarber.booking.text.PlainName;
import com.bookedbarber.platform.problem.ProblemException;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * Who an appointment is for, as given by whoever books it.
 *
 * @param phone may be left out
 * @param timeZone the zone in which the client wants to read times; the shop's when left out
 */
public record ClientContact(
        @NotNull(message = "must be given")
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        @PlainName
        String name,

        @NotNull(message = "must be given")
        @Size(max = 254, message = "must have at most 254 characters")
        @Email(message = "must be an e-mail address")
        @Pattern(regexp = "[^\\s]+@[^\\s]+", message = "must be an e-mail address")
        String email,

        @Size(max = 40, message = "must have at most 40 characters")
        @Pattern(regexp = "[0-9+()/. -]*", message = "must be a phone number")
        String phone,

        @Size(max = 60, message = "must have at most 60 characters")
        String timeZone) {

    /** The zone, or null for the shop's; 400 if there is none of that name. */
    ZoneId zone() {
        try {
            return timeZone == null || timeZone.isBlank() ? null : ZoneId.of(timeZone);
        } catch (DateTimeException unknown) {
            throw ProblemException.invalid("client.timeZone", "must be a time zone such as Europe/London");
        }
    }
}
