package com.bookedbarber.load.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** Makes up shops with barbers, services and clients; the same seed makes the same ones. */
public final class ShopGenerator {

    private static final Instant FOUNDED = Instant.parse("2024-01-02T09:00:00Z");

    private static final List<Place> PLACES = List.of(
            new Place("America/New_York", "USD"),
            new Place("America/Chicago", "USD"),
            new Place("America/Los_Angeles", "USD"),
            new Place("Europe/London", "GBP"),
            new Place("Europe/Berlin", "EUR"),
            new Place("Australia/Sydney", "AUD"));

    private static final List<String> FIRST_NAMES = List.of(
            "Aaron", "Bella", "Carlos", "Dana", "Elif", "Femi", "Grace", "Hassan", "Ines", "Jonas", "Kofi", "Lena",
            "Marek", "Nadia", "Oscar", "Priya", "Quinn", "Rosa", "Samir", "Tomoko", "Uma", "Victor", "Wanda", "Yusuf");

    private static final List<String> LAST_NAMES = List.of(
            "Adler",
            "Brown",
            "Castillo",
            "Diaz",
            "Evans",
            "Fischer",
            "Gupta",
            "Hughes",
            "Ivanov",
            "Jones",
            "Kim",
            "Lopez",
            "Moreau",
            "Nguyen",
            "Okafor",
            "Patel",
            "Reyes",
            "Schmidt",
            "Tanaka",
            "Usman",
            "Weber",
            "Young");

    private static final List<String> STREETS = List.of(
            "Fade", "Razor", "Anchor", "Main", "Canal", "Market", "Mill", "Station", "Church", "Harbour", "Park");

    private final long seed;

    private record Place(String zone, String currency) {}

    public ShopGenerator(long seed) {
        this.seed = seed;
    }

    /**
     * One shop.
     *
     * @param number tells it from others of this seed
     */
    public GeneratedShop shop(int number, int barbers, int clients) {
        var random = random(number);
        var place = pick(PLACES, random);
        var slug = GeneratedShop.SLUG_PREFIX + seed + "-" + number;
        return new GeneratedShop(
                SeededIds.at(FOUNDED, random),
                number,
                slug,
                pick(STREETS, random) + " Street Barbers " + number,
                ZoneId.of(place.zone()),
                place.currency(),
                IntStream.range(0, barbers)
                        .mapToObj(i -> new GeneratedShop.Barber(
                                SeededIds.at(FOUNDED.plusSeconds(i), random), pick(FIRST_NAMES, random)))
                        .toList(),
                services(random),
                IntStream.range(0, clients)
                        .mapToObj(i -> client(slug, i, random))
                        .toList());
    }

    /** The random of this shop's history; another one than its own, so that a longer history changes no names. */
    RandomGenerator history(int number) {
        return random(-1L - number);
    }

    private RandomGenerator random(long number) {
        // Named, because the default may change with the JDK, and with it every generated shop.
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + number);
    }

    /** Durations are multiples of a quarter of an hour, so that a day can be filled without crumbs. */
    private static List<GeneratedShop.Service> services(RandomGenerator random) {
        long base = 2500 + 100L * random.nextInt(20);
        return List.of(
                service("Haircut", "hair", 30, base, random),
                service("Beard trim", "beard", 15, base / 2, random),
                service("Cut & beard", "hair", 45, base * 3 / 2, random),
                service("Kids' cut", "hair", 30, base * 2 / 3, random),
                service("Hot towel shave", "beard", 30, base * 4 / 5, random));
    }

    private static GeneratedShop.Service service(
            String name, String category, int minutes, long price, RandomGenerator random) {
        return new GeneratedShop.Service(SeededIds.at(FOUNDED, random), name, category, minutes, price / 50 * 50);
    }

    private static GeneratedShop.Client client(String slug, int number, RandomGenerator random) {
        var name = pick(FIRST_NAMES, random) + " " + pick(LAST_NAMES, random);
        return new GeneratedShop.Client(
                SeededIds.at(FOUNDED.plusSeconds(number), random), name, "c" + number + "@" + slug + ".example");
    }

    static <T> T pick(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
