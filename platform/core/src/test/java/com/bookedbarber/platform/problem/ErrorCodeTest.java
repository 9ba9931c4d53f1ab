package com.bookedbarber.platform.problem;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCodeTest {

    private static final Path DOCUMENT = Path.of("../../docs/errors.md");

    private static final String INTRODUCTION = """
            # Errors

            Every failure is an `application/problem+json` document (RFC 9457). Its `type` is one of these, with
            `urn:bookedbarber:problem:` before it; types and their status never change. `detail` says what happened this
            time and what to do about it, `requestId` is what our logs know the request by, and for `validation-failed`
            the member `errors` names each field.

            This table is the code's own: `platform/core`'s `ErrorCodeTest` writes it with `-Dbb.write-docs=true` and
            fails when it is out of date.

            | type | status | title |
            |---|---|---|
            """;

    @Test
    void shouldBeListedInTheDocumentation() throws IOException {
        String table = Arrays.stream(ErrorCode.values())
                .map(code -> "| `%s` | %d | %s |%n".formatted(code.slug(), code.status(), code.title()))
                .collect(Collectors.joining());
        String expected = INTRODUCTION + table;
        if (Boolean.getBoolean("bb.write-docs")) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/errors.md is out of date; run this test with -Dbb.write-docs=true")
                .isEqualTo(expected);
    }

    @Test
    void shouldHaveOneCodeForEachName() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::slug)).doesNotHaveDuplicates();
    }

    @Test
    void shouldFindACodeForEveryStatus() {
        assertThat(ErrorCode.ofStatus(404)).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(ErrorCode.ofStatus(418)).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(ErrorCode.ofStatus(599)).isEqualTo(ErrorCode.INTERNAL_ERROR);
    }
}
