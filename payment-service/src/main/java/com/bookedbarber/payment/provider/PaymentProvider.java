package com.bookedbarber.payment.provider;

import java.util.UUID;

/**
 * Somebody who moves money for us. Which one takes new payments is decided by {@code bb.provider}.
 *
 * <p>Every call that moves money carries a key: asked again with the same key, the provider moves nothing and tells what
 * came of it the first time. A call that throws, or never returns, says nothing about whether money was moved.
 */
public interface PaymentProvider {

    /** Its name in the configuration, such as {@code sandbox}. */
    String type();

    /** Whether the text can be one of its tokens for a way to pay. */
    boolean accepts(String methodToken);

    /** Charges; the payment's id is the key. */
    Charge charge(ChargeRequest request);

    /** What has become of a charge; {@code ref} is the provider's name for it. */
    Charge look(String ref);

    /** Goes on with a charge whose client has done what was asked of them. */
    Charge confirm(String ref, UUID paymentId);

    /** Gives up a charge that waits for its client; one that was made meanwhile stays made. */
    Charge cancel(String ref, UUID paymentId);

    /** Gives back a part of a charge; the refund's id is the key. */
    RefundState refund(RefundRequest request);

    /** What has become of a refund; {@code ref} is the provider's name for it. */
    RefundState lookAtRefund(String ref);
}
