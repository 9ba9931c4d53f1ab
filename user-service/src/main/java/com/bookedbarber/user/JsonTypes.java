package com.bookedbarber.user;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What Jackson reads and writes beside the types in resources' signatures, which Quarkus finds by itself: events, columns
 * of JSON, bodies of a {@code Response}. A native executable has to be told of each; what they hold comes with them. By
 * name, because most of them are their feature's own.
 */
@RegisterForReflection(
        registerFullHierarchy = true,
        classNames = {
            "com.bookedbarber.user.mfa.SecondFactorResource$Recovery",
            "com.bookedbarber.user.mfa.SecondFactorResource$Setup",
            "com.bookedbarber.user.privacy.PrivacyResource$Export",
            "com.bookedbarber.user.session.TokenPair",
            "com.bookedbarber.user.shop.ShopView",
            "com.bookedbarber.user.shop.ToldShop",
            "com.bookedbarber.user.staff.Staff$StaffChange",
            "com.bookedbarber.user.token.ServiceTokenResource$Granted",
            "com.bookedbarber.user.token.ServiceTokenResource$Refused"
        })
final class JsonTypes {

    private JsonTypes() {}
}
