package com.bookedbarber.load.protocol;

import com.bookedbarber.load.Report;
import com.bookedbarber.load.measure.Measurement;

/** What has to hold while the protocol is played: every request is answered, and no service takes more than it may. */
final class ProtocolVerdicts {

    private final Report report;
    private long requests;
    private long errors;

    ProtocolVerdicts(Report report) {
        this.report = report;
    }

    /** Counts a run that is judged in the end. */
    void count(Measurement measurement) {
        requests += measurement.requests();
        errors += measurement.errors();
    }

    void judgeErrors() {
        report.verdict(
                requests > 0 && errors == 0, "%,d of %,d requests failed (none may)".formatted(errors, requests));
    }

    /**
     * Judges what a process has taken.
     *
     * @param peakMib the most it held; 0 if that is not known, which proves nothing
     * @param limitMib what its container may take in a cluster
     */
    void judgeMemory(String service, long peakMib, long limitMib) {
        if (peakMib == 0) {
            report.verdict(
                    false,
                    "%s: its memory is not known; it is not a process of this folder, or has ended".formatted(service));
            return;
        }
        report.verdict(
                peakMib <= limitMib,
                "%s took up to %d MiB (its limit in the manifests is %d)".formatted(service, peakMib, limitMib));
    }
}
