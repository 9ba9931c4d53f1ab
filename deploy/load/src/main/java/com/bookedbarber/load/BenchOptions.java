package com.bookedbarber.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What follows a bench's name: {@code --name value} and {@code --flag}. */
public final class BenchOptions {

    private final Map<String, String> values = new TreeMap<>();

    /**
     * Reads them.
     *
     * @throws BenchException for what is no option
     */
    public static BenchOptions parse(List<String> words) {
        var options = new BenchOptions();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (!word.startsWith("--")) {
                throw new BenchException("\"" + word + "\" is no option; see ./dev bench help.");
            }
            boolean hasValue = i + 1 < words.size() && !words.get(i + 1).startsWith("--");
            options.values.put(word.substring(2), hasValue ? words.get(++i) : "");
        }
        return options;
    }

    /** Whether the flag is there. */
    public boolean has(String flag) {
        return values.containsKey(flag);
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** A positive whole number. */
    public int number(String name, int otherwise) {
        var text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.replace("_", ""));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // It is told below, as a number that is not positive is.
        }
        throw new BenchException("--" + name + " needs a positive number, not \"" + text + "\".");
    }
}
