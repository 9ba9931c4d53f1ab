package com.bookedbarber.analytics.report;

import com.bookedbarber.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The tables of reports and their content. */
@ApplicationScoped
class ReportStore {

    private final Sql sql;

    ReportStore(Sql sql) {
        this.sql = sql;
    }

    void add(UUID id, ReportRequest request) {
        sql.update(
                "INSERT INTO report (id, shop_id, type, format, from_day, to_day) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                request.shopId(),
                request.type().text(),
                request.format().text(),
                request.from(),
                request.to());
    }

    Optional<Report> find(UUID id) {
        return sql.one("SELECT * FROM report WHERE id = ?", ReportStore::read, id);
    }

    /** Begins, or begins anew what an earlier attempt left. */
    void start(UUID id) {
        sql.update("DELETE FROM report_part WHERE report_id = ?", id);
        sql.update("UPDATE report SET status = 'running', progress = 0, finished_at = NULL WHERE id = ?", id);
    }

    void progress(UUID id, int percent) {
        sql.update("UPDATE report SET progress = ? WHERE id = ? AND status = 'running'", percent, id);
    }

    void done(UUID id) {
        sql.update("UPDATE report SET status = 'done', progress = 100, finished_at = now() WHERE id = ?", id);
    }

    void failed(UUID id) {
        sql.update("UPDATE report SET status = 'failed', finished_at = now() WHERE id = ?", id);
    }

    void addPart(UUID id, int number, byte[] content) {
        sql.update("INSERT INTO report_part (report_id, number, content) VALUES (?, ?, ?)", id, number, content);
    }

    /** A piece of the content, or nothing behind the last. */
    Optional<byte[]> part(UUID id, int number) {
        return sql.one(
                "SELECT content FROM report_part WHERE report_id = ? AND number = ?",
                row -> row.getBytes(1),
                id,
                number);
    }

    int forgetOlderThan(Instant limit) {
        return sql.update("DELETE FROM report WHERE created_at < ?", limit);
    }

    private static Report read(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getObject("shop_id", UUID.class),
                ReportType.of(row.getString("type")),
                ReportFormat.of(row.getString("format")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                Report.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("progress"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "finished_at"));
    }
}
