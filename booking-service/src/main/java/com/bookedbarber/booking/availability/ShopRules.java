package com.bookedbarber.booking.availability;

import java.time.ZoneId;

/**
 * What a shop demands of every booking.
 *
 * @param zone in which hours, the step and the horizon are meant
 * @param slotStepMinutes slots start at local times whose minutes since midnight are a multiple of it, 1 to 1440
 * @param minNoticeMinutes how long before its start a visit has to be booked, at least 0
 * @param horizonDays how many local days after today the last bookable one is, at least 0
 * @param closures when the whole shop is closed
 */
public record ShopRules(ZoneId zone, int slotStepMinutes, int minNoticeMinutes, int horizonDays, TimeSpans closures) {

    private static final int MINUTES_PER_DAY = 1_440;

    /** Rules within their ranges. */
    public ShopRules {
        if (slotStepMinutes < 1 || slotStepMinutes > MINUTES_PER_DAY) {
            throw new IllegalArgumentException("a slot step is 1 to 1440 minutes, not " + slotStepMinutes);
        }
        if (minNoticeMinutes < 0 || horizonDays < 0) {
            throw new IllegalArgumentException("notice and horizon are not negative");
        }
    }
}
