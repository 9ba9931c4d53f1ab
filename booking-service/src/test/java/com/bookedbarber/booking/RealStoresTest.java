package com.bookedbarber.booking;

import com.bookedbarber.platform.testing.RealStores;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** What all tests with HTTP and a database stand on. */
@WithTestResource(
        value = RealStores.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "service", value = "booking-service"))
public interface RealStoresTest {}
