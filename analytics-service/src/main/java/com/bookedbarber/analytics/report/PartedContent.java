package com.bookedbarber.analytics.report;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;

/** Writes a report's content into the database piece by piece; whole when closed. */
final class PartedContent extends OutputStream {

    private static final int PART_BYTES = 256 * 1024;

    private final ReportStore store;
    private final UUID reportId;
    private final byte[] part = new byte[PART_BYTES];
    private int filled;
    private int number;

    PartedContent(ReportStore store, UUID reportId) {
        this.store = store;
        this.reportId = reportId;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            int taken = Math.min(length - done, PART_BYTES - filled);
            System.arraycopy(bytes, offset + done, part, filled, taken);
            filled += taken;
            done += taken;
            if (filled == PART_BYTES) {
                store();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            store();
        }
    }

    private void store() {
        store.addPart(reportId, number++, Arrays.copyOf(part, filled));
        filled = 0;
    }
}
