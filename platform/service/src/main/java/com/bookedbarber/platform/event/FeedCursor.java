package com.bookedbarber.platform.event;

import com.bookedbarber.platform.problem.ProblemException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a feed: the writing transaction and the event's number.
 *
 * @param xid the 64-bit transaction id, as PostgreSQL writes it
 * @param id the event's number within the outbox
 */
record FeedCursor(String xid, long id) {

    static final FeedCursor START = new FeedCursor("0", 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,20})-(\\d{1,18})");

    static FeedCursor parse(String text) {
        if (text == null || text.isBlank()) {
            return START;
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw ProblemException.invalid("after", "must be the cursor of an earlier event");
        }
        return new FeedCursor(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    String text() {
        return xid + "-" + id;
    }
}
