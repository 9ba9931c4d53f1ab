package com.bookedbarber.platform.sql;

import java.sql.SQLException;

/** A statement that failed; the cause carries the SQLSTATE. */
public class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
