package com.bookedbarber.user;

import com.bookedbarber.platform.testing.RealStores;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** What all tests of this service stand on. */
@WithTestResource(
        value = RealStores.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "service", value = "user-service"))
public interface RealStoresTest {}
