package com.bookedbarber.booking.diary;

import com.bookedbarber.booking.availability.LocalHours;
import com.bookedbarber.booking.availability.TimeSpans;
import com.bookedbarber.booking.availability.WorkingHours;
import com.bookedbarber.booking.catalog.BarberOffer;
import com.bookedbarber.booking.catalog.Deposit;
import com.bookedbarber.booking.catalog.ServiceTerms;
import com.bookedbarber.booking.policy.BookingPolicies;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns the one row of the shop's statement, whose lists come as JSON, into a {@link BookableShop}. */
@ApplicationScoped
class ShopRow {

    private final ObjectMapper json;
    private final BookingPolicies policies;

    ShopRow(ObjectMapper json, BookingPolicies policies) {
        this.json = json;
        this.policies = policies;
    }

    BookableShop read(ResultSet row) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("time_zone"));
        String currency = row.getString("currency");
        return new BookableShop(
                row.getObject("id", UUID.class),
                row.getString("name"),
                zone,
                currency,
                policies.parse(row.getString("policy"), currency),
                closures(parse(row.getString("closures"), ClosureJson[].class), zone),
                Arrays.stream(parse(row.getString("services"), ServiceJson[].class))
                        .map(ServiceJson::toService)
                        .collect(Collectors.toMap(OfferedService::id, Function.identity())),
                Arrays.stream(parse(row.getString("barbers"), BarberJson[].class))
                        .map(BarberJson::toBarber)
                        .toList());
    }

    private static TimeSpans closures(ClosureJson[] closures, ZoneId zone) {
        TimeSpans.Builder spans = TimeSpans.builder();
        for (ClosureJson closure : closures) {
            spans.addDates(closure.from(), closure.to(), zone);
        }
        return spans.build();
    }

    /** The array in a column; an empty one for null, which is what aggregating nothing gives. */
    private <T> T[] parse(String text, Class<T[]> type) {
        try {
            return json.readValue(text == null ? "[]" : text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The database gave unexpected JSON", unreadable);
        }
    }

    private record ClosureJson(LocalDate from, LocalDate to) {}

    private record ServiceJson(
            UUID id,
            String name,
            int durationMinutes,
            int bufferBeforeMinutes,
            int bufferAfterMinutes,
            long price,
            Deposit.Type depositType,
            long depositValue,
            boolean active) {

        OfferedService toService() {
            Deposit deposit = new Deposit(depositType, depositValue);
            return new OfferedService(
                    id,
                    name,
                    new ServiceTerms(durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, price, deposit),
                    active);
        }
    }

    /** Times are seconds of the day: there are dozens per shop, and texts would take longer to read than all the rest. */
    private record DayJson(int day, int start, int end) {

        LocalHours hours() {
            return new LocalHours(LocalTime.ofSecondOfDay(start), LocalTime.ofSecondOfDay(end));
        }
    }

    private record HoursJson(LocalTime start, LocalTime end) {}

    private record ExceptionJson(LocalDate date, List<HoursJson> intervals) {}

    private record BarberJson(
            UUID id,
            String name,
            boolean active,
            List<BarberOffer> offers,
            List<DayJson> weekly,
            List<ExceptionJson> exceptions,
            List<long[]> timeOff,
            List<DayVersion> diary) {

        BookableBarber toBarber() {
            Map<UUID, BarberOffer> does =
                    orEmpty(offers).stream().collect(Collectors.toMap(BarberOffer::serviceId, Function.identity()));
            return new BookableBarber(
                    id, name, active, does, new WorkingHours(week(), dates()), away(), orEmpty(diary));
        }

        private Map<DayOfWeek, List<LocalHours>> week() {
            return orEmpty(weekly).stream()
                    .collect(Collectors.groupingBy(
                            day -> DayOfWeek.of(day.day()),
                            () -> new EnumMap<>(DayOfWeek.class),
                            Collectors.mapping(DayJson::hours, Collectors.toList())));
        }

        private Map<LocalDate, List<LocalHours>> dates() {
            Map<LocalDate, List<LocalHours>> dates = new HashMap<>();
            orEmpty(exceptions)
                    .forEach(exception -> dates.put(
                            exception.date(),
                            exception.intervals().stream()
                                    .map(hours -> new LocalHours(hours.start(), hours.end()))
                                    .toList()));
            return dates;
        }

        private TimeSpans away() {
            TimeSpans.Builder spans = TimeSpans.builder();
            orEmpty(timeOff).forEach(span -> spans.add(span[0], span[1]));
            return spans.build();
        }

        private static <T> List<T> orEmpty(List<T> list) {
            return list == null ? List.of() : list;
        }
    }
}
