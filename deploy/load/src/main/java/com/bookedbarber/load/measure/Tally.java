package com.bookedbarber.load.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How often each kind of answer came, such as {@code 201} or {@code book 409 slot-taken}. Safe among threads. */
public final class Tally {

    private final Map<String, Long> counts = new TreeMap<>();

    public synchronized void add(String kind) {
        add(kind, 1);
    }

    public synchronized void add(String kind, long times) {
        counts.merge(kind, times, Long::sum);
    }

    /** Adds all of another's. */
    public void merge(Tally other) {
        other.counts().forEach(this::add);
    }

    /** A copy, in the order of the kinds. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    public long total() {
        return count(kind -> true);
    }

    /** How often kinds came that the condition holds for. */
    public synchronized long count(Predicate<String> condition) {
        return counts.entrySet().stream()
                .filter(entry -> condition.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public String toString() {
        return counts().entrySet().stream()
                .map(entry -> entry.getKey() + " × " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
