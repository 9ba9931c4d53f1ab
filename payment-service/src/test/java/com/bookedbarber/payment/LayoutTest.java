package com.bookedbarber.payment;

import com.bookedbarber.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void shouldFollowTheHouseRules() throws ClassNotFoundException {
        HouseRules.of("payment")
                .check(
                        Class.forName("com.bookedbarber.payment.ledger.Ledger"),
                        Class.forName("com.bookedbarber.payment.ledger.Posting"),
                        Class.forName("com.bookedbarber.payment.ledger.Holdings"),
                        Class.forName("com.bookedbarber.payment.payment.AmountOwed"));
    }
}
