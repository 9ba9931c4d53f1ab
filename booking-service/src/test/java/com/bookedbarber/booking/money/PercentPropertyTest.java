package com.bookedbarber.booking.money;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import java.math.BigDecimal;
import java.math.RoundingMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PercentPropertyTest {

    @Property
    void shouldRoundHalfUpWhateverTheAmount(
            @ForAll @IntRange(max = 100) int percent, @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long amount) {
        BigDecimal exact =
                BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(percent)).movePointLeft(2);

        assertThat(new Percent(percent).of(amount))
                .isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    @Example
    void shouldRefuseMoreThanAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Percent(101));
        assertThatIllegalArgumentException().isThrownBy(() -> new Percent(-1));
    }
}
