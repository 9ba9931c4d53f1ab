package com.bookedbarber.gateway.network;

import io.netty.util.NetUtil;

/** What counts as one client when clients are counted by address. */
public final class ClientNetwork {

    private static final int NETWORK_BYTES = 8;
    private static final int MAPPED_PREFIX_BYTES = 12;

    private ClientNetwork() {}

    /**
     * The network of an address: an IPv4 address itself, also when it is written as an IPv6 one
     * ({@code ::ffff:203.0.113.5}), and of an IPv6 address the 64 bits that a household or server gets.
     *
     * @param address as digits; anything else is returned as it is
     */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return address;
        }
        return isMapped(bytes) ? lastFour(bytes) : firstHalf(bytes);
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < MAPPED_PREFIX_BYTES - 2; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[MAPPED_PREFIX_BYTES - 2] == -1 && bytes[MAPPED_PREFIX_BYTES - 1] == -1;
    }

    private static String lastFour(byte[] bytes) {
        StringBuilder address = new StringBuilder(15);
        for (int i = MAPPED_PREFIX_BYTES; i < bytes.length; i++) {
            address.append(address.isEmpty() ? "" : ".").append(bytes[i] & 0xff);
        }
        return address.toString();
    }

    private static String firstHalf(byte[] bytes) {
        StringBuilder network = new StringBuilder(24);
        for (int i = 0; i < NETWORK_BYTES; i += 2) {
            network.append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff))
                    .append(':');
        }
        return network.append(":/64").toString();
    }
}
