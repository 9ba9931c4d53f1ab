package com.bookedbarber.payment.payment;

import com.bookedbarber.payment.appointment.Appointments;
import com.bookedbarber.platform.idempotency.IdempotencyKey;
import com.bookedbarber.platform.page.Cursor;
import com.bookedbarber.platform.page.Page;
import com.bookedbarber.platform.page.PageRequest;
import com.bookedbarber.platform.query.QueryValue;
import com.bookedbarber.platform.version.IfMatch;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payments for appointments. Guests show by the appointment's manage token that they are the ones to pay. */
@Path(PaymentAnswer.PATH)
@Tag(name = "Payments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PaymentResource {

    private final TakePayment take;
    private final ApprovePayment approve;
    private final PaymentListing listing;
    private final PaymentRepository payments;
    private final PaymentAccess access;
    private final ObjectMapper json;

    PaymentResource(
            TakePayment take,
            ApprovePayment approve,
            PaymentListing listing,
            PaymentRepository payments,
            PaymentAccess access,
            ObjectMapper json) {
        this.take = take;
        this.approve = approve;
        this.listing = listing;
        this.payments = payments;
        this.access = access;
        this.json = json;
    }

    /** Pays what is owed. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Pay the deposit, the balance or the whole price of an appointment",
            description = "For the client, the shop's staff, and guests with the appointment's X-Manage-Token. "
                    + "With status requires-action the client has to approve it before it is confirmed; with "
                    + "processing the outcome is not known yet and follows by itself.")
    @APIResponseSchema(value = PaymentAnswer.class, responseCode = "201", responseDescription = "The payment")
    @APIResponse(responseCode = "402", description = "card-declined or insufficient-funds; nothing was taken")
    @APIResponse(responseCode = "409", description = "nothing-owed, payment-in-progress or illegal-state")
    public Response pay(
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @HeaderParam(Appointments.MANAGE_TOKEN) String manageHeader,
            @RestQuery String manageToken,
            @Valid @NotNull(message = "must be given") NewPayment payment) {
        return take.take(key, manageToken(manageHeader, manageToken), payment).toResponse();
    }

    /** The payments the caller may see. */
    @GET
    @RolesAllowed("client")
    @Operation(summary = "Payments, newest first: the shop's for its staff, their own for clients")
    @APIResponse(responseCode = "200", description = "A page of payments")
    public RestResponse<Page<PaymentAnswer>> list(
            @RestQuery @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String shopId,
            @RestQuery @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) String appointmentId,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        List<Payment> rows =
                listing.list(QueryValue.id("shopId", shopId), QueryValue.id("appointmentId", appointmentId), page);
        return Page.of(rows, page.limit(), row -> new Cursor(row.createdAt, row.id), PaymentAnswer::of)
                .toResponse(uri);
    }

    /** One payment. */
    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "A payment; for its client, the shop's staff and guests with the X-Manage-Token")
    @APIResponseSchema(value = PaymentAnswer.class, responseDescription = "The payment")
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's business")
    public Response get(
            @PathParam("id") UUID id,
            @HeaderParam(Appointments.MANAGE_TOKEN) String manageHeader,
            @RestQuery String manageToken) {
        Payment payment = payments.read(id);
        access.require(payment, manageToken(manageHeader, manageToken));
        return ok(payment);
    }

    /** Goes on with a payment that required an action. */
    @POST
    @Path("/{id}/confirm")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Go on with a payment that the client has approved; may be repeated")
    @APIResponseSchema(value = PaymentAnswer.class, responseDescription = "The payment")
    @APIResponse(responseCode = "402", description = "The card was declined after all")
    public Response confirm(
            @PathParam("id") UUID id,
            @HeaderParam(Appointments.MANAGE_TOKEN) String manageHeader,
            @RestQuery String manageToken,
            @RequestBody(content = @Content(schema = @Schema(implementation = Approval.class))) String approval)
            throws JsonProcessingException {
        requireToApprove(id, manageToken(manageHeader, manageToken), approval);
        return ok(approve.confirm(id));
    }

    /** Gives up a payment that required an action. */
    @POST
    @Path("/{id}/cancel")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Give up a payment that waits for the client's approval; may be repeated")
    @APIResponseSchema(value = PaymentAnswer.class, responseDescription = "The payment")
    @APIResponse(responseCode = "409", description = "It is too late for that")
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam(Appointments.MANAGE_TOKEN) String manageHeader,
            @RestQuery String manageToken,
            @RequestBody(content = @Content(schema = @Schema(implementation = Approval.class))) String approval)
            throws JsonProcessingException {
        requireToApprove(id, manageToken(manageHeader, manageToken), approval);
        return ok(approve.cancel(id));
    }

    /** The body is read by hand, since most clients send none, some with an odd media type. */
    private void requireToApprove(UUID id, Optional<String> manageToken, String body) throws JsonProcessingException {
        Approval approval = body == null || body.isBlank() ? null : json.readValue(body, Approval.class);
        Optional<String> secret = Optional.ofNullable(approval).map(Approval::clientSecret);
        access.requireToApprove(payments.read(id), manageToken, secret);
    }

    private static Response ok(Payment payment) {
        return Response.ok(PaymentAnswer.of(payment))
                .header("ETag", IfMatch.etag(payment.version))
                .build();
    }

    private static Optional<String> manageToken(String header, String query) {
        return Optional.ofNullable(header == null ? query : header).filter(token -> !token.isBlank());
    }

    /**
     * Shows that the caller began the payment; may be missing where the caller shows that otherwise.
     *
     * @param clientSecret of the answer that required the action
     */
    public record Approval(String clientSecret) {}
}
