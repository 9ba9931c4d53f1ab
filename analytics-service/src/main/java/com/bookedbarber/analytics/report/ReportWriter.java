package com.bookedbarber.analytics.report;

import java.io.IOException;
import java.util.List;

/** Writes a table in some format. */
interface ReportWriter extends AutoCloseable {

    /** Begins the table; called once, first. */
    void heading(List<String> columns) throws IOException;

    /** Adds a row of as many texts as there are columns. */
    void row(List<String> cells) throws IOException;

    /** Ends the table and writes what is left. */
    @Override
    void close() throws IOException;
}
