package com.bookedbarber.analytics.report;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Writes a table onto A4 pages across, with a title and the column names on each. */
final class PdfWriter implements ReportWriter {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final PDRectangle PAPER = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float MARGIN = 36;
    private static final float TITLE_SIZE = 14;
    private static final float TEXT_SIZE = 8;
    private static final float LINE = 13;
    private static final float GAP = 6;

    private final OutputStream out;
    private final String title;
    private final PDDocument document = new PDDocument();
    private final PdfText text;
    private List<String> columns = List.of();
    private PDPageContentStream page;
    private float y;

    PdfWriter(OutputStream out, String title) throws IOException {
        this.out = out;
        this.title = title;
        this.text = new PdfText(font(document));
        document.getDocumentInformation().setTitle(title);
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            return PDType0Font.load(document, file);
        }
    }

    @Override
    public void heading(List<String> names) throws IOException {
        columns = names;
        newPage();
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (y < MARGIN + LINE) {
            newPage();
        }
        line(cells);
    }

    @Override
    public void close() throws IOException {
        try (document) {
            if (page != null) {
                page.close();
            }
            document.save(out);
        }
        out.close();
    }

    private void newPage() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage paper = new PDPage(PAPER);
        document.addPage(paper);
        page = new PDPageContentStream(document, paper);
        y = PAPER.getHeight() - MARGIN - TITLE_SIZE;
        text.show(page, title, TITLE_SIZE, MARGIN, y, PAPER.getWidth() - 2 * MARGIN);
        y -= 2 * LINE;
        line(columns);
        page.moveTo(MARGIN, y + LINE - 3);
        page.lineTo(PAPER.getWidth() - MARGIN, y + LINE - 3);
        page.stroke();
    }

    private void line(List<String> cells) throws IOException {
        float width = (PAPER.getWidth() - 2 * MARGIN) / columns.size();
        for (int i = 0; i < cells.size(); i++) {
            text.show(page, cells.get(i), TEXT_SIZE, MARGIN + i * width, y, width - GAP);
        }
        y -= LINE;
    }
}
