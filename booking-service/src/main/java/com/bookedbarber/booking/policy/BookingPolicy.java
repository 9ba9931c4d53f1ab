package com.bookedbarber.booking.policy;

import com.bookedbarber.booking.cancellation.CancellationPolicy;

import java.util.Currency;
import java.util.List;

/**
 * What a shop demands of bookings, and how it treats them.
 *
 * @param minNoticeMinutes how long before its start a visit has to be booked by a client, 0 to 43200
 * @param horizonDays how many local days after today the last bookable one is, 0 to 730
 * @param slotStepMinutes slots start at multiples of it after local midnight, 1 to 1440
 * @param holdMinutes how long a time is kept for somebody who has to pay a deposit, 1 to 1440
 * @param reminderHours how long before a visit its client is reminded; at most five
 * @param quietHours when reminders wait
 * @param cancellation what cancelling and not coming cost; kept with each appointment when it is booked
 */
public record BookingPolicy(
        int minNoticeMinutes,
        int horizonDays,
        int slotStepMinutes,
        int holdMinutes,
        List<Integer> reminderHours,
        QuietHours quietHours,
        CancellationPolicy cancellation) {

    /** The earliest reminder: a week before the visit. */
    public static final int MAX_REMINDER_HOURS = 168;

    /** The policy of a shop that has not made its own. */
    public static BookingPolicy defaults(String currency) {
        return new BookingPolicy(
                15,
                30,
                30,
                10,
                List.of(24, 2),
                QuietHours.DEFAULT,
                CancellationPolicy.standard(Currency.getInstance(currency)));
    }
}
