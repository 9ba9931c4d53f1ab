package com.bookedbarber.booking.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Walks through the times of a day once and finds who is free at each. */
final class SlotSweep {

    private final FreeStarts[] barbers;
    private final int[] cursors;
    private final UUID[] free;
    private UUID[] latest = new UUID[0];
    private List<UUID> latestIds = List.of();

    /** Barbers sorted by duration, then id. */
    SlotSweep(List<FreeStarts> barbers) {
        this.barbers = barbers.toArray(FreeStarts[]::new);
        this.cursors = new int[this.barbers.length];
        this.free = new UUID[this.barbers.length];
    }

    /** The slots at the given ascending times. */
    List<Slot> slots(long[] times) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < barbers.length && times.length > 0; i++) {
            cursors[i] = barbers[i].moments().firstEndingAfter(times[0]);
        }
        for (long time : times) {
            addSlots(time, slots);
        }
        return slots;
    }

    private void addSlots(long time, List<Slot> slots) {
        int count = 0;
        long duration = 0;
        for (int i = 0; i < barbers.length; i++) {
            if (!isFree(i, time)) {
                continue;
            }
            if (count > 0 && barbers[i].durationMillis() != duration) {
                slots.add(slot(time, duration, count));
                count = 0;
            }
            duration = barbers[i].durationMillis();
            free[count++] = barbers[i].barberId();
        }
        if (count > 0) {
            slots.add(slot(time, duration, count));
        }
    }

    private boolean isFree(int barber, long time) {
        TimeSpans moments = barbers[barber].moments();
        int cursor = cursors[barber];
        while (cursor < moments.size() && moments.to(cursor) <= time) {
            cursor++;
        }
        cursors[barber] = cursor;
        return cursor < moments.size() && moments.from(cursor) <= time;
    }

    private Slot slot(long time, long duration, int count) {
        return new Slot(Instant.ofEpochMilli(time), Instant.ofEpochMilli(time + duration), ids(count));
    }

    /** Neighbouring slots mostly have the same barbers; they share one list. */
    private List<UUID> ids(int count) {
        if (!Arrays.equals(free, 0, count, latest, 0, latest.length)) {
            latest = Arrays.copyOf(free, count);
            latestIds = List.of(latest);
        }
        return latestIds;
    }
}
