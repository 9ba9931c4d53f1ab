package com.bookedbarber.booking.catalog;

import com.bookedbarber.booking.money.Percent;

/**
 * What has to be paid before an appointment is confirmed.
 *
 * @param type how it is figured out
 * @param value minor units of the shop's currency for {@link Type#FIXED}, 0 to 100 for {@link Type#PERCENT}, else 0
 */
public record Deposit(Type type, long value) {

    /** No deposit: appointments are confirmed at once. */
    public static final Deposit NONE = new Deposit(Type.NONE, 0);

    /** How a deposit is figured out. */
    public enum Type {
        NONE,
        FIXED,
        PERCENT,
        FULL
    }

    /** A rule whose value fits its type. */
    public Deposit {
        boolean fits = switch (type) {
            case NONE, FULL -> value == 0;
            case FIXED -> value >= 0;
            case PERCENT -> value >= 0 && value <= 100;
        };
        if (!fits) {
            throw new IllegalArgumentException("a deposit of type " + type + " cannot have the value " + value);
        }
    }

    /**
     * What is due on a price, both in minor units: never more than the price, percentages rounded half up.
     *
     * @param price at least 0
     */
    public long dueOn(long price) {
        return switch (type) {
            case NONE -> 0;
            case FIXED -> Math.min(value, price);
            case PERCENT -> new Percent(Math.toIntExact(value)).of(price);
            case FULL -> price;
        };
    }
}
