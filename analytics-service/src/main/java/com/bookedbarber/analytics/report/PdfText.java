package com.bookedbarber.analytics.report;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Shows text in one font, with a question mark for what the font cannot show, such as emoji. */
final class PdfText {

    private static final int UNITS_PER_SIZE = 1000;
    private static final String UNKNOWN = "?";

    private final PDFont font;
    private final Map<Integer, String> shown = new HashMap<>();

    PdfText(PDFont font) {
        this.font = font;
    }

    /** Shows as much of the text as fits into the width, in points. */
    void show(PDPageContentStream page, String text, float size, float x, float y, float width) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(fitting(text, size, width));
        page.endText();
    }

    private String fitting(String text, float size, float width) throws IOException {
        StringBuilder fitting = new StringBuilder();
        float left = width * UNITS_PER_SIZE / size;
        for (int character : text.codePoints().toArray()) {
            String glyph = shown.computeIfAbsent(character, this::showable);
            left -= font.getStringWidth(glyph);
            if (left < 0) {
                return fitting.toString();
            }
            fitting.append(glyph);
        }
        return fitting.toString();
    }

    private String showable(int character) {
        String text = Character.toString(character);
        try {
            font.encode(text);
            return text;
        } catch (IOException | IllegalArgumentException notInTheFont) {
            return UNKNOWN;
        }
    }
}
