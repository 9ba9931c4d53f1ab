package com.bookedbarber.user.invitation;

import com.bookedbarber.user.AdjustableClock;
import com.bookedbarber.user.Mails;
import com.bookedbarber.user.Person;
import com.bookedbarber.user.RealStoresTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class InvitationTest implements RealStoresTest {

    private static final String JOIN = "Join";

    @Inject
    Mails mails;

    @Inject
    AdjustableClock clock;

    private Person owner;
    private UUID shop;

    @BeforeEach
    void openShop() {
        owner = Person.verified(mails);
        shop = owner.opensShop();
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    void shouldTakeOnSomebodyWithAVerifiedAddressAtOnceAndTellThem() {
        Person barber = Person.verified(mails);

        owner.invites(shop, barber.email, "barber")
                .statusCode(201)
                .body("status", equalTo("active"))
                .body("userId", equalTo(barber.id.toString()))
                .body("role", equalTo("barber"));

        roles(owner).body("items.role", equalTo(List.of("owner", "barber")));
        assertThat(mails.mail(barber.email, "You are now part of").getText()).contains("barber");
    }

    @Test
    void shouldAnswer409ForSomebodyWhoWorksThere() {
        Person barber = Person.verified(mails);
        owner.invites(shop, barber.email, "barber").statusCode(201);

        owner.invites(shop, barber.email, "manager").statusCode(409);
    }

    @Test
    void shouldInviteSomebodyWhoseAddressIsNotVerified() {
        Person barber = Person.registered();

        owner.invites(shop, barber.email, "barber")
                .statusCode(201)
                .body("status", equalTo("invited"))
                .body("userId", nullValue())
                .body("name", nullValue());

        roles(owner).body("items.role", equalTo(List.of("owner")));
        accept(barber, mails.token(barber.email, JOIN)).statusCode(204);
        roles(owner).body("items.role", equalTo(List.of("owner", "barber")));
        assertThat(verified(barber.email)).isTrue();
        owner.invites(shop, barber.email, "manager").statusCode(409);
    }

    @Test
    void shouldBringInSomebodyWhoRegistersWithAnInvitation() {
        String email = Person.newEmail();
        owner.invites(shop, email, "barber")
                .statusCode(201)
                .body("status", equalTo("invited"))
                .body("userId", nullValue());

        register(email, mails.token(email, JOIN)).statusCode(201);

        roles(owner).body("items.email", hasItems(email));
        Person.login(email, Person.PASSWORD).statusCode(200);
        roles(owner).body("items.role", equalTo(List.of("owner", "barber")));
    }

    @Test
    void shouldCountAnInvitationAsProofOfItsAddressOnly() {
        String email = Person.newEmail();
        owner.invites(shop, email, "manager").statusCode(201);
        String other = Person.newEmail();
        owner.invites(shop, other, "barber").statusCode(201);
        register(email, mails.token(email, JOIN)).statusCode(201);
        String privateAddress = Person.newEmail();
        register(privateAddress, mails.token(other, JOIN)).statusCode(201);

        assertThat(verified(email)).isTrue();
        assertThat(verified(privateAddress)).isFalse();
    }

    @Test
    void shouldBringInSomebodySignedIn() {
        String email = Person.newEmail();
        owner.invites(shop, email, "receptionist").statusCode(201);
        Person person = Person.registered();

        accept(person, mails.token(email, JOIN)).statusCode(204);

        roles(person).statusCode(200);
    }

    @Test
    void shouldTakeAnInvitationOnce() {
        String email = Person.newEmail();
        owner.invites(shop, email, "barber");
        String token = mails.token(email, JOIN);
        accept(Person.registered(), token).statusCode(204);

        accept(Person.registered(), token).statusCode(400).body("errors.field", hasItems("token"));
    }

    @Test
    void shouldNotOpenAnAccountForAnInvitationThatIsNotGood() {
        String email = Person.newEmail();

        register(email, "nonsense").statusCode(400).body("errors.field", hasItems("invitation"));

        Person.login(email, Person.PASSWORD).statusCode(401);
    }

    @Test
    void shouldReplaceAnEarlierInvitation() {
        String email = Person.newEmail();
        owner.invites(shop, email, "barber").statusCode(201);
        String first = mails.token(email, JOIN);
        owner.invites(shop, email, "manager").statusCode(201);
        Awaitility.await().until(() -> !mails.token(email, JOIN).equals(first));

        accept(Person.registered(), first).statusCode(400);

        open(owner).body("items", hasSize(1)).body("items[0].role", equalTo("manager"));
    }

    @Test
    void shouldRefuseAnInvitationAfterAWeek() {
        String email = Person.newEmail();
        owner.invites(shop, email, "barber").statusCode(201);
        String token = mails.token(email, JOIN);

        clock.advance(Duration.ofDays(8));

        accept(Person.registered(), token).statusCode(400);
        open(owner).body("items", hasSize(0));
    }

    @Test
    void shouldWithdrawAnInvitation() {
        String email = Person.newEmail();
        owner.invites(shop, email, "barber").statusCode(201);
        String id = open(owner).statusCode(200).extract().path("items[0].id");

        withdraw(owner, id).statusCode(204);

        withdraw(owner, id).statusCode(404);
        accept(Person.registered(), mails.token(email, JOIN)).statusCode(400);
    }

    @Test
    void shouldForgetTheInvitationsOfADismissedManager() {
        Person manager = Person.verified(mails);
        owner.invites(shop, manager.email, "manager").statusCode(201);
        String email = Person.newEmail();
        manager.invites(shop, email, "manager").statusCode(201);
        String token = mails.token(email, JOIN);

        owner.request()
                .delete("/api/v1/shops/" + shop + "/staff/" + manager.id)
                .then()
                .statusCode(204);

        accept(manager, token).statusCode(400);
    }

    @Test
    void shouldForgetTheInvitationsOfAManagerWhoIsNoneAnyMore() {
        Person manager = Person.verified(mails);
        owner.invites(shop, manager.email, "manager").statusCode(201);
        String email = Person.newEmail();
        manager.invites(shop, email, "manager").statusCode(201);
        owner.request()
                .body(Map.of("role", "barber"))
                .patch("/api/v1/shops/" + shop + "/staff/" + manager.id)
                .then()
                .statusCode(200);

        accept(Person.registered(), mails.token(email, JOIN)).statusCode(400);
    }

    @Test
    void shouldAskForAVerifiedAddressOfTheInviter() {
        Person unverified = Person.registered();
        UUID own = unverified.opensShop();

        unverified
                .invites(own, Person.newEmail(), "barber")
                .statusCode(403)
                .body("type", endsWith(":email-not-verified"));
    }

    @Test
    void shouldBeForOwnersAndManagersAndOwnersOnlyByOwners() {
        Person manager = Person.verified(mails);
        Person barber = Person.verified(mails);
        owner.invites(shop, manager.email, "manager").statusCode(201);
        owner.invites(shop, barber.email, "barber").statusCode(201);

        barber.invites(shop, Person.newEmail(), "barber").statusCode(403);
        manager.invites(shop, Person.newEmail(), "owner").statusCode(403);
        manager.invites(shop, Person.newEmail(), "barber").statusCode(201);
        owner.invites(shop, Person.newEmail(), "owner").statusCode(201);
        open(barber).statusCode(403);
        owner.invites(UUID.randomUUID(), Person.newEmail(), "barber").statusCode(404);
    }

    @Test
    void shouldNameTheFieldsAtFault() {
        owner.invites(shop, "nobody", "king").statusCode(400).body("errors.field", hasItems("role"));
        owner.request()
                .body(Map.of("email", "nobody"))
                .post("/api/v1/shops/" + shop + "/staff")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("email", "role"));
    }

    private static ValidatableResponse register(String email, String invitation) {
        return Person.post(
                "/api/v1/auth/register",
                Map.of("email", email, "password", Person.PASSWORD, "name", "Invited", "invitation", invitation));
    }

    private static boolean verified(String email) {
        String token = Person.login(email, Person.PASSWORD).extract().path("accessToken");
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/api/v1/users/me")
                .path("emailVerified");
    }

    private static ValidatableResponse accept(Person person, String token) {
        return person.request()
                .body(Map.of("token", token))
                .post("/api/v1/auth/accept-invitation")
                .then();
    }

    private ValidatableResponse roles(Person person) {
        return person.request().get("/api/v1/shops/" + shop + "/staff").then();
    }

    private ValidatableResponse open(Person person) {
        return person.request().get("/api/v1/shops/" + shop + "/invitations").then();
    }

    private ValidatableResponse withdraw(Person person, String id) {
        return person.request()
                .delete("/api/v1/shops/" + shop + "/invitations/" + id)
                .then();
    }
}
