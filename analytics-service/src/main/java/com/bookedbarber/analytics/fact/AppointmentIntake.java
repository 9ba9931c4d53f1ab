package com.bookedbarber.analytics.fact;

import com.bookedbarber.analytics.rollup.Rollups;
import com.bookedbarber.analytics.rollup.ShopClient;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes in what happened to appointments. */
@ApplicationScoped
class AppointmentIntake {

    private final AppointmentFacts facts;
    private final Rollups rollups;

    AppointmentIntake(AppointmentFacts facts, Rollups rollups) {
        this.facts = facts;
        this.rollups = rollups;
    }

    /** Brings facts and sums to the state after these snapshots, oldest first. */
    void takeIn(List<AppointmentSnapshot> snapshots) {
        Map<UUID, AppointmentFact.Known> before = facts.known(
                snapshots.stream().map(AppointmentSnapshot::appointmentId).collect(Collectors.toSet()));
        Map<UUID, AppointmentFact> latest = latest(snapshots, before);
        rollups.change(latest.keySet(), clients(latest.values(), before), () -> facts.write(latest.values()));
    }

    private static Map<UUID, AppointmentFact> latest(
            List<AppointmentSnapshot> snapshots, Map<UUID, AppointmentFact.Known> before) {
        Map<UUID, AppointmentFact> latest = new LinkedHashMap<>();
        for (AppointmentSnapshot snapshot : snapshots) {
            UUID id = snapshot.appointmentId();
            Optional<AppointmentFact.Known> known = Optional.ofNullable(latest.get(id))
                    .map(AppointmentFact::known)
                    .or(() -> Optional.ofNullable(before.get(id)));
            AppointmentFact.after(snapshot, known).ifPresent(fact -> latest.put(id, fact));
        }
        return latest;
    }

    private static Set<ShopClient> clients(Collection<AppointmentFact> facts, Map<UUID, AppointmentFact.Known> before) {
        Set<ShopClient> clients = new HashSet<>();
        for (AppointmentFact fact : facts) {
            clients.add(new ShopClient(fact.shopId(), fact.clientRef()));
            Optional.ofNullable(before.get(fact.appointmentId()))
                    .ifPresent(known -> clients.add(new ShopClient(fact.shopId(), known.clientRef())));
        }
        clients.removeIf(client -> client.clientRef() == null);
        return clients;
    }
}
