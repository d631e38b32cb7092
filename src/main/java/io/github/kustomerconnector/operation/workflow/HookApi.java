package io.github.kustomerconnector.operation.workflow;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.RateLimit;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The endpoints of inbound hooks ("Inbound webhooks", developer.kustomer.com). The path and the role of the
 * transactions are assumed.
 */
final class HookApi {

    static final Role POST = new Role("org.hooks", "");
    static final Role READ = new Role("org.permission.hook.read", "org.admin.hook.read");

    /** The largest body that Kustomer's documentation states. */
    static final int MAX_BYTES = 400 * 1024;

    private static final String PREFIX = "/v1/hooks/web/";

    /** Kustomer's documentation does not describe a hash. The bounds are wide. */
    private static final Pattern HASH = Pattern.compile("(?:/?v1/hooks/web/)?([A-Za-z0-9_-]{8,256})");

    private HookApi() {}

    /** A hash, or the path that ends with it. */
    static Format hook() {
        return (field, value) -> {
            String given =
                    Formats.identifier(2 * 1024).check(field, value).text().orElseThrow();
            Matcher matcher = HASH.matcher(given);
            if (!matcher.matches()) {
                throw Failure.invalid(
                        field,
                        "is neither the hash of an inbound hook nor " + PREFIX + " with the hash. Give no server:"
                                + " the request goes to the server of the task");
            }
            return Json.of(matcher.group(1));
        };
    }

    static Request post(String hash, Body body) {
        return new Request("POST", Path.of(PREFIX + "{hash}", hash), body, POST, RateLimit.HOOKS);
    }

    /** A page of the transactions, assumed to begin with the newest. */
    static Request transactions(String hookId, int page) {
        Path path = Path.of(PREFIX + "{id}/transactions", hookId);
        return Request.get(path.with("pageSize", Path.LARGEST_PAGE).with("page", page), READ);
    }
}
