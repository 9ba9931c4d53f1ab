package com.bookedbarber.platform.sql;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells the failures of the database from those of the code. */
public final class PersistenceFailures {

    private static final String LOCK_TIMEOUT = "55P03";
    private static final String UNTRANSLATABLE_CHARACTER = "22021";
    private static final String CONNECTION_CLASS = "08";
    private static final String ROLLBACK_CLASS = "40";
    private static final String INTERVENTION_CLASS = "57P";
    private static final String RESOURCES_CLASS = "53";

    private PersistenceFailures() {}

    /**
     * True if trying again later may help: no connection to be had, the server is going down or full, or others were in
     * the way for too long (a lock, a deadlock, a transaction that could not be put in order with another).
     */
    public static boolean isUnavailable(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(PersistenceFailures::isUnavailable);
    }

    /** True if a lock was not granted in time. */
    public static boolean isLockTimeout(Throwable failure) {
        return hasState(failure, LOCK_TIMEOUT);
    }

    /** True if a text contains what the database cannot keep: the character U+0000. */
    public static boolean isUnstorableText(Throwable failure) {
        return hasState(failure, UNTRANSLATABLE_CHARACTER);
    }

    /** True if some cause carries this SQLSTATE. */
    public static boolean hasState(Throwable failure, String state) {
        return causes(failure).anyMatch(cause -> cause instanceof SQLException sql && state.equals(sql.getSQLState()));
    }

    private static boolean isUnavailable(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? isFromPool(failure.getMessage())
                : state.equals(LOCK_TIMEOUT)
                        || state.startsWith(CONNECTION_CLASS)
                        || state.startsWith(ROLLBACK_CLASS)
                        || state.startsWith(INTERVENTION_CLASS)
                        || state.startsWith(RESOURCES_CLASS);
    }

    /** The pool's own failures have no state: nothing became free in time, or the service is ending. */
    private static boolean isFromPool(String message) {
        return message != null && (message.contains("cquisition timeout") || message.contains("pool is closed"));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
