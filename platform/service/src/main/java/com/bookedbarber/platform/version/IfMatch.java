package com.bookedbarber.platform.version;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;

import java.util.Arrays;

/** Entity tags made of a resource's version, see RFC 9110, 8.8.3 and 13.1.1. */
public final class IfMatch {

    private IfMatch() {}

    /** The value of the {@code ETag} header: the version in quotes. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Throws unless the header names the current version or is {@code *}.
     *
     * @param header the value of {@code If-Match}; without one the answer is 428
     * @param version the resource's current version; another one in the header is answered by 412
     */
    public static void require(String header, long version) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(
                    ErrorCode.VERSION_REQUIRED, "Send If-Match with the ETag of the version that you have read.");
        }
        check(header, version);
    }

    /** As {@link #require}, but the header may be missing. */
    public static void check(String header, long version) {
        if (header == null || header.isBlank() || header.trim().equals("*")) {
            return;
        }
        boolean matches = Arrays.stream(header.split(",")).map(String::trim).anyMatch(etag(version)::equals);
        if (!matches) {
            throw new ProblemException(
                            ErrorCode.VERSION_STALE, "The current version is " + etag(version) + ". Read it again.")
                    .header("ETag", etag(version));
        }
    }
}
