package com.bookedbarber.payment;

import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.platform.testing.Neighbours;
import com.bookedbarber.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import java.util.UUID;

import static io.restassured.RestAssured.given;

/** A shop with an appointment of one client, as the booking-service tells of it, and ways to pay for it. */
public final class TestShop {

    public static final String CURRENCY = "GBP";

    public final UUID id = UUID.randomUUID();
    public final UUID client = UUID.randomUUID();
    public final UUID appointment = UUID.randomUUID();
    public final String clientToken = Tokens.client(client);
    public final String ownerToken = Tokens.staff(UUID.randomUUID(), id, "owner");

    /** A confirmed visit for 45.00, of which 10.00 are due before it. */
    public TestShop() {
        Neighbours.instance().shop(id, "Europe/London", CURRENCY);
        appointmentIs("held", 4500, 1000, 0);
    }

    /** From now on the booking-service tells this. */
    public void appointmentIs(String status, long price, long deposit, long paid) {
        Neighbours.instance().reply(appointmentCall(), 200, appointmentJson(status, price, deposit, paid, -1));
    }

    public String appointmentCall() {
        return "GET /internal/appointments/" + appointment;
    }

    /** The booking-service says that the appointment has ended, with money to give back; none if it is negative. */
    public String publishEnd(String status, long refund) {
        return Neighbours.instance()
                .publish(
                        "booking-service",
                        "booking.appointment." + status,
                        appointment.toString(),
                        appointmentJson(status, 4500, 1000, 1000, refund));
    }

    /** What an account of the shop's ledger holds, in minor units. */
    public long balance(Sql sql, String account) {
        return sql.one(
                        "SELECT coalesce(sum(amount), 0) FROM ledger_entry WHERE shop_id = ? AND account = ?",
                        row -> row.getLong(1),
                        id,
                        account)
                .orElseThrow();
    }

    private String appointmentJson(String status, long price, long deposit, long paid, long refund) {
        return """
                {"appointmentId":"%s","shopId":"%s","barberId":"%s","clientId":"%s","status":"%s","timeZone":"Europe/London",
                "price":%s,"deposit":%s,"paid":%s,"refund":%s}""".formatted(
                        appointment,
                        id,
                        UUID.randomUUID(),
                        client,
                        status,
                        money(price),
                        money(deposit),
                        money(paid),
                        refund < 0 ? "null" : money(refund));
    }

    public static String money(long amount) {
        return "{\"amount\":%d,\"currency\":\"%s\"}".formatted(amount, CURRENCY);
    }

    public String payment(String purpose, String token) {
        return """
                {"appointmentId":"%s","purpose":"%s","method":{"token":"%s"}}""".formatted(appointment, purpose, token);
    }

    public String paymentWithTip(String purpose, String token, long tip) {
        return """
                {"appointmentId":"%s","purpose":"%s","tip":%s,"method":{"token":"%s"}}""".formatted(appointment, purpose, money(tip), token);
    }

    /** The client pays under a new key. */
    public Response pay(String purpose, String token) {
        return post(newKey(), payment(purpose, token));
    }

    /** The client posts a payment. */
    public Response post(String key, String body) {
        return as(clientToken, key).body(body).post("/api/v1/payments");
    }

    /** The id of a payment that the client makes. */
    public String paid(String purpose) {
        return pay(purpose, "tok_visa").then().statusCode(201).extract().path("id");
    }

    /** The owner gives money back under a new key. */
    public Response refund(String paymentId, String body) {
        return refund(newKey(), paymentId, body);
    }

    public Response refund(String key, String paymentId, String body) {
        return as(ownerToken, key).body(body).post("/api/v1/payments/{id}/refunds", paymentId);
    }

    public Response get(String paymentId) {
        return given().auth().oauth2(clientToken).get("/api/v1/payments/{id}", paymentId);
    }

    public static RequestSpecification as(String token, String key) {
        return given().auth().oauth2(token).header("Idempotency-Key", key).contentType(ContentType.JSON);
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }
}
