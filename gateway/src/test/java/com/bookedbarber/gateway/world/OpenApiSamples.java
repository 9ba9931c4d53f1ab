package com.bookedbarber.gateway.world;

/** The OpenAPI document of a service. */
final class OpenApiSamples {

    private OpenApiSamples() {}

    static String document() {
        return """
                {"openapi":"3.1.0","info":{"title":"sample","version":"1"},
                 "paths":{
                   "/api/v1/shops":{"get":{"operationId":"listShops","summary":"Shops","responses":{"200":{"description":"OK",
                     "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Shop"}}}}}}},
                   "/api/v1/users/me":{"get":{"summary":"Me","responses":{"200":{"description":"OK"}}}},
                   "/internal/events":{"get":{"responses":{"200":{"description":"OK"}}}}},
                 "components":{"schemas":{"Shop":{"type":"object","properties":{"name":{"type":"string"}}},
                   "Problem":{"type":"object"}}}}
                """;
    }
}
