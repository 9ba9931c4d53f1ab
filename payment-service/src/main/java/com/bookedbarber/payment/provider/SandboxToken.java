package com.bookedbarber.payment.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The cards of the sandbox, and what becomes of a charge on each. */
enum SandboxToken {
    TOK_VISA(SandboxState.SUCCEEDED),
    TOK_DECLINED(SandboxState.CARD_DECLINED),
    TOK_INSUFFICIENT_FUNDS(SandboxState.INSUFFICIENT_FUNDS),
    /** Needs the client's approval. */
    TOK_3DS(SandboxState.REQUIRES_ACTION),
    /** The charge is made at once, but the answer comes late. */
    TOK_TIMEOUT(SandboxState.SUCCEEDED);

    private final SandboxState outcome;

    SandboxToken(SandboxState outcome) {
        this.outcome = outcome;
    }

    SandboxState outcome() {
        return outcome;
    }

    static Optional<SandboxToken> of(String text) {
        return Arrays.stream(values())
                .filter(token -> token.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
