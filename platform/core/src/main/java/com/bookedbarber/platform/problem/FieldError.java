package com.bookedbarber.platform.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is wrong with one field of a request.
 *
 * @param field the path of the field as the client wrote it, such as {@code deposit.value} or {@code serviceIds[2]}
 * @param message what the field has to be, as a sentence part
 */
@RegisterForReflection
public record FieldError(String field, String message) {}
