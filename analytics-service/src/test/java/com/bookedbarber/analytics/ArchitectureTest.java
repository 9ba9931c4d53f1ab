package com.bookedbarber.analytics;

import com.bookedbarber.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepTheRulesOfTheHouse() {
        HouseRules.of("analytics").check();
    }
}
