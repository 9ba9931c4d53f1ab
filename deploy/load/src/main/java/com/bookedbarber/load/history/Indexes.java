package com.bookedbarber.load.history;

import com.bookedbarber.load.sql.AdminSql;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the indexes of a table away while it is filled, because filling it with them takes ten times as long, and puts
 * the same ones back. All in the caller's transaction: what breaks off changes nothing.
 */
final class Indexes {

    private static final String EXCLUSIONS = """
            SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
                   format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname,
                          pg_get_constraintdef(oid))
            FROM pg_constraint WHERE conrelid = '%s'::regclass AND contype = 'x'
            """;

    private static final String PLAIN = """
            SELECT format('DROP INDEX %%s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
            FROM pg_index i WHERE i.indrelid = '%s'::regclass AND NOT i.indisprimary
                AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
            """;

    private final AdminSql sql;
    private final List<String> restoring = new ArrayList<>();

    private Indexes(AdminSql sql) {
        this.sql = sql;
    }

    /** Drops all but the primary key and what stands for other constraints; exclusion constraints go, too. */
    static Indexes drop(AdminSql sql, String table) {
        var indexes = new Indexes(sql);
        indexes.drop(EXCLUSIONS.formatted(table));
        indexes.drop(PLAIN.formatted(table));
        return indexes;
    }

    private void drop(String query) {
        for (var row : sql.rows(query)) {
            sql.execute(row.get(0));
            restoring.add(row.get(1));
        }
    }

    void restore() {
        restoring.forEach(sql::execute);
    }
}
