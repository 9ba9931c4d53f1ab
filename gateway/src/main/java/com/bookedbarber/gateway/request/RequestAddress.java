package com.bookedbarber.gateway.request;

/**
 * A request's path and query, normalised once, so that the gateway and a service cannot disagree about what they mean.
 *
 * @param path begins with a slash; characters that need no encoding are not encoded
 * @param query as sent, without the question mark; null without one
 */
record RequestAddress(String path, String query) {

    private static final String SUB_DELIMITERS = "!$&'()*+,=:@";
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            PLAIN[c] = c >= '0' && c <= '9'
                    || c >= 'A' && c <= 'Z'
                    || c >= 'a' && c <= 'z'
                    || c == '-'
                    || c == '.'
                    || c == '_'
                    || c == '~';
        }
    }

    /**
     * Reads the target of a request in origin form.
     *
     * @return null if it is another form, holds a character that has no place there, climbs ({@code .}, {@code ..}),
     *     hides a slash, a backslash, a control character or a second encoding, or has empty segments or parameters in
     *     its path
     */
    static RequestAddress parse(String target) {
        if (target.isEmpty() || target.charAt(0) != '/') {
            return null;
        }
        int mark = target.indexOf('?');
        String path = normal(mark < 0 ? target : target.substring(0, mark));
        String query = mark < 0 ? null : target.substring(mark + 1);
        if (path == null || query != null && !harmless(query)) {
            return null;
        }
        return new RequestAddress(path, query);
    }

    private static String normal(String path) {
        StringBuilder decoded = null;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                decoded = decoded == null ? new StringBuilder(path.length()).append(path, 0, i) : decoded;
                if (!decode(path, i, decoded)) {
                    return null;
                }
                i += 2;
            } else if (c != '/' && !plain(c) && SUB_DELIMITERS.indexOf(c) < 0) {
                return null;
            } else if (decoded != null) {
                decoded.append(c);
            }
        }
        String normal = decoded == null ? path : decoded.toString();
        return climbs(normal) ? null : normal;
    }

    /** Appends an encoded character, decoded if it needs no encoding; false if it has no place in a path. */
    private static boolean decode(String path, int at, StringBuilder into) {
        int octet = octet(path, at);
        if (octet < 0x20 || octet == 0x7f || octet == '/' || octet == '\\' || octet == '%' || octet == ';') {
            return false;
        }
        if (octet < 128 && plain((char) octet)) {
            into.append((char) octet);
        } else {
            into.append('%')
                    .append(Character.toUpperCase(path.charAt(at + 1)))
                    .append(Character.toUpperCase(path.charAt(at + 2)));
        }
        return true;
    }

    private static boolean climbs(String path) {
        int from = 1;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            boolean last = slash < 0;
            String segment = path.substring(from, end);
            if (segment.equals(".") || segment.equals("..") || segment.isEmpty() && !last) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }

    private static boolean harmless(String query) {
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '%') {
                int octet = octet(query, i);
                if (octet < 0x20 && octet != '\n' && octet != '\r' && octet != '\t' || octet == 0x7f) {
                    return false;
                }
                i += 2;
            } else if (!plain(c) && SUB_DELIMITERS.indexOf(c) < 0 && "/?;[]|".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(char c) {
        return c < 128 && PLAIN[c];
    }

    /** The octet of a percent sign and two digits, or -1. */
    private static int octet(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 || text.charAt(at + 1) > 127 || text.charAt(at + 2) > 127 ? -1 : high << 4 | low;
    }
}
