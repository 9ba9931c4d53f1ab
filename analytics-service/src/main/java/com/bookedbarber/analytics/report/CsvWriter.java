package com.bookedbarber.analytics.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes CSV as of <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>, in UTF-8, row by row.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front, as
 * <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP</a> advises: names are chosen by others.
 */
final class CsvWriter implements ReportWriter {

    private static final Pattern FORMULA =
            Pattern.compile("^[=+@\\t\\r].*|^-(?![0-9]+(\\.[0-9]+)?$).*", Pattern.DOTALL);
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]");

    private final Writer out;

    CsvWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void heading(List<String> columns) throws IOException {
        row(columns);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
