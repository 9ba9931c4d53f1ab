package com.bookedbarber.load.protocol;

import com.bookedbarber.load.BenchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GatlingStatsTest {

    private static final String ROW = """
            <td class="value total col-2">%s</td>
            <td class="value ok col-3">%s</td>
            <td class="value ko col-4">%s</td>
            <td class="value total col-8">%s</td>
            <td class="value total col-10">17</td>
            <td class="value total col-11">44</td>
            """;

    @TempDir
    Path folder;

    @Test
    void shouldReadTheRowAboutAllRequests() throws IOException {
        // Given
        var report = report(ROW.formatted("85970", "85967", "3", "4") + ROW.formatted("1", "1", "0", "9"));

        // When
        var stats = GatlingStats.read(report);

        // Then
        assertThat(stats).isEqualTo(new GatlingStats(85_970, 3, 4, 17, 44));
    }

    @Test
    void shouldReadNothingAsZero() throws IOException {
        assertThat(GatlingStats.read(report(ROW.formatted("0", "0", "0", "-"))).p50())
                .isZero();
    }

    @Test
    void shouldSayWhatIsMissingInAReportOfAnotherShape() throws IOException {
        var report = report("<html></html>");

        assertThatThrownBy(() -> GatlingStats.read(report))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("column 2");
    }

    @Test
    void shouldNotBlameTheSuiteWhenGatlingRanOutOfFiles() throws IOException {
        var report = report(ROW.formatted("82613", "81539", "1074", "770")
                + "<td>newSocketStream(..) failed with error(-24): Too many open files</td>");

        assertThatThrownBy(() -> GatlingStats.read(report))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("quieter");
    }

    private Path report(String html) throws IOException {
        return Files.writeString(folder.resolve(GatlingStats.FILE), html);
    }
}
