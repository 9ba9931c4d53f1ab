package com.bookedbarber.local.demo;

/** Who can sign in to the demo shop. Here only: the stack listens on loopback. */
public final class DemoAccounts {

    /** The demo shop's owner. */
    public static final Account OWNER = new Account("owner@demo.example", "Olivia Reyes");

    /** A client of the demo shop. */
    public static final Account CLIENT = new Account("client@demo.example", "Sam Carter");

    /** Everybody's password. */
    public static final String PASSWORD = "local-demo-password";

    private DemoAccounts() {}

    /** One of them. */
    public record Account(String email, String name) {}
}
