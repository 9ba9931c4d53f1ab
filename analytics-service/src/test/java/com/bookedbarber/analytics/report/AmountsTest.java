package com.bookedbarber.analytics.report;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AmountsTest {

    @Test
    void shouldHaveAsManyDigitsAsTheCurrency() {
        assertThat(new Amounts("USD").text(4505)).isEqualTo("45.05");
        assertThat(new Amounts("JPY").text(4505)).isEqualTo("4505");
        assertThat(new Amounts("KWD").text(4505)).isEqualTo("4.505");
    }

    @Test
    void shouldShowWhatWasPaidBackBeyondWhatCameIn() {
        assertThat(new Amounts("EUR").text(-5)).isEqualTo("-0.05");
    }
}
