package com.bookedbarber.user.shop;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "Fade Street Barbers, fade-street-barbers",
                "Cut & Shave, cut-and-shave",
                "Joe's, joes",
                "Žižkov Břitva, zizkov-britva",
                "  --Odd--  , odd",
                "床屋, shop",
                "X, shop-x",
                "0190a1b2-0000-7000-8000-000000000000, shop-0190a1b2-0000-7000-8000-000000000000"
            })
    void shouldMakeAShortNameOfAName(String name, String slug) {
        assertThat(Slugs.of(name)).isEqualTo(slug).matches(Slugs.PATTERN);
    }

    @Test
    void shouldLeaveRoomForASuffix() {
        String slug = Slugs.of("long name ".repeat(20));

        assertThat(slug).hasSizeLessThanOrEqualTo(50).matches(Slugs.PATTERN);
        assertThat(Slugs.candidates(slug, "deadbeef"))
                .allSatisfy(candidate -> assertThat(candidate).hasSizeLessThanOrEqualTo(Slugs.MAX_LENGTH));
    }

    @Test
    void shouldTryNumbersAndThenSomethingRandom() {
        assertThat(Slugs.candidates("fade", "deadbeef"))
                .containsExactly("fade", "fade-2", "fade-3", "fade-4", "fade-5", "fade-deadbeef");
    }
}
