package com.bookedbarber.user.privacy;

import com.bookedbarber.platform.sql.Sql;
import com.bookedbarber.user.Mails;
import com.bookedbarber.user.Person;
import com.bookedbarber.user.RealStoresTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
class PrivacyTest implements RealStoresTest {

    private static final String ME = "/api/v1/users/me";

    @Inject
    Mails mails;

    @Inject
    Sql sql;

    @Test
    void shouldExportAllThatIsStored() {
        Person person = Person.registered();
        UUID shop = person.opensShop();

        person.request()
                .get(ME + "/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .body("profile.email", equalTo(person.email))
                .body("shops", hasSize(1))
                .body("shops[0].shopId", equalTo(shop.toString()))
                .body("shops[0].role", equalTo("owner"))
                .body("sessions", hasSize(1));
    }

    @Test
    void shouldForgetThePersonBehindAnErasedAccount() {
        Person person = Person.registered();

        person.request().delete(ME).then().statusCode(204);

        Person.login(person.email, Person.PASSWORD).statusCode(401);
        Person.refresh(person.refreshToken).statusCode(401);
        person.request().get(ME).then().statusCode(401);
        person.request().delete(ME).then().statusCode(401);
        Person.service().get("/internal/users/" + person.id).then().statusCode(404);
        assertThat(sql.one("SELECT to_jsonb(a)::text FROM account a WHERE id = ?", row -> row.getString(1), person.id))
                .hasValueSatisfying(row -> assertThat(row).doesNotContain(person.email, "Test Person"));
    }

    @Test
    void shouldForgetTheMailsToAnErasedAddress() {
        Person person = Person.registered();
        mails.mail(person.email, "Verify");

        person.request().delete(ME).then().statusCode(204);

        assertThat(sql.one("SELECT 1 FROM mail WHERE recipient = ?", row -> row.getInt(1), person.email))
                .isEmpty();
    }

    @Test
    void shouldTellOtherServicesOfAnErasure() {
        Person person = Person.registered();

        person.request().delete(ME).then().statusCode(204);

        assertThat(sql.list(
                        "SELECT type FROM outbox WHERE subject = ? ORDER BY id",
                        row -> row.getString(1),
                        person.id.toString()))
                .containsExactly("user.account.registered", "user.account.erased");
    }

    @Test
    void shouldTakeNamesAndAddressesOutOfWhatWasTold() {
        Person owner = Person.verified(mails);
        Person barber = Person.verified(mails);
        owner.invites(owner.opensShop(), barber.email, "barber").statusCode(201);
        List<String> before = toldOf(barber, "event_id || ' ' || xid || ' ' || id");

        barber.request().delete(ME).then().statusCode(204);

        assertThat(toldOf(barber, "event_id || ' ' || xid || ' ' || id")).startsWith(before.toArray(String[]::new));
        assertThat(toldOf(barber, "type"))
                .containsExactly(
                        "user.account.registered",
                        "user.account.verified",
                        "user.staff.changed",
                        "user.staff.changed",
                        "user.account.erased");
        assertThat(toldOf(barber, "data::text"))
                .noneMatch(data -> data.contains("name") || data.contains("email") || data.contains(barber.email));
        assertThat(toldOf(owner, "data->>'name'")).contains("Test Person");
    }

    @Test
    void shouldDoNothingMoreForATokenOfAnErasedAccount() {
        Person owner = Person.verified(mails);
        Person barber = Person.verified(mails);
        UUID shop = owner.opensShop();
        owner.invites(shop, barber.email, "manager").statusCode(201);
        barber.request().delete(ME).then().statusCode(204);

        barber.request()
                .body(Person.shop("Too Late"))
                .post("/api/v1/shops")
                .then()
                .statusCode(401);
        barber.invites(shop, Person.newEmail(), "barber").statusCode(401);
        barber.request()
                .body(Map.of("token", "any"))
                .post("/api/v1/auth/accept-invitation")
                .then()
                .statusCode(401);
        barber.request().post("/api/v1/auth/mfa/setup").then().statusCode(401);
        barber.request().post("/api/v1/auth/verify-email/resend").then().statusCode(401);
    }

    @Test
    void shouldLetAnErasedAddressRegisterAgain() {
        Person person = Person.registered();
        person.request().delete(ME).then().statusCode(204);

        Person again = Person.registered(person.email);

        assertThat(again.id).isNotEqualTo(person.id);
    }

    @Test
    void shouldNotEraseTheOnlyOwnerOfAShop() {
        Person person = Person.registered();
        person.opensShop();

        person.request()
                .delete(ME)
                .then()
                .statusCode(409)
                .body("type", endsWith(":last-owner"))
                .body("detail", containsString("owner"));

        person.request().get(ME).then().statusCode(200);
    }

    @Test
    void shouldLeaveTheShopsOfAnErasedAccount() {
        Person owner = Person.verified(mails);
        Person barber = Person.verified(mails);
        UUID shop = owner.opensShop();
        owner.invites(shop, barber.email, "barber").statusCode(201);

        barber.request().delete(ME).then().statusCode(204);

        owner.request()
                .get("/api/v1/shops/" + shop + "/staff")
                .then()
                .body("items.userId", equalTo(List.of(owner.id.toString())));
        assertThat(sql.list(
                        "SELECT data->>'role' FROM outbox WHERE type = 'user.staff.changed' AND data->>'userId' = ? ORDER BY id",
                        row -> row.getString(1),
                        barber.id.toString()))
                .containsExactly("barber", null);
    }

    private List<String> toldOf(Person person, String what) {
        return sql.list(
                "SELECT " + what + " FROM outbox WHERE data->>'userId' = ? ORDER BY xid, id",
                row -> row.getString(1),
                person.id.toString());
    }
}
