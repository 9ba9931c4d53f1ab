package com.bookedbarber.gateway;

import com.bookedbarber.gateway.shed.CircuitBreaker;
import com.bookedbarber.gateway.shed.ConcurrencyLimit;
import com.bookedbarber.gateway.shed.RetryBudget;
import com.bookedbarber.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldKeepTheRulesOfTheHouse() {
        HouseRules.of("gateway").check(CircuitBreaker.class, ConcurrencyLimit.class, RetryBudget.class);
    }
}
