package com.bookedbarber.platform.web;

import com.bookedbarber.platform.problem.ErrorCode;
import com.bookedbarber.platform.problem.FieldError;
import com.bookedbarber.platform.problem.Problem;
import com.bookedbarber.platform.problem.ProblemException;
import com.bookedbarber.platform.sql.PersistenceFailures;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import java.util.List;

/** Turns whatever a request ends in into a problem document. Nothing internal is shown. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException failure, RoutingContext context) {
        if (failure.code().status() >= 500) {
            LOG.warnf("Answering %s: %s", failure.code().slug(), failure.getMessage());
        }
        Problem problem = failure.toProblem(context.normalizedPath(), RequestIdentification.of(context));
        Response.ResponseBuilder answer = answer(problem);
        failure.headers().forEach(answer::header);
        return answer.build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, RoutingContext context) {
        List<FieldError> errors = failure.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .distinct()
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        return problem(ProblemException.invalid(errors), context);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated(RoutingContext context) {
        return problem(
                new ProblemException(ErrorCode.UNAUTHENTICATED, "This route needs a valid access token.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
                context);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, RoutingContext context) {
        return problem(new ProblemException(ErrorCode.FORBIDDEN, "Your roles do not allow this."), context);
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException failure, RoutingContext context) {
        return problem(
                new ProblemException(ErrorCode.VERSION_STALE, "Somebody else changed it just now. Read it again."),
                context);
    }

    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response unreadable(JacksonException failure, RoutingContext context) {
        return problem(unreadable(failure), context);
    }

    @ServerExceptionMapper({CircuitBreakerOpenException.class, TimeoutException.class, BulkheadException.class})
    Response unavailable(RoutingContext context) {
        return problem(unavailable(), context);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, RoutingContext context) {
        if (failure.getCause() instanceof JacksonException unreadable) {
            return problem(unreadable(unreadable), context);
        }
        Response original = failure.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        ErrorCode code = ErrorCode.ofStatus(original.getStatus());
        if (code.status() >= 500) {
            LOG.error("Unhandled failure", failure);
        }
        Response answer = problem(new ProblemException(code, code.title() + "."), context);
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response unhandled(Throwable failure, RoutingContext context) {
        if (PersistenceFailures.isUnavailable(failure)) {
            LOG.warnf("The database could not do it now: %s", failure.getMessage());
            return problem(unavailable(), context);
        }
        if (PersistenceFailures.isUnstorableText(failure)) {
            return problem(
                    new ProblemException(ErrorCode.BAD_REQUEST, "A text contains a character that cannot be kept."),
                    context);
        }
        LOG.error("Unhandled failure", failure);
        return problem(
                new ProblemException(
                        ErrorCode.INTERNAL_ERROR, "It has been logged. Tell us the request id if it happens again."),
                context);
    }

    private static ProblemException unavailable() {
        return new ProblemException(ErrorCode.UNAVAILABLE, "Try again in a moment.")
                .header(HttpHeaders.RETRY_AFTER, "1");
    }

    private static ProblemException unreadable(JacksonException failure) {
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return ProblemException.invalid(
                    JsonPaths.of(mapping.getPath()),
                    isMissing(mapping) ? "must be given" : "has the wrong type or form");
        }
        return new ProblemException(ErrorCode.MALFORMED_JSON, "The body is not valid JSON for this route.");
    }

    /** Jackson has no type for this failure: a number, or true or false, that is left out or null. */
    private static boolean isMissing(JsonMappingException failure) {
        return failure.getOriginalMessage().startsWith("Cannot map `null` into type");
    }

    /** {@code book.request.serviceIds[1]} is {@code serviceIds[1]} to the client. */
    private static String field(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString().replaceAll("\\.<[^>]*>", "");
        String[] parts = path.split("\\.", 3);
        return parts.length == 3 ? parts[2] : parts[parts.length - 1];
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).entity(problem).type(MediaType.valueOf(Problem.MEDIA_TYPE));
    }
}
