package com.bookedbarber.gateway;

import com.bookedbarber.gateway.edge.FrontDoor;
import com.bookedbarber.gateway.world.Call;
import com.bookedbarber.gateway.world.Origin;
import com.bookedbarber.gateway.world.RawAnswer;
import com.bookedbarber.gateway.world.RawConnection;
import com.bookedbarber.gateway.world.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that hold connections without using them well. Here the deadlines are a second; idle connections by the ten
 * thousand are the matter of a bench.
 */
@QuarkusTest
@WithTestResource(Suite.class)
class SlowClientsTest {

    private static final int PER_ADDRESS = 200;
    private static final String SHOPS = "GET /api/v1/shops HTTP/1.1\r\nHost: a\r\n";
    private static final String REFRESH = "POST /api/v1/auth/refresh HTTP/1.1\r\nHost: a\r\n";

    private final Origin origin = Suite.origin();
    private final List<RawConnection> open = new ArrayList<>();

    @Inject
    FrontDoor door;

    @BeforeEach
    void forget() {
        origin.forget();
    }

    @AfterEach
    void close() throws IOException {
        for (RawConnection connection : open) {
            connection.close();
        }
    }

    @Test
    void shouldKeepIdleConnectionsAndServeOthersMeanwhile() throws IOException {
        List<RawConnection> idle = connect(1000);
        idle.forEach(SlowClientsTest::ask);

        assertOthersAreServedFor(Duration.ofMillis(1500));

        for (RawConnection connection : idle) {
            ask(connection);
        }
    }

    @Test
    void shouldDropHeadsThatDribbleAndServeOthersMeanwhile() throws IOException {
        List<RawConnection> slow = connect(200);
        for (RawConnection connection : slow) {
            connection.send(SHOPS + "X-Slow: ");
        }

        assertOthersAreServedFor(Duration.ofMillis(1500), slow);

        assertTimedOut(slow);
    }

    @Test
    void shouldDropBodiesThatDribbleAndServeOthersMeanwhile() throws IOException {
        List<RawConnection> slow = connect(200);
        for (int i = 0; i < slow.size(); i++) {
            String framing = i % 2 == 0 ? "Content-Length: 1000\r\n\r\n" : "Transfer-Encoding: chunked\r\n\r\n3e8\r\n";
            slow.get(i).send(REFRESH + framing);
        }

        assertOthersAreServedFor(Duration.ofMillis(1500), slow);

        assertTimedOut(slow);
        assertThat(origin.received())
                .as("a service hears of none of them")
                .noneMatch(request -> request.method().equals("POST"));
    }

    private List<RawConnection> connect(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            open.add(new RawConnection(door.port(), "127.0.1." + (1 + i / PER_ADDRESS)));
        }
        return open;
    }

    private static void ask(RawConnection connection) {
        try {
            assertThat(connection.send(SHOPS + "\r\n").answer().status()).isEqualTo(200);
        } catch (IOException e) {
            throw new AssertionError("An idle connection was ended", e);
        }
    }

    private void assertOthersAreServedFor(Duration time) {
        assertOthersAreServedFor(time, List.of());
    }

    /** Meanwhile each of the slow ones gets another byte out now and then, which must not win it time. */
    private void assertOthersAreServedFor(Duration time, List<RawConnection> dribbling) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long asked = System.nanoTime();
            assertThat(Call.get("/api/v1/shops").send(door.port()).status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(500));
            dribbling.forEach(SlowClientsTest::dribble);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static void dribble(RawConnection connection) {
        try {
            connection.send("x");
        } catch (IOException e) {
            // It has been dropped already, which is what is looked at in the end.
        }
    }

    /** Whoever sends on after that may find the connection reset, and the answer lost. */
    private static void assertTimedOut(List<RawConnection> slow) throws IOException {
        int told = 0;
        for (RawConnection connection : slow) {
            RawAnswer answer = connection.answer();
            if (answer != null) {
                assertThat(answer.status()).isEqualTo(408);
                told++;
            }
            assertThat(connection.ends()).isTrue();
        }
        assertThat(told).isPositive();
    }
}
