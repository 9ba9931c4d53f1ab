package com.bookedbarber.user.shop;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Short names of shops, as they stand in addresses. */
final class Slugs {

    /** Lower-case letters, digits and single dashes between them. */
    static final String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";

    static final int MIN_LENGTH = 2;
    static final int MAX_LENGTH = 60;

    private static final int ROOM_FOR_SUFFIX = 10;
    private static final int NUMBERED = 5;
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private Slugs() {}

    /** The slug that a name suggests; {@code shop} for one without a Latin letter or digit. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(plain.length(), MAX_LENGTH - ROOM_FOR_SUFFIX))
                .replaceAll("-$", "");
        return cut.length() < MIN_LENGTH || isId(cut) ? ("shop-" + cut).replaceAll("-$", "") : cut;
    }

    /** What to try when it is taken: some numbers, then the ending given, which is random. */
    static Stream<String> candidates(String slug, String ending) {
        return Stream.concat(
                Stream.of(slug),
                Stream.concat(
                        IntStream.rangeClosed(2, NUMBERED).mapToObj(number -> slug + "-" + number),
                        Stream.of(slug + "-" + ending)));
    }

    /** Whether it could be taken for an id. */
    static boolean isId(String text) {
        return text.matches(UUID_FORM);
    }
}
