package com.bookedbarber.payment.provider;

import com.bookedbarber.platform.problem.ErrorCode;

import java.util.Locale;

/** The states of a charge at the sandbox. */
enum SandboxState {
    SUCCEEDED,
    REQUIRES_ACTION,
    CARD_DECLINED,
    INSUFFICIENT_FUNDS,
    CANCELLED;

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SandboxState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Charge charge(String ref) {
        return switch (this) {
            case SUCCEEDED -> Charge.succeeded(ref);
            case REQUIRES_ACTION -> Charge.requiresAction(ref, "sandbox_secret_" + ref);
            case CARD_DECLINED -> Charge.declined(ref, ErrorCode.CARD_DECLINED);
            case INSUFFICIENT_FUNDS -> Charge.declined(ref, ErrorCode.INSUFFICIENT_FUNDS);
            case CANCELLED -> Charge.cancelled(ref);
        };
    }
}
