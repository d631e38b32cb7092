package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Body;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to Kustomer.
 *
 * @param method an HTTP method in capitals
 * @param body the JSON body, null for none
 * @param role what the key must be allowed to do
 * @param budget what the request counts against
 */
public record Request(String method, Path path, @Nullable Body body, Role role, Budget budget) {

    /** A request that counts against the organization's requests. */
    public Request(String method, Path path, @Nullable Body body, Role role) {
        this(method, path, body, role, Budget.ORGANIZATION);
    }

    /** A request without a body that changes nothing. */
    public static Request get(Path path, Role role) {
        return new Request("GET", path, null, role);
    }

    /** Method and path template, as messages show it. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
