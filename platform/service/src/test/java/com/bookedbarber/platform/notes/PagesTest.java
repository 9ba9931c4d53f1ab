package com.bookedbarber.platform.notes;

import com.bookedbarber.platform.id.Ids;
import com.bookedbarber.platform.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Lists come in pages that neither skip nor repeat. */
@QuarkusTest
class PagesTest implements RealStoresTest {

    private static final int NOTES = 7;

    @Inject
    Sql sql;

    private final UUID shop = UUID.randomUUID();

    @Test
    void shouldWalkThroughAllItems() {
        List<String> written = write();

        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = given().queryParam("limit", 3)
                    .queryParam("cursor", cursor)
                    .get("/api/v1/shops/{shop}/notes", shop)
                    .jsonPath();
            read.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        }

        assertThat(read).containsExactlyElementsOf(written);
    }

    @Test
    void shouldLinkToTheNextPage() {
        write();

        String link = given().queryParam("limit", 5)
                .get("/api/v1/shops/{shop}/notes", shop)
                .then()
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .header("Link");
        String address = link.substring(1, link.indexOf('>'));

        given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .body("items", hasSize(NOTES - 5))
                .body("nextCursor", nullValue())
                .header("Link", nullValue());
    }

    @Test
    void shouldRefuseACursorThatIsNone() {
        given().queryParam("cursor", "???")
                .get("/api/v1/shops/{shop}/notes", shop)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("cursor"));
    }

    /** Notes of the same instant, two by two: the id decides between them. */
    private List<String> write() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < NOTES; i++) {
            UUID id = Ids.next();
            ids.add(id.toString());
            sql.update("""
                    INSERT INTO note (id, shop_id, text, created_at)
                    VALUES (?, ?, 'x', timestamptz '2026-01-01 00:00Z' + make_interval(mins => ?))
                    """, id, shop, i / 2);
        }
        return ids;
    }
}
