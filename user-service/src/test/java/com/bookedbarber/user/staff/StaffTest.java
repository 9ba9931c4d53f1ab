package com.bookedbarber.user.staff;

import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.user.Mails;
import com.bookedbarber.user.Person;
import com.bookedbarber.user.RealStoresTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
class StaffTest implements RealStoresTest {

    @Inject
    Mails mails;

    @Inject
    Sql sql;

    private Person owner;
    private UUID shop;

    @BeforeEach
    void openShop() {
        owner = Person.verified(mails);
        shop = owner.opensShop();
    }

    @Test
    void shouldShowTheStaffToTheStaffOnly() {
        Person barber = hired("barber");

        list(barber)
                .statusCode(200)
                .body("items.userId", containsInAnyOrder(owner.id.toString(), barber.id.toString()))
                .body("items.role", equalTo(List.of("owner", "barber")))
                .body("items.email", hasItems(barber.email));
        list(Person.registered()).statusCode(403);
    }

    @Test
    void shouldAnswer404ForAnUnknownShopOrMember() {
        owner.request()
                .get("/api/v1/shops/" + UUID.randomUUID() + "/staff")
                .then()
                .statusCode(404);
        change(owner, UUID.randomUUID(), "barber").statusCode(404);
        remove(owner, UUID.randomUUID()).statusCode(404);
    }

    @Test
    void shouldChangeARole() {
        Person barber = hired("barber");

        change(owner, barber.id, "manager").statusCode(200).body("role", equalTo("manager"));

        assertThat(told(barber)).containsExactly("barber", "manager");
    }

    @Test
    void shouldRefuseARoleThatIsNone() {
        change(owner, hired("barber").id, "king").statusCode(400).body("errors.field", hasItems("role"));
    }

    @Test
    void shouldLetSomebodyGo() {
        Person barber = hired("barber");

        remove(owner, barber.id).statusCode(204);

        list(owner).body("items.userId", equalTo(List.of(owner.id.toString())));
        assertThat(told(barber)).containsExactly("barber", null);
        Person.service().get(place(barber.id)).then().statusCode(404);
    }

    @Test
    void shouldLetAnybodyLeave() {
        Person receptionist = hired("receptionist");

        remove(receptionist, receptionist.id).statusCode(204);
    }

    @Test
    void shouldKeepDecisionsFromBarbersAndReceptionists() {
        Person barber = hired("barber");
        Person receptionist = hired("receptionist");

        change(barber, receptionist.id, "barber").statusCode(403);
        remove(receptionist, barber.id).statusCode(403);
        change(barber, barber.id, "owner").statusCode(403);
    }

    @Test
    void shouldKeepOwnersFromTheHandsOfManagers() {
        Person manager = hired("manager");
        Person barber = hired("barber");

        change(manager, owner.id, "barber").statusCode(403);
        remove(manager, owner.id).statusCode(403);
        change(manager, manager.id, "owner").statusCode(403);
        change(manager, barber.id, "owner").statusCode(403);
        change(manager, barber.id, "receptionist").statusCode(200);
    }

    @Test
    void shouldForgetARoleAtOnceWhateverTheTokenSays() {
        Person manager = hired("manager").signIn();
        remove(owner, manager.id).statusCode(204);

        list(manager).statusCode(403);
        manager.invites(shop, manager.email, "manager").statusCode(403);
    }

    @Test
    void shouldNotLoseTheLastOwner() {
        remove(owner, owner.id).statusCode(409).body("type", endsWith(":last-owner"));
        change(owner, owner.id, "manager").statusCode(409).body("type", endsWith(":last-owner"));

        list(owner).body("items.role", equalTo(List.of("owner")));
    }

    @Test
    void shouldLetAnOwnerGoWhenThereIsAnother() {
        Person second = hired("owner");

        remove(owner, owner.id).statusCode(204);

        list(second).body("items.userId", equalTo(List.of(second.id.toString())));
    }

    @Test
    void shouldKeepOneOwnerWhenAllLeaveAtOnce() throws Exception {
        List<Person> owners = List.of(owner, hired("owner"), hired("owner"), hired("owner"));
        List<Callable<Integer>> departures = owners.stream()
                .<Callable<Integer>>map(
                        person -> () -> remove(person, person.id).extract().statusCode())
                .toList();

        List<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads.invokeAll(departures).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(statuses).containsExactlyInAnyOrder(204, 204, 204, 409);
        assertThat(sql.one(
                        "SELECT count(*) FROM staff_member WHERE shop_id = ? AND role = 'owner'",
                        row -> row.getInt(1),
                        shop))
                .hasValue(1);
    }

    @Test
    void shouldTellOtherServicesOfARoleThatATokenDoesNotKnow() {
        Person barber = hired("barber");

        Person.service()
                .get(place(barber.id))
                .then()
                .statusCode(200)
                .body("shopId", equalTo(shop.toString()))
                .body("userId", equalTo(barber.id.toString()))
                .body("role", equalTo("barber"));
        owner.request().get(place(barber.id)).then().statusCode(403);
    }

    private String place(UUID userId) {
        return "/internal/shops/" + shop + "/staff/" + userId;
    }

    private Person hired(String role) {
        Person person = Person.verified(mails);
        owner.invites(shop, person.email, role).statusCode(201);
        return person;
    }

    private List<String> told(Person person) {
        return sql.list(
                "SELECT data->>'role' FROM outbox WHERE type = 'user.staff.changed' AND data->>'userId' = ? ORDER BY id",
                row -> row.getString(1),
                person.id.toString());
    }

    private ValidatableResponse list(Person person) {
        return person.request().get("/api/v1/shops/" + shop + "/staff").then();
    }

    private ValidatableResponse change(Person person, UUID userId, String role) {
        return person.request()
                .body(Map.of("role", role))
                .patch("/api/v1/shops/" + shop + "/staff/" + userId)
                .then();
    }

    private ValidatableResponse remove(Person person, UUID userId) {
        return person.request()
                .delete("/api/v1/shops/" + shop + "/staff/" + userId)
                .then();
    }
}
