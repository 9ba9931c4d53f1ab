package com.bookedbarber.analytics;

import com.bookedbarber.analytics.hours.HoursChanged;
import com.bookedbarber.analytics.hours.WorkingHours;
import com.bookedbarber.analytics.period.ShopPeriod;
import com.bookedbarber.analytics.rollup.Figures;
import com.bookedbarber.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepTheRulesOfTheHouse() {
        HouseRules.of("analytics").check(WorkingHours.class, HoursChanged.class, Figures.class, ShopPeriod.class);
    }
}
