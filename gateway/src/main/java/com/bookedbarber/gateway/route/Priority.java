package com.bookedbarber.gateway.route;

/** Who is turned away last when there is more work than capacity. */
public enum Priority {
    /** Dashboards and reports: somebody looks again in a minute. */
    LOW,
    /** Everything that is not one of the others. */
    NORMAL,
    /** Sign-in, booking and payment: somebody leaves if it fails. */
    CRITICAL
}
