package com.bookedbarber.gateway.network;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientNetworkTest {

    @Test
    void shouldCountAnIpv6NetworkAsOneClient() {
        assertThat(ClientNetwork.of("2001:db8:1:2:3::4")).isEqualTo("2001:db8:1:2::/64");
        assertThat(ClientNetwork.of("2001:db8:1:2::ffff")).isEqualTo("2001:db8:1:2::/64");
    }

    @Test
    void shouldTellIpv4ClientsApartHoweverTheyAreWritten() {
        assertThat(ClientNetwork.of("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(ClientNetwork.of("::ffff:203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void shouldLeaveWhatIsNoAddressAsItIs() {
        assertThat(ClientNetwork.of("not:an:address")).isEqualTo("not:an:address");
    }
}
