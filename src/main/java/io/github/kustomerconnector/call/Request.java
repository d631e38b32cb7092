package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Body;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to Kustomer.
 *
 * @param method an HTTP method in capitals
 * @param body the JSON body, null for none
 * @param role the role that the key needs
 * @param rateLimit the limit that the request counts against
 */
public record Request(String method, Path path, @Nullable Body body, Role role, RateLimit rateLimit) {

    /** A request that counts against the organization's limit. */
    public Request(String method, Path path, @Nullable Body body, Role role) {
        this(method, path, body, role, RateLimit.ORGANIZATION);
    }

    /** A GET. */
    public static Request get(Path path, Role role) {
        return new Request("GET", path, null, role);
    }

    /** The request for a page of the list, counted from 1. Kustomer returns the first page without a number. */
    public Request page(int number) {
        return number == 1 ? this : new Request(method, path.with("page", number), body, role, rateLimit);
    }

    /** A number that is the same for the same request, and almost never for others. */
    public int checksum() {
        return Objects.hash(method, path.encoded(), body == null ? 0 : body.checksum());
    }

    /** The method and the path template, as messages show them. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
