package com.bookedbarber.booking.availability;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Decides who takes a visit when the client leaves it open: fairly, and so that it can be explained.
 *
 * <p>Who has the fewest booked minutes on the visit's local day comes first; of those who was assigned longest ago, or
 * never; of those the lowest id, so that the answer is always the same. The whole order is returned, because the first
 * may have been taken in the meantime and the next is tried then.
 */
public final class BarberAssignment {

    private static final Comparator<Workload> FAIREST_FIRST = Comparator.comparingInt(Workload::bookedMinutes)
            .thenComparing(Workload::lastAssignedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Workload::barberId, BarberSchedule.BY_ID);

    private BarberAssignment() {}

    /**
     * The figures that decide.
     *
     * @param barberId the barber
     * @param bookedMinutes minutes of live appointments on the visit's local day, without buffers
     * @param lastAssignedAt when a visit was last given to the barber this way; null if never
     */
    public record Workload(UUID barberId, int bookedMinutes, Instant lastAssignedAt) {

        /** The figures as a sentence, for the audit trail. */
        public String explanation() {
            return "%d minutes booked that day, %s"
                    .formatted(
                            bookedMinutes,
                            lastAssignedAt == null ? "never assigned before" : "last assigned at " + lastAssignedAt);
        }
    }

    /** Who should be tried, fairest choice first. */
    public static List<Workload> inOrder(Collection<Workload> free) {
        return free.stream().sorted(FAIREST_FIRST).toList();
    }
}
