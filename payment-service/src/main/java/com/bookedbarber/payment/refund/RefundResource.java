package com.bookedbarber.payment.refund;

import com.bookedbarber.payment.payment.RefundablePayments;
import com.bookedbarber.platform.idempotency.IdempotencyKey;
import com.bookedbarber.platform.identity.ShopAccess;
import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.version.IfMatch;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

/** Refunds of a payment; for the shop's owner, managers and reception. */
@Path("/api/v1/payments/{paymentId}/refunds")
@Tag(name = "Payments")
@RunOnVirtualThread
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class RefundResource {

    private final GiveRefund give;
    private final RefundRepository refunds;
    private final RefundablePayments payments;
    private final ShopAccess access;

    RefundResource(GiveRefund give, RefundRepository refunds, RefundablePayments payments, ShopAccess access) {
        this.give = give;
        this.refunds = refunds;
        this.payments = payments;
        this.access = access;
    }

    /** Gives money back. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give back a part of a payment, or all that is left of it")
    @APIResponseSchema(value = RefundAnswer.class, responseCode = "201", responseDescription = "The refund")
    @APIResponse(responseCode = "409", description = "refund-too-large or illegal-state")
    public Response refund(
            @PathParam("paymentId") UUID paymentId,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @Valid @NotNull(message = "must be given") NewRefund refund) {
        requireCashier(paymentId);
        return give.give(key, paymentId, refund).toResponse();
    }

    /** The payment's refunds. */
    @GET
    @Operation(summary = "The refunds of a payment, oldest first")
    @APIResponse(responseCode = "200", description = "All refunds")
    public Page<RefundAnswer> list(@PathParam("paymentId") UUID paymentId) {
        requireCashier(paymentId);
        return Page.whole(
                refunds.ofPayment(paymentId).stream().map(RefundAnswer::of).toList());
    }

    /** One refund. */
    @GET
    @Path("/{refundId}")
    @Operation(summary = "A refund of a payment")
    @APIResponseSchema(value = RefundAnswer.class, responseDescription = "The refund")
    @APIResponse(responseCode = "404", description = "The payment has no such refund")
    public Response get(@PathParam("paymentId") UUID paymentId, @PathParam("refundId") UUID refundId) {
        requireCashier(paymentId);
        Refund refund = refunds.ofPayment(paymentId).stream()
                .filter(candidate -> candidate.id.equals(refundId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("refund"));
        return Response.ok(RefundAnswer.of(refund))
                .header(HttpHeaders.ETAG, IfMatch.etag(refund.version))
                .build();
    }

    private void requireCashier(UUID paymentId) {
        UUID shopId = payments.read(paymentId).shopId();
        boolean cashier = access.manages(shopId)
                || access.role(shopId).filter(ShopRole.RECEPTIONIST::equals).isPresent();
        if (!cashier) {
            throw new ProblemException(
                    ErrorCode.FORBIDDEN, "Only the shop's owner, a manager or the reception may refund.");
        }
    }
}
