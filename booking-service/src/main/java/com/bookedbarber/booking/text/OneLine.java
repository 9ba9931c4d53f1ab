package com.bookedbarber.booking.text;

import java.util.regex.Pattern;

/** Texts that people wrote, for places that hold no more than a line: headers of mails, parameters of calendars. */
public final class OneLine {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private OneLine() {}

    /** The text with a space in place of its line breaks and other control characters. */
    public static String of(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }
}
