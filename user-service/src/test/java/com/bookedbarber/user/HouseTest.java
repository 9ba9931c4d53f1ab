package com.bookedbarber.user;

import com.bookedbarber.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseTest {

    @Test
    void shouldBeLaidOutByTheHouseRules() {
        HouseRules.of("user").check();
    }
}
