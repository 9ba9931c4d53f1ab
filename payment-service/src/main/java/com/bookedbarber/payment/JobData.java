package com.bookedbarber.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.util.UUID;

/** What jobs take with them; it is kept by Java serialization, which a native executable has to be told of. */
@RegisterForReflection(targets = UUID.class, serialization = true)
final class JobData {

    private JobData() {}
}
