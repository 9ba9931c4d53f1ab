package com.bookedbarber.booking.mail;

import com.bookedbarber.booking.RealStoresTest;
import com.bookedbarber.booking.TestShop;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static com.bookedbarber.booking.TestShop.book;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What clients get by mail. */
@QuarkusTest
class ClientMailTest implements RealStoresTest {

    @Inject
    MockMailbox mailbox;

    @Inject
    Sql sql;

    private TestShop shop;
    private UUID haircut;
    private UUID sam;
    private final String email = UUID.randomUUID() + "@example.com";

    @BeforeEach
    void openAShop() {
        shop = TestShop.open();
        haircut = shop.haircut();
        sam = shop.barber(haircut);
    }

    @Test
    void shouldConfirmWithACalendarFileInTheShopsTime() {
        Response booked = guest(shop.at(1, "10:00"), "");
        Mail mail = mails(1).getFirst();

        assertThat(mail.getSubject()).isEqualTo("Confirmed: Haircut at Test Shop");
        assertThat(mail.getText()).contains("10:00 (America/New_York)", "With: Sam", "40.00 USD");
        assertThat(mail.getText())
                .contains("To change or cancel it, contact the shop.", "manage token " + booked.path("manageToken"))
                .doesNotContain("http");
        assertThat(mail.getHtml()).contains("10:00 (America/New_York)");
        assertThat(calendar(mail))
                .contains("METHOD:REQUEST", "UID:" + booked.path("id"), "SEQUENCE:1", "STATUS:CONFIRMED");
    }

    @Test
    void shouldNameTheClientsZoneAndTheShops() {
        guest(shop.at(1, "10:00"), ",\"timeZone\":\"Europe/London\"");
        assertThat(mails(1).getFirst().getText()).contains("(Europe/London)", "10:00 at the shop (America/New_York)");
    }

    @Test
    void shouldSendTheInvitationWhateverNamesAreMadeOf() {
        sql.update("UPDATE known_shop SET name = ? WHERE id = ?", "\"Cut\"\n& Co 💈", shop.id());
        guest(shop.at(1, "10:00"), "", "Ann \\\"Ace\\\" Né 💈");

        Mail mail = mails(1).getFirst();

        assertThat(mail.getSubject()).isEqualTo("Confirmed: Haircut at \"Cut\" & Co 💈");
        assertThat(calendar(mail).replace("\r\n ", "")).contains("CN='Cut' & Co 💈:", "CN=Ann 'Ace' Né 💈");
    }

    @Test
    void shouldUpdateAndCancelTheSameCalendarEntry() {
        Response booked = guest(shop.at(1, "10:00"), "");
        mails(1);
        String path = "/api/v1/appointments/" + booked.path("id");
        manage(booked, 1, "{\"startsAt\":\"" + shop.at(1, "11:00") + "\"}").post(path + "/reschedule");
        assertThat(calendar(mails(2).get(1))).contains("METHOD:REQUEST", "SEQUENCE:2", "UID:" + booked.path("id"));
        manage(booked, 2, "{}").post(path + "/cancel").then().statusCode(200);
        assertThat(calendar(mails(3).get(2)))
                .contains("METHOD:CANCEL", "SEQUENCE:3", "STATUS:CANCELLED", "UID:" + booked.path("id"));
    }

    @Test
    void shouldNotTellOfAMoveThatAnotherHasOvertaken() {
        Response booked = guest(shop.at(1, "10:00"), "");
        String id = booked.path("id");
        for (int version = 1; version <= 2; version++) {
            mails(version);
            manage(booked, version, "{\"startsAt\":\"" + shop.at(1, "1" + version + ":00") + "\"}")
                    .post("/api/v1/appointments/" + id + "/reschedule");
        }
        assertThat(calendar(mails(3).get(2))).contains("SEQUENCE:3");

        // As if the job of the first move had been waiting all the time.
        sql.update("DELETE FROM appointment_notice WHERE appointment_id = ?::uuid AND kind = 'changed-2'", id);
        sql.update("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES ('appointment-notice', ?, now(), false, 1)
                """, id + "/2/CHANGED");

        await().until(() -> sql.list(
                        "SELECT 1 FROM scheduled_tasks WHERE task_instance = ?", row -> 1, id + "/2/CHANGED")
                .isEmpty());
        assertThat(sql.list(
                        "SELECT kind FROM appointment_notice WHERE appointment_id = ?::uuid AND kind LIKE 'changed-%'",
                        row -> row.getString(1), id))
                .containsExactly("changed-3");
    }

    @Test
    void shouldRemindAtTheRightTimesAndFollowAMove() {
        Response booked = guest(shop.at(3, "12:00"), "");
        String id = booked.path("id");
        mails(1);
        await().until(() -> reminders(id).equals(List.of(shop.at(2, "12:00"), shop.at(3, "10:00"))));

        manage(booked, 1, "{\"startsAt\":\"" + shop.at(4, "12:00") + "\"}")
                .post("/api/v1/appointments/" + id + "/reschedule")
                .then()
                .statusCode(200);

        await().until(() -> reminders(id).equals(List.of(shop.at(3, "12:00"), shop.at(4, "10:00"))));
    }

    @Test
    void shouldSendAReminderThatCanBeEndedWithOneClick() {
        Response first = guest(shop.at(1, "12:00"), "");
        mails(1);
        remindNow(first.path("id"), shop.at(1, "12:00"));
        Mail reminder = mails(2).get(1);
        assertThat(reminder.getSubject()).startsWith("Reminder:");
        assertThat(reminder.getHeaders().get("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        Matcher link = Pattern.compile("<http://localhost:8080(/api/v1/reminders/.*)>")
                .matcher(reminder.getHeaders().get("List-Unsubscribe").getFirst());
        assertThat(link.matches()).isTrue();

        given().get(link.group(1)).then().statusCode(200).contentType("text/html");
        given().formParam("List-Unsubscribe", "One-Click")
                .post(link.group(1))
                .then()
                .statusCode(200);

        sam = shop.barber(haircut);
        Response second = guest(shop.at(1, "14:00"), "");
        mails(3);
        remindNow(second.path("id"), shop.at(1, "14:00"));
        await().until(() -> reminders(second.path("id")).isEmpty());
        assertThat(mails(3))
                .filteredOn(mail -> mail.getSubject().startsWith("Reminder:"))
                .hasSize(1);
    }

    @Test
    void shouldNotRemindOfACancelledAppointment() {
        Response booked = guest(shop.at(3, "12:00"), "");
        String id = booked.path("id");
        mails(1);
        manage(booked, 1, "{}")
                .post("/api/v1/appointments/" + id + "/cancel")
                .then()
                .statusCode(200);
        mails(2);
        sql.update("UPDATE scheduled_tasks SET execution_time = now() WHERE task_instance LIKE ?", id + "/%");
        await().until(() -> reminders(id).isEmpty());
        assertThat(mails(2)).noneMatch(mail -> mail.getSubject().startsWith("Reminder:"));
    }

    @Test
    void shouldLetALateReminderWaitForTheEndOfTheQuietHours() {
        Response booked = guest(shop.at(1, "12:00"), "");
        String id = booked.path("id");
        mails(1);
        await().until(() -> !reminders(id).isEmpty());
        LocalTime now = LocalTime.now(shop.zone()).truncatedTo(ChronoUnit.MINUTES);
        sql.update(
                "UPDATE booking_policy SET quiet_from = ?, quiet_to = ? WHERE shop_id = ?",
                now.minusMinutes(5),
                now.plusMinutes(30),
                shop.id());

        // Ten minutes late, and quiet for five.
        startIn(Duration.ofMinutes(110), id, shop.at(1, "12:00"));
        runReminder(id);

        Instant morning = LocalDate.now(shop.zone())
                .atTime(now)
                .atZone(shop.zone())
                .toInstant()
                .plus(Duration.ofMinutes(30));
        await().until(() -> reminders(id).equals(List.of(morning)));
        assertThat(mails(1)).noneMatch(mail -> mail.getSubject().startsWith("Reminder:"));
    }

    /** Lets the reminder's time come: the visit is moved near, and its first reminder is due. */
    private void remindNow(String id, Instant startsAt) {
        await().until(() -> !reminders(id).isEmpty());
        sql.update("UPDATE booking_policy SET quiet_from = '00:00', quiet_to = '00:00' WHERE shop_id = ?", shop.id());
        startIn(Duration.ofHours(2), id, startsAt);
        runReminder(id);
    }

    private void startIn(Duration wait, String id, Instant startsAt) {
        String early = Duration.between(Instant.now(), startsAt).minus(wait).toString();
        sql.update("""
                UPDATE appointment SET starts_at = starts_at - ?::interval, ends_at = ends_at - ?::interval,
                    busy_from = busy_from - ?::interval, busy_to = busy_to - ?::interval WHERE id = ?::uuid
                """, early, early, early, early, id);
    }

    /** Runs the reminder of two hours before, and forgets the other. */
    private void runReminder(String id) {
        sql.update("DELETE FROM scheduled_tasks WHERE task_instance = ?", id + "/24");
        sql.update("UPDATE scheduled_tasks SET execution_time = now() WHERE task_instance = ?", id + "/2");
    }

    private Response guest(Instant startsAt, String more) {
        return guest(startsAt, more, "Ann Guest");
    }

    private Response guest(Instant startsAt, String more, String name) {
        shop.policy("{\"minNoticeMinutes\":0}");
        String body = shop.guestBooking(email, sam, startsAt, haircut)
                .replace("\"+1 555 0100\"", "\"+1 555 0100\"" + more)
                .replace("Ann Guest", name);
        Response answer = book(given(), body);
        answer.then().statusCode(201);
        return answer;
    }

    private static io.restassured.specification.RequestSpecification manage(Response booked, int version, String body) {
        return given().header("X-Manage-Token", booked.<String>path("manageToken"))
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(body);
    }

    private List<Mail> mails(int count) {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> mailbox.getMailsSentTo(email).size() >= count);
        List<Mail> mails = mailbox.getMailsSentTo(email);
        assertThat(mails).hasSize(count);
        return mails;
    }

    private static String calendar(Mail mail) {
        assertThat(mail.getAttachments()).hasSize(1);
        List<Byte> data = Multi.createFrom()
                .publisher(mail.getAttachments().getFirst().getData())
                .collect()
                .asList()
                .await()
                .indefinitely();
        byte[] bytes = new byte[data.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = data.get(i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private List<Instant> reminders(String id) {
        return sql.list(
                "SELECT execution_time FROM scheduled_tasks WHERE task_name = 'remind-client' AND task_instance LIKE ?"
                        + " ORDER BY execution_time",
                row -> Sql.instant(row, "execution_time"),
                id + "/%");
    }
}
