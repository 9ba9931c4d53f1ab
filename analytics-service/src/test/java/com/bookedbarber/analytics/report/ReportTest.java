package com.bookedbarber.analytics.report;

import com.bookedbarber.analytics.AnalyticsTest;
import com.bookedbarber.analytics.TestShop;
import com.bookedbarber.analytics.TestVisit;
import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class ReportTest implements AnalyticsTest {

    private static final String REPORTS = "/api/v1/analytics/reports";
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");

    @Inject
    Sql sql;

    @Inject
    ForgetOldReports forgetOldReports;

    private final TestShop shop = TestShop.in("Europe/London");

    @Test
    void shouldWriteAYearOfRevenueAsCsv() {
        TestVisit visit = shop.visit("ann", "2026-03-05T10:00", shop.cut);
        shop.tell(visit);
        UUID payment = shop.tellPaid(visit, 4050, 100, Instant.parse("2026-03-05T11:00:00Z"));
        shop.tellRefunded(visit, payment, 50, Instant.parse("2026-03-06T11:00:00Z"));
        shop.eventually("dashboard", FIRST, LAST, json -> json.getInt("revenue.refunds.amount") == 50);

        String[] lines = new String(download(ordered("revenue", "csv")), StandardCharsets.UTF_8).split("\r\n");

        assertThat(lines).hasSize(1 + 365);
        assertThat(lines[0]).isEqualTo("date,currency,gross,refunds,net,tips");
        assertThat(lines).contains("2026-03-05,USD,40.50,0.00,40.50,1.00", "2026-03-06,USD,0.00,0.50,-0.50,0.00");
    }

    @Test
    void shouldListAppointmentsInTheShopsTime() {
        shop.tell(shop.visit("ann", "2026-07-05T10:00", shop.cut, shop.shave).becomes("completed"));
        shop.eventually("dashboard", FIRST, LAST, json -> json.getInt("appointments.completed") == 1);

        assertThat(new String(download(ordered("appointments", "csv")), StandardCharsets.UTF_8))
                .endsWith("2026-07-05,10:00,Barber,\"Cut ✂️, Shave\",completed,50,USD,60.00\r\n");
    }

    @Test
    void shouldWriteServicesAsPdf() throws IOException {
        shop.tell(shop.visit("ann", "2026-07-05T10:00", shop.cut).becomes("completed"));
        shop.eventually("dashboard", FIRST, LAST, json -> json.getInt("appointments.completed") == 1);

        try (PDDocument pdf = Loader.loadPDF(download(ordered("services", "pdf")))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Test Shop: services, 2026-01-01 to 2026-12-31")
                    .contains("2026-07-05 Cut");
        }
    }

    @Test
    void shouldBreakALongPdfIntoPages() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(download(ordered("revenue", "pdf")))) {
            assertThat(pdf.getNumberOfPages()).isBetween(8, 14);
        }
    }

    @Test
    void shouldTellHowFarItIs() {
        String location = ordered("barbers", "csv");
        shop.owner()
                .get(location)
                .then()
                .statusCode(200)
                .body("status", anyOf(equalTo("queued"), equalTo("running"), equalTo("done")))
                .body("type", equalTo("barbers"));
        shop.owner().get(done(location)).then().body("progress", equalTo(100));
    }

    @Test
    void shouldNotGiveOutAReportThatIsNotDone() {
        UUID id = UUID.randomUUID();
        sql.update(
                "INSERT INTO report (id, shop_id, type, format, from_day, to_day) VALUES (?, ?, 'revenue', 'csv', ?, ?)",
                id,
                shop.id,
                FIRST,
                LAST);
        shop.owner()
                .get(REPORTS + "/" + id + "/download")
                .then()
                .statusCode(409)
                .body("reportStatus", equalTo("queued"));
    }

    @Test
    void shouldKeepReportsFromStrangers() {
        String location = done(ordered("revenue", "csv"));
        String stranger = Tokens.staff(UUID.randomUUID(), UUID.randomUUID(), "owner");
        given().auth().oauth2(stranger).get(location).then().statusCode(404);
        given().auth().oauth2(stranger).get(location + "/download").then().statusCode(404);
        given().get(location).then().statusCode(401);
        order(
                        stranger,
                        "{\"shopId\":\"%s\",\"type\":\"revenue\",\"from\":\"2026-01-01\",\"to\":\"2026-01-31\",\"format\":\"csv\"}"
                                .formatted(shop.id))
                .statusCode(403);
    }

    @Test
    void shouldNameEveryFieldThatIsWrong() {
        order(owner(), "{}").statusCode(400).body("errors.field", hasItems("shopId", "type", "from", "to", "format"));
        order(owner(), body("revenue", "xls", "2026-01-01", "2026-01-31"))
                .statusCode(400)
                .body("errors.field", hasItem("format"));
        order(owner(), body("revenue", "csv", "2026-02-01", "2026-01-31"))
                .statusCode(400)
                .body("errors.field", hasItem("to"));
        order(owner(), body("revenue", "csv", "2025-01-01", "2026-01-31"))
                .statusCode(400)
                .body("errors.field", hasItem("to"));
    }

    @Test
    void shouldForgetReportsAfterAWeek() {
        String location = done(ordered("revenue", "csv"));

        forgetOldReports.forget(Instant.now().plus(Duration.ofDays(6)));
        shop.owner().get(location).then().statusCode(200);
        forgetOldReports.forget(Instant.now().plus(Duration.ofDays(8)));
        shop.owner().get(location).then().statusCode(404);
    }

    private String ordered(String type, String format) {
        return order(owner(), body(type, format, FIRST.toString(), LAST.toString()))
                .statusCode(202)
                .header("Location", startsWith(REPORTS + "/"))
                .body("status", equalTo("queued"))
                .extract()
                .header("Location");
    }

    private String done(String location) {
        Awaitility.await().until(() -> shop.owner().get(location).jsonPath().getString("status"), "done"::equals);
        return location;
    }

    private byte[] download(String location) {
        Response answer = shop.owner().get(done(location) + "/download");
        answer.then().statusCode(200).header("Content-Disposition", startsWith("attachment; filename="));
        return answer.asByteArray();
    }

    private String owner() {
        return Tokens.staff(UUID.randomUUID(), shop.id, "owner");
    }

    private String body(String type, String format, String from, String to) {
        return """
                {"shopId":"%s","type":"%s","from":"%s","to":"%s","format":"%s"}""".formatted(shop.id, type, from, to, format);
    }

    private static ValidatableResponse order(String token, String json) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(json)
                .post(REPORTS)
                .then();
    }
}
