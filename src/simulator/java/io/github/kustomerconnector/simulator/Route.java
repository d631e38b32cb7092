package io.github.kustomerconnector.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint: method, path, required roles and operation.
 *
 * @param path matches the raw path; its group, if any, is the variable part
 * @param roles the key needs one of them; empty if every key may call the endpoint
 */
record Route(String method, Pattern path, Set<String> roles, Function<RoutedRequest, Reply> operation) {

    /**
     * @param template a path; {@code *} stands for the variable part, if there is one
     * @param roles the key needs one of them, separated by spaces; empty if every key may call the endpoint
     */
    static Route of(String method, String template, String roles, Function<RoutedRequest, Reply> operation) {
        String variable = template.contains("=") ? "([^/]+)" : "([^/=]+)";
        Pattern path = Pattern.compile(template.replace("*", variable));
        return new Route(method, path, roles.isEmpty() ? Set.of() : Set.of(roles.split(" ", -1)), operation);
    }

    /** The decoded variable part of a path that this route matches; empty if the route does not match. */
    Optional<String> argument(String rawPath) {
        Matcher matcher = path.matcher(rawPath);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String raw = matcher.groupCount() == 0 ? "" : matcher.group(1);
        return Optional.of(URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
}
