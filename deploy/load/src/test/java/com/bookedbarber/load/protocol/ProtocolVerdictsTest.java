package com.bookedbarber.load.protocol;

import com.bookedbarber.load.Report;
import com.bookedbarber.load.measure.Measurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ProtocolVerdictsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Report report;

    private ProtocolVerdicts verdicts() {
        report = new Report("protocol", folder, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new ProtocolVerdicts(report);
    }

    private static Measurement run(long requests, long errors) {
        return new Measurement("GET /health", requests, 10, 1, 2, 3, errors, Map.of());
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldHoldWhenEverythingWasAnsweredWithinTheLimits() {
        var verdicts = verdicts();
        verdicts.count(run(5_000, 0));
        verdicts.count(run(4_000, 0));

        verdicts.judgeErrors();
        verdicts.judgeMemory("gateway", 512, 512);

        assertThat(report.missed()).isFalse();
        assertThat(said()).contains("✓ 0 of 9,000 requests failed").contains("✓ gateway took up to 512 MiB");
    }

    @Test
    void shouldMissWhenOneRequestOfManyFailed() {
        var verdicts = verdicts();
        verdicts.count(run(5_000, 1));
        verdicts.count(run(4_000, 0));

        verdicts.judgeErrors();

        assertThat(report.missed()).isTrue();
        assertThat(said()).contains("✗ 1 of 9,000 requests failed");
    }

    @Test
    void shouldMissWhenNothingWasAsked() {
        verdicts().judgeErrors();

        assertThat(report.missed()).isTrue();
    }

    @Test
    void shouldMissWhenAServiceTookMoreThanItsManifestAllows() {
        verdicts().judgeMemory("user-service", 513, 512);

        assertThat(report.missed()).isTrue();
        assertThat(said()).contains("✗ user-service took up to 513 MiB (its limit in the manifests is 512)");
    }

    @Test
    void shouldMissWhenNobodyKnowsWhatAServiceTook() {
        verdicts().judgeMemory("user-service", 0, 512);

        assertThat(report.missed()).isTrue();
        assertThat(said()).contains("✗ user-service: its memory is not known");
    }
}
