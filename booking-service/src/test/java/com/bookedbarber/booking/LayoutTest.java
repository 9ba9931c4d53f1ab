package com.bookedbarber.booking;

import com.bookedbarber.booking.appointment.AppointmentStatus;
import com.bookedbarber.booking.availability.Availability;
import com.bookedbarber.booking.availability.BarberAssignment;
import com.bookedbarber.booking.cancellation.CancellationPolicy;
import com.bookedbarber.booking.catalog.VisitTotals;
import com.bookedbarber.booking.policy.QuietHours;
import com.bookedbarber.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void shouldFollowTheHouseRules() {
        HouseRules.of("booking")
                .check(
                        Availability.class,
                        AppointmentStatus.class,
                        BarberAssignment.class,
                        CancellationPolicy.class,
                        QuietHours.class,
                        VisitTotals.class);
    }
}
