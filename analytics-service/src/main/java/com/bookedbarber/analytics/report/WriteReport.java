package com.bookedbarber.analytics.report;

import com.bookedbarber.analytics.period.ShopPeriod;
import com.bookedbarber.platform.job.JobDefinition;
import com.bookedbarber.platform.shop.Shop;
import com.bookedbarber.platform.shop.ShopDirectory;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * The job that writes a report, a month at a time. One that fails is begun anew, twice; one whose process died as well.
 */
@ApplicationScoped
class WriteReport implements JobDefinition {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("write-report");

    private static final int DAYS_AT_ONCE = 31;
    private static final int RETRIES = 2;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int ALL = 100;

    private final ReportStore store;
    private final ReportRows rows;
    private final ShopDirectory shops;

    WriteReport(ReportStore store, ReportRows rows, ShopDirectory shops) {
        this.store = store;
        this.rows = rows;
        this.shops = shops;
    }

    @Override
    public Task<?> task() {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        RETRIES,
                        new FailureHandler.OnFailureRetryLater<>(PAUSE),
                        (failure, operations) -> store.failed(UUID.fromString(
                                failure.getExecution().taskInstance.getId()))))
                .execute((instance, context) -> {
                    store.find(UUID.fromString(instance.getId())).ifPresent(this::write);
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    private void write(Report report) {
        Shop shop = shops.require(report.shopId());
        store.start(report.id());
        try (ReportWriter writer = writer(report, shop, new PartedContent(store, report.id()))) {
            write(report, shop, writer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        store.done(report.id());
    }

    private void write(Report report, Shop shop, ReportWriter writer) throws IOException {
        writer.heading(rows.columns(report.type()));
        long days = ChronoUnit.DAYS.between(report.from(), report.to()) + 1;
        LocalDate from = report.from();
        while (!from.isAfter(report.to())) {
            LocalDate next = from.plusDays(DAYS_AT_ONCE);
            LocalDate to = next.isAfter(report.to()) ? report.to() : next.minusDays(1);
            for (List<String> row : rows.of(report.type(), new ShopPeriod(shop, from, to))) {
                writer.row(row);
            }
            long done = ChronoUnit.DAYS.between(report.from(), to) + 1;
            store.progress(report.id(), (int) Math.min(ALL - 1, done * ALL / days));
            from = next;
        }
    }

    private static ReportWriter writer(Report report, Shop shop, OutputStream out) throws IOException {
        String title = shop.name() + ": " + report.type().text() + ", " + report.from() + " to " + report.to();
        return switch (report.format()) {
            case CSV -> new CsvWriter(out);
            case PDF -> new PdfWriter(out, title);
        };
    }
}
