package com.bookedbarber.load.sql;

/** One row in the text format of PostgreSQL's COPY. */
public final class CopyRow {

    private final StringBuilder text = new StringBuilder(512);

    /** Adds a column; null is SQL's null. */
    public CopyRow with(Object value) {
        if (!text.isEmpty()) {
            text.append('\t');
        }
        text.append(value == null ? "\\N" : escaped(value.toString()));
        return this;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    @Override
    public String toString() {
        return text.append('\n').toString();
    }
}
